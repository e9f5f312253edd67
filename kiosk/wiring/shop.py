"""What is sold, and at what pace: the part of the composition root about the shop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kiosk.booth.pace import Pace
from kiosk.booth.stage import Shop
from kiosk.config import Config
from kiosk.domain.order import Package, PaymentMethod
from kiosk.domain.templates import Template
from kiosk.wiring.pictures import download_base_of


def pace_of(config: Config) -> Pace:
    return replace(Pace(), **config.pace.model_dump(exclude_none=True))


def packages_of(config: Config, templates: Mapping[str, Template]) -> tuple[Package, ...]:
    """All that the settings have, offered or not."""
    return tuple(
        Package(
            key=section.key,
            name=section.name,
            template=section.template,
            sheet=templates[section.template].sheet,
            shots=templates[section.template].shots,
            copies=section.copies,
            price=section.price,
            extra_copy=section.extra_copy,
            most_copies=section.most_copies or section.copies,
            retakes=config.session.retakes,
        )
        for section in config.packages
    )


def shop_of(config: Config, templates: Mapping[str, Template], looks: tuple[str, ...] = ()) -> Shop:
    return Shop(
        packages=offered_alone(packages_of(config, templates), config),
        methods=tuple(PaymentMethod(method) for method in config.payment.methods),
        download_base=download_base_of(config),
        refunds_late=config.payment.paid_late == "refund",
        looks=("", *looks) if looks else (),
        templates=templates,
        event=config.booth.event,
        mirror=config.camera.mirror,
    )


def offered_alone(packages: tuple[Package, ...], config: Config) -> tuple[Package, ...]:
    offered = {package.key for package in config.packages if package.offered}
    return tuple(package for package in packages if package.key in offered)
