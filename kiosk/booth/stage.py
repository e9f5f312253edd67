"""The session on the screen, and the View that is made of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.booth.limits import AtLimit, Limit
from kiosk.booth.messages import Checked
from kiosk.booth.view import Countdown, Notice, View
from kiosk.domain.faults import Fault
from kiosk.domain.order import Package, PaymentMethod
from kiosk.domain.session import State, order_of


@dataclass(frozen=True)
class Shop:
    """What is sold here and how it is paid, the preferred way first. ``download_base`` is the
    address before the code. ``refunds_late``: what is paid after the guest has left goes back."""

    packages: tuple[Package, ...]
    methods: tuple[PaymentMethod, ...]
    download_base: str
    refunds_late: bool = False


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
    checked: Checked,
) -> View:
    """``offered`` are the packages that can be printed now. ``stage`` is None between guests."""
    asked = [m for m in shop.methods if m is not PaymentMethod.FREE]
    view = View(
        offered,
        checked.problems,
        ways=tuple(m for m in asked if m not in checked.refused_ways),
        refused_ways=tuple(m for m in asked if m in checked.refused_ways),
    )
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
