"""Guests who read Views and send intents: most pay, and some in ways that nobody asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.booth.messages import Message
from kiosk.booth.view import (
    Begin,
    Choose,
    EnterVoucher,
    Finish,
    HavePaid,
    Leave,
    LeaveWay,
    Notice,
    PickWay,
    Print,
    View,
)
from kiosk.domain import session as s
from kiosk.domain.order import Order

from .paid_plans import Cash, Habit, Plan
from .paid_till import Till
from .paid_xendit import Xendit

TAP_AGAIN_S = 1.5
"""A guest who sees nothing happen touches again."""

OTHER_WAY_AFTER_S = 4.0
"""How long a guest waits for the way to pay that they wanted."""

LEAVING = (Habit.LEAVES, Habit.PAYS_AND_LEAVES, Habit.PAYS_LATE)


@dataclass
class Guest:
    """``see`` is told each View. ``late`` gets the codes that will be paid when the guest has
    gone, ``troubles`` what happened, by name."""

    plan: Plan
    send: Callable[[Message], None]
    kill: Callable[[], None]
    xendit: Xendit
    till: Till
    late: list[str]
    troubles: Counter[str]
    codes: list[str] = field(default_factory=list)
    session_id: str | None = None
    gone: bool = False
    _dead: bool = False
    _last: Message | None = None
    _said_at: float = -TAP_AGAIN_S
    _picking_since: float | None = None
    _voucher: str | None = None

    def see(self, view: View, now: float) -> None:
        """``now`` is in seconds and never jumps."""
        if self._dies(moment_of(view)):
            return
        if self.session_id is not None and view.session_id != self.session_id:
            self.gone = True
            return
        state, session_id = view.state, view.session_id
        if state is None or session_id is None:
            if not view.problems:
                self._say(Begin(), now)
            return
        left_behind = isinstance(state, s.Printing) or s.is_over(state)
        if self.session_id is None and not (left_behind and self._last is None):
            self.session_id = session_id
        self._go_on(view, state, session_id, now)

    def _go_on(self, view: View, state: s.State, session_id: str, now: float) -> None:
        match state:
            case s.Choosing() if self.plan.habit is Habit.LEAVES_AT_ONCE:
                self._say(Leave(session_id), now)
            case s.Choosing():
                self._choose(view, session_id, now)
            case s.Paying(order, stage):
                self._pay_somehow(view, order, stage, now)
            case s.Arranging(picture=picture) if picture is not None:
                self._say(Print(session_id), now)
            case s.Printing(job=s.Job(cups_job_id=int())):
                self._say(Finish(session_id), now)
            case s.Delivered() | s.Cancelled() | s.Owed() | s.Settled():
                self._say(Finish(session_id), now)
            case _:
                pass

    def _choose(self, view: View, session_id: str, now: float) -> None:
        package = next((p for p in view.packages if p.most_copies), None)
        if package is None:
            self._say(Leave(session_id), now)
        else:
            copies = max(package.copies, min(self.plan.copies, package.most_copies))
            self._say(Choose(session_id, package.key, copies), now)

    def _pay_somehow(self, view: View, order: Order, stage: s.PaymentStage, now: float) -> None:
        session_id = str(self.session_id)
        if not isinstance(stage, s.Picking):
            self._picking_since = None
        match stage:
            case s.Picking():
                self._pick(view, order, session_id, now)
            case s.Offered():
                self._at_code(view, session_id, str(order.payment_id), now)
            case s.EnteringVoucher():
                self._at_voucher(view, session_id, now)
            case s.TakingCash():
                self._at_cash(order, session_id, now)
            case _:
                pass

    def _pick(self, view: View, order: Order, session_id: str, now: float) -> None:
        if self.plan.habit is Habit.PAYS_IN_PART and order.till.received:
            self._say(Leave(session_id), now)
            return
        done = {r.method for r in order.till.received}
        wanted = [way for way in self.plan.ways if way not in done]
        if self._voucher is not None:  # it was refused, or it is in
            wanted = [way for way in wanted if way is not self.plan.ways[0]]
        way = next((way for way in wanted if way in view.ways), None)
        since = self._picking_since = now if self._picking_since is None else self._picking_since
        if way is None and now - since > OTHER_WAY_AFTER_S:
            way = next((way for way in view.ways if way.value != "voucher"), None)
        if way is not None:
            self._say(PickWay(session_id, way), now)
        elif now - since > 10 * OTHER_WAY_AFTER_S:
            self._say(Leave(session_id), now)

    def _at_code(self, view: View, session_id: str, code: str, now: float) -> None:
        first = code not in self.codes
        if first:
            self.codes.append(code)
        if self.plan.habit is Habit.PAYS_TWICE and len(self.codes) == 1:
            self._say(LeaveWay(session_id), now)
        elif self.plan.habit in LEAVING:
            self._say(Leave(session_id), now)
        if not first or self.plan.habit is Habit.LEAVES:
            return
        match self.plan.habit:
            case Habit.PAYS_LATE:
                self.late.append(code)
            case Habit.PAYS_TWICE if len(self.codes) == 1:
                self.late.append(code)
            case _:
                self._pay(code)
        if self.plan.impatient and self.plan.habit is Habit.PAYS:
            self._say(HavePaid(session_id), now)

    def _at_voucher(self, view: View, session_id: str, now: float) -> None:
        if self._voucher is not None and view.notice is not None and _refused(view.notice):
            self.troubles[view.notice.value] += 1
            self._say(LeaveWay(session_id), now)
            return
        if self._voucher is None:
            again = self.plan.used_voucher and self.till.used
            self._voucher = self.till.used[0] if again else self.till.voucher()
        self._say(EnterVoucher(session_id, self._voucher), now)

    def _at_cash(self, order: Order, session_id: str, now: float) -> None:
        part = self.plan.habit is Habit.PAYS_IN_PART
        if part and order.till.received:
            self._say(Leave(session_id), now)
        elif self.plan.cash is Cash.BILLS and not part:
            if self.till.insert(session_id, order):
                self._dies("paid")
        else:
            self.till.take(session_id, order, part=part)
            self._dies("paid")

    def _pay(self, code: str) -> None:
        if self.plan.webhook is not None:
            self.troubles[f"webhook {self.plan.webhook['fault']}"] += 1
            self.xendit.fail_webhooks(self.plan.webhook)
        self.xendit.pay(code)
        self._dies("paid")

    def _say(self, message: Message, now: float) -> None:
        """Once, and again where nothing comes of it."""
        if message != self._last or now - self._said_at >= TAP_AGAIN_S:
            self._last, self._said_at = message, now
            self.send(message)

    def _dies(self, moment: str) -> bool:
        if self._dead or moment != self.plan.dies_at:
            return False
        self._dead = True
        self._said_at = -TAP_AGAIN_S
        self.troubles[f"killed: {moment}"] += 1
        self.kill()
        return True


def moment_of(view: View) -> str:
    match view.state:
        case s.Paying(_, stage):
            return type(stage).__name__
        case state:
            return type(state).__name__


def _refused(notice: Notice) -> bool:
    return notice.value.startswith("voucher-")
