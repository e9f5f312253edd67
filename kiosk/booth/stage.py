"""The session on the screen, and the View that is made of it."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kiosk.booth.limits import AtLimit, Limit, Looking
from kiosk.booth.messages import Checked
from kiosk.booth.view import Countdown, Notice, PrintProgress, View
from kiosk.domain.arranging import next_shot, retakes_left
from kiosk.domain.faults import Fault
from kiosk.domain.order import Package, PaymentMethod
from kiosk.domain.session import Shooting, State, order_of
from kiosk.domain.templates import Template


@dataclass(frozen=True)
class Shop:
    """What is sold here and how it is paid, the preferred way first. ``download_base`` is the
    address before the code. ``refunds_late``: what is paid after the guest has left goes back.
    ``looks`` are what a guest may pick, the empty one among them; none where it has no picking.
    ``templates`` are those that this booth has, by their folders' names.
    ``event`` stands on the prints that are shown, and ``mirror`` is how the live picture is; None
    where the screen's own settings hold.
    """

    packages: tuple[Package, ...]
    methods: tuple[PaymentMethod, ...]
    download_base: str
    refunds_late: bool = False
    looks: tuple[str, ...] = ()
    templates: Mapping[str, Template] = field(default_factory=dict)
    event: str | None = None
    mirror: bool | None = None

    def templates_for(self, package: Package) -> tuple[str, ...]:
        """What fits the package's sheet and shots, its own first; none where there is no choice."""
        kind = package.sheet, package.shots
        fit = (name for name, t in self.templates.items() if (t.sheet, t.shots) == kind)
        others = sorted(name for name in fit if name != package.template)
        return (package.template, *others) if others else ()


class Opener(enum.Enum):
    """Who has begun a session. Staff rehearse: from the order on, that stands in the order."""

    GUEST = "guest"
    STAFF = "staff"


@dataclass(frozen=True)
class Stage:
    """The session on the screen, and what is told about it beside its state. ``opener`` is asked
    until something is ordered."""

    session_id: str
    state: State
    limit: Limit | None
    looking: Looking | None = None
    countdown: Countdown | None = None
    notice: Notice | None = None
    printer_faults: tuple[Fault, ...] = ()
    progress: PrintProgress | None = None
    shown: bool | None = None
    review_until_ns: int | None = None
    opener: Opener = Opener.GUEST


def view_of(
    shop: Shop,
    stage: Stage | None,
    offered: tuple[Package, ...],
    checked: Checked,
    showcase: tuple[str, ...] = (),
) -> View:
    """``offered`` are the packages that can be printed now; in free mode they are shown without
    their prices. ``stage`` is None between guests, when ``showcase`` is shown."""
    asked = [m for m in shop.methods if m is not PaymentMethod.FREE]
    view = View(
        _as_shown(offered, shop.methods),
        checked.problems,
        ways=tuple(m for m in asked if m not in checked.refused_ways),
        refused_ways=tuple(m for m in asked if m in checked.refused_ways),
        looks=shop.looks,
        online=checked.online,
        event=shop.event,
        mirror=shop.mirror,
    )
    if stage is None:
        return replace(view, showcase=showcase)
    order = order_of(stage.state)
    return replace(
        view,
        session_id=stage.session_id,
        state=stage.state,
        countdown=stage.countdown,
        notice=stage.notice,
        printer_faults=stage.printer_faults,
        print_progress=stage.progress,
        shown=stage.shown,
        deadline_ns=_told_deadline(stage),
        templates=() if order is None else shop.templates_for(order.package),
        retakes_left=retakes_left(stage.state),
        may_stay=_may_stay(stage),
        download_url="" if order is None else shop.download_base + order.code,
    )


def offered(packages: tuple[Package, ...], checked: Checked) -> tuple[Package, ...]:
    """Those that can be printed now, each with as many copies as the paper lasts for."""
    sold = (p for p in packages if p.key not in checked.unsellable)
    most = checked.most_copies
    return tuple(
        replace(p, most_copies=min(p.most_copies, most.get(p.key, p.most_copies))) for p in sold
    )


def _as_shown(
    packages: tuple[Package, ...], methods: tuple[PaymentMethod, ...]
) -> tuple[Package, ...]:
    if set(methods) != {PaymentMethod.FREE}:
        return packages
    return tuple(replace(p, price=0, extra_copy=0) for p in packages)


def is_counted(countdown: Countdown, state: State) -> bool:
    """Whether it is for the shot that is due."""
    return isinstance(state, Shooting) and next_shot(state).seq == countdown.seq


def _may_stay(stage: Stage) -> bool:
    if stage.looking is not None:
        return stage.looking.may_grow
    return stage.limit is not None and stage.limit.may_grow


def _told_deadline(stage: Stage) -> int | None:
    """None also where the guest can do nothing about it."""
    if stage.looking is not None:
        return stage.looking.until_ns
    if stage.review_until_ns is not None:
        return stage.review_until_ns if stage.countdown is None else None
    limit = stage.limit
    if limit is None or limit.then in (AtLimit.LEAVE_TO_OUTBOX, AtLimit.LEAVE_PRINT):
        return None
    return limit.at_ns
