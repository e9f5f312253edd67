"""The session on the screen, and the View that is made of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.booth.limits import AtLimit, Limit, Looking
from kiosk.booth.messages import Checked
from kiosk.booth.view import Countdown, Notice, View
from kiosk.domain.faults import Fault
from kiosk.domain.order import Package, PaymentMethod
from kiosk.domain.session import State, order_of


@dataclass(frozen=True)
class Shop:
    """What is sold here and how it is paid, the preferred way first. ``download_base`` is the
    address before the code. ``refunds_late``: what is paid after the guest has left goes back.
    ``looks`` are what a guest may pick, the empty one among them; none where it has no picking.
    ``event`` stands on the prints that are shown, and ``mirror`` is how the live picture is; None
    where the screen's own settings hold.
    """

    packages: tuple[Package, ...]
    methods: tuple[PaymentMethod, ...]
    download_base: str
    refunds_late: bool = False
    looks: tuple[str, ...] = ()
    event: str | None = None
    mirror: bool | None = None


@dataclass(frozen=True)
class Stage:
    """The session on the screen, and what is told about it beside its state."""

    session_id: str
    state: State
    limit: Limit | None
    looking: Looking | None = None
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
        looks=shop.looks,
        event=shop.event,
        mirror=shop.mirror,
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
        deadline_ns=_told_deadline(stage),
        download_url="" if order is None else shop.download_base + order.code,
    )


def _told_deadline(stage: Stage) -> int | None:
    """None also where the guest can do nothing about it."""
    if stage.looking is not None:
        return stage.looking.until_ns
    limit = stage.limit
    if limit is None or limit.then in (AtLimit.LEAVE_TO_OUTBOX, AtLimit.LEAVE_PRINT):
        return None
    return limit.at_ns
