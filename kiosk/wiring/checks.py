"""What is looked at before a sale, and all the time: the part of the composition root about it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from kiosk.booth.actor import Actor
from kiosk.booth.messages import Checked
from kiosk.booth.pool import Pool
from kiosk.booth.ports import Camera
from kiosk.booth.preflight import Preflight, Readiness, Watchman
from kiosk.booth.sightings import Sightings
from kiosk.booth.stage import Shop
from kiosk.clock import SystemClock
from kiosk.config import Config
from kiosk.domain.errors import LicenceInvalid
from kiosk.payments.bill_acceptor import PulseAcceptor
from kiosk.store.mirror import Mirror
from kiosk.sync.api import CloudApi
from kiosk.sync.licence import read_licence
from kiosk.sync.revocation import refuse_revoked
from kiosk.wiring.money import ways_of

PREFLIGHT_EVERY_S = 2.0


def licence_check(public_key: str, mirror: Mirror) -> Callable[[], str]:
    """What the preflight asks; the check raises LicenceInvalid. It needs no network."""

    def check() -> str:
        who = mirror.activation.identity()
        if who is None:
            raise LicenceInvalid("this booth is not activated yet")
        licence = read_licence(who.license_key, public_key, SystemClock().now())
        refuse_revoked(mirror.activation.revocation(), licence, public_key)
        return f"{licence.type}, valid to {licence.expires.isoformat()}"

    return check


def preflight_of(
    config: Config,
    mirror: Mirror,
    data_dir: Path,
    camera: Camera,
    api: CloudApi,
    pool: Pool,
    shop: Shop,
    acceptor: PulseAcceptor | None = None,
) -> Preflight:
    return Preflight(
        camera=camera,
        pool=pool,
        data_dir=data_dir,
        clock=SystemClock(),
        store=mirror.check,
        licence=licence_check(config.cloud.license_public_key, mirror),
        cloud=lambda: api.reachable,
        ways=ways_of(shop, mirror, api, acceptor),
        packages=shop.packages,
    )


def watchman_of(
    preflight: Preflight, actor: Actor, sightings: Sightings, on_end: Callable[[], None]
) -> Watchman:
    def checked(found: Readiness) -> None:
        sightings.saw(found.findings, time.monotonic_ns())
        actor.send(
            Checked(
                found.problems,
                found.unsellable,
                found.refused_ways,
                found.most_copies,
                found.online,
            )
        )

    return Watchman(preflight, checked, PREFLIGHT_EVERY_S, on_end)
