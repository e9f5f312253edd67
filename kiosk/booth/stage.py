"""The session on the screen, and the View that is made of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.booth.limits import AtLimit, Limit
from kiosk.booth.view import Countdown, Notice, Problem, View
from kiosk.domain.faults import Fault
from kiosk.domain.order import Package, PaymentMethod
from kiosk.domain.session import State, order_of


@dataclass(frozen=True)
class Shop:
    """What is sold here and how it is paid. ``download_base`` is the address before the code."""

    packages: tuple[Package, ...]
    method: PaymentMethod
    download_base: str


@dataclass(frozen=True)
class Stage:
    """The session on the screen, and what is told about it beside its state."""

    session_id: str
    state: State
    limit: Limit | None
    countdown: Countdown | None = None
    notice: Notice | None = None
    printer_faults: tuple[Fault, ...] = ()


def view_of(
    shop: Shop,
    stage: Stage | None,
    offered: tuple[Package, ...],
    problems: tuple[Problem, ...],
) -> View:
    """``offered`` are the packages that can be printed now. ``stage`` is None between guests."""
    view = View(offered, problems)
    if stage is None:
        return view
    order = order_of(stage.state)
    return replace(
        view,
        session_id=stage.session_id,
        state=stage.state,
        countdown=stage.countdown,
        notice=stage.notice,
        printer_faults=stage.printer_faults,
        deadline_ns=_told_deadline(stage.limit),
        download_url="" if order is None else shop.download_base + order.code,
    )


def _told_deadline(limit: Limit | None) -> int | None:
    """None also where the guest can do nothing about it."""
    if limit is None or limit.then in (AtLimit.LEAVE_TO_OUTBOX, AtLimit.LEAVE_PRINT):
        return None
    return limit.at_ns
