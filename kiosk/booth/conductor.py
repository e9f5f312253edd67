"""The conductor: one session at a time, every event on disk before anything follows from it.

It lives on one thread and is driven by ``handle`` and ``tick`` alone, so tests drive it by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Protocol, assert_never

import structlog

from kiosk.booth.arranging import Pick, picked
from kiosk.booth.cashier import Cashier, sold_by
from kiosk.booth.entering import entered, shortened
from kiosk.booth.late_payment import refund_of_late
from kiosk.booth.limits import AtLimit, limit_of
from kiosk.booth.messages import (
    Checked,
    Counting,
    Happened,
    Message,
    NewShop,
    Noticed,
    Progressed,
    Rehearse,
)
from kiosk.booth.pace import Pace
from kiosk.booth.ports import Clock, Journal, Journaled, Keys, PrinterPool, VoucherDesk
from kiosk.booth.shopfront import Shopfront
from kiosk.booth.showcase import Showcase
from kiosk.booth.stage import (
    Shop,
    Stage,
    is_counted,
    view_of,
)
from kiosk.booth.staying import stayed
from kiosk.booth.tap_times import TapTimes
from kiosk.booth.timings import Timings
from kiosk.booth.view import (
    ArrangeShots,
    Begin,
    Check,
    Choose,
    Countdown,
    EnterVoucher,
    Finish,
    HavePaid,
    Leave,
    LeaveWay,
    Notice,
    PickLook,
    PickTemplate,
    PickWay,
    Print,
    PrintProgress,
    Problem,
    Retake,
    ShowPrint,
    StayOn,
    Tap,
    View,
    is_starting,
)
from kiosk.domain.faults import Fault
from kiosk.domain.order import Order, Package, PaymentMethod
from kiosk.domain.session import (
    Arranging,
    CancelAsked,
    CancelReason,
    Choosing,
    Chosen,
    Delivered,
    Effect,
    EnteringVoucher,
    Event,
    GaveUp,
    Offered,
    OwedReason,
    Paying,
    PaymentClosed,
    Picking,
    PrintAsked,
    Printing,
    State,
    VoucherTaken,
    WayLeft,
    due,
    is_over,
    order_of,
)
from kiosk.domain.times import moment

log = structlog.get_logger()


class Effects(Protocol):
    def ensure(self, session_id: str, due: Iterable[Effect]) -> None: ...
    def nudge(self, session_id: str) -> None: ...


class Conductor:
    """``priced`` gives packages the prices that hold now. ``on_written`` hears of each event,
    ``on_sold`` of each order in the moment in which it is paid, ``on_state`` of the state that each
    event led to; ``look_now`` has the preflight look again. None of them may block or raise.
    Without a ``showcase`` no guest is asked whether the print may be shown."""

    def __init__(
        self,
        *,
        shop: Shop,
        journal: Journal,
        pool: PrinterPool,
        effects: Effects,
        clock: Clock,
        keys: Keys,
        pace: Pace,
        timings: Timings,
        publish: Callable[[View], None],
        on_written: Callable[[], None],
        vouchers: VoucherDesk | None = None,
        priced: Callable[[tuple[Package, ...]], tuple[Package, ...]] = lambda packages: packages,
        on_sold: Callable[[str, Order], None] = lambda *_: None,
        on_state: Callable[[str, State], None] = lambda *_: None,
        look_now: Callable[[], None] = lambda: None,
        showcase: Showcase | None = None,
    ) -> None:
        self._front = Shopfront(shop, priced)
        self._journal = journal
        self._pool = pool
        self._effects = effects
        self._clock = clock
        self._keys = keys
        self._pace = pace
        self._tap_times = TapTimes(timings, clock)
        self._publish = publish
        self._on_written = on_written
        self._on_sold = on_sold
        self._on_state = on_state
        self._look_now = look_now
        self._showcase = showcase
        self._cashier = Cashier(keys, clock, vouchers)
        self._touched_early = False  # Begin came while the booth was starting
        self._stage: Stage | None = None
        self._rehearsal = ""  # the newest one's session

    def on_screen(self) -> str | None:
        """The id of the session that is on the screen. From any thread."""
        stage = self._stage
        return None if stage is None else stage.session_id

    def recover(self) -> None:
        """Carries on what a stop or a crash left unfinished, from the last step on disk.

        Prints go on beside each other. Of the other sessions, whose guests have something to do,
        the next follows when the screen is free again; with none of them, the last print is shown.
        """
        for left in self._journal.unfinished():
            log.info("session recovered", session=left.session_id, state=type(left.state).__name__)
            if isinstance(left.state, Choosing):
                self._happened(left.session_id, CancelAsked(CancelReason.RESTART))
            elif _needs_no_guest(left.state):
                self._effects.ensure(left.session_id, due(left.state))
        unfinished = self._journal.unfinished()
        self._next_guest(unfinished)
        prints = [left for left in unfinished if isinstance(left.state, Printing)]
        if self._stage is None and prints:
            self._enter(prints[-1].session_id, prints[-1].state)
        self._show()

    def handle(self, message: Message) -> None:
        match message:
            case Happened(session_id, event, measured, about):
                if about is not None and about != self._payment_at_hand(session_id):
                    return
                if self._happened(session_id, event) and measured is not None:
                    self._tap_times.measured(session_id, event, measured)
            case Noticed(session_id, notice, faults):
                self._aside(session_id, notice=notice, printer_faults=faults)
            case Counting(session_id, countdown):
                self._count(session_id, countdown)
            case Progressed(session_id, progress):
                self._advance(session_id, progress)
            case Checked():
                self._front.checked = message
                if self._touched_early:
                    self._begin()
                self._show()
            case Begin() | NewShop() | Rehearse():
                self._between_guests(message)
            case _:
                if self._is_on_screen(message.session_id):
                    self._tapped(message)

    def _between_guests(self, message: Begin | NewShop | Rehearse) -> None:
        match message:
            case Begin():
                self._begin()
            case NewShop(shop):
                self._front.becomes(shop)
                self._change_over()
                self._show()
            case Rehearse(session_id):
                self._rehearse(session_id)
            case _:
                assert_never(message)

    def _tapped(self, tap: Tap) -> None:
        """A tap on the session that is on the screen."""
        match tap:
            case Choose(session_id, package_key, copies):
                self._choose(session_id, package_key, copies)
            case PickWay(session_id, method):
                self._pick_way(session_id, method)
            case LeaveWay(session_id):
                self._happened(session_id, WayLeft())
            case EnterVoucher(session_id, code):
                self._enter_voucher(session_id, code)
            case HavePaid(session_id):
                self._have_paid(session_id)
            case Leave(session_id):
                self._happened(session_id, CancelAsked(CancelReason.GUEST))
            case PickLook() | PickTemplate() | ArrangeShots() | Retake():
                self._arrange(tap)
            case StayOn():
                self._stay()
            case Print(session_id):
                self._print(session_id)
            case ShowPrint(_, shown):
                self._show_print(shown=shown)
                self._stay()
            case Finish(session_id):
                self._finish(session_id)
            case _:
                assert_never(tap)

    @property
    def next_tick_ns(self) -> int | None:
        """When ``tick`` is due (CLOCK_MONOTONIC), None where nothing is timed."""
        limit = None if self._stage is None else self._stage.limit
        return None if limit is None else limit.at_ns

    def tick(self) -> None:
        """Ends the step on the screen where its time is over."""
        stage = self._stage
        if stage is None or stage.limit is None:
            return
        if self._now_ns < stage.limit.at_ns:
            return
        match stage.limit.then:
            case AtLimit.LEAVE_PRINT if stage.notice is not None:
                self._stage = replace(stage, limit=limit_of(stage.state, self._pace, self._clock))
            case AtLimit.LEAVE_SCREEN | AtLimit.LEAVE_PRINT:
                self._finish(stage.session_id)
            case AtLimit.PRINT:
                self._print(stage.session_id)
            case AtLimit.CANCEL:
                self._happened(stage.session_id, CancelAsked(CancelReason.TIME))
            case AtLimit.LEAVE_TO_OUTBOX:
                self._happened(stage.session_id, PaymentClosed(certain=False))
            case _:
                assert_never(stage.limit.then)

    def _begin(self) -> None:
        problems = self._front.checked.problems
        self._touched_early = self._stage is None and is_starting(problems)
        if self._stage is not None or problems:
            return
        self._front.price()
        self._open(self._keys.new_id())

    def _rehearse(self, session_id: str) -> None:
        before, self._rehearsal = self._rehearsal, session_id
        if self._stage is not None or self._problems(session_id):
            self._rehearsal = before
            return
        self._front.price()
        self._open(session_id)

    def _open(self, session_id: str) -> None:
        self._journal.start(session_id, Choosing(), self._clock.now())
        self._enter(session_id, Choosing())
        self._show()

    def _choose(self, session_id: str, package_key: str, copies: int | None) -> None:
        package = self._front.package(package_key)
        if package is None or not isinstance(self._state_on_screen(), Choosing):
            return
        try:
            package = package.with_copies(package.copies if copies is None else copies)
        except ValueError as error:
            log.warning("not sold so", session=session_id, reason=str(error))
            return
        rehearsal = session_id == self._rehearsal
        ways = (PaymentMethod.FREE,) if rehearsal else self._front.ways()
        if self._problems(session_id) or not ways:
            self._happened(session_id, CancelAsked(CancelReason.OUT_OF_SERVICE))
            return
        order = replace(self._cashier.order(package, ways), rehearsal=rehearsal)
        only_way = self._cashier.only_way(order)
        try:
            self._write(session_id, Chosen(order))
            if only_way is not None:
                self._write(session_id, only_way)
        finally:
            self._show()

    def _pick_way(self, session_id: str, method: PaymentMethod) -> None:
        match self._state_on_screen():
            case Paying(stage=Picking()) if method in self._front.ways():
                self._happened(session_id, self._cashier.picked(method))
                if method is PaymentMethod.VOUCHER:
                    self._look_now()  # so that it is known when the code is typed
            case _:
                return

    def _enter_voucher(self, session_id: str, code: str) -> None:
        match self._state_on_screen():
            case Paying(order, EnteringVoucher()):
                if self._front.stands_against(order.package):
                    self._happened(session_id, CancelAsked(CancelReason.OUT_OF_SERVICE))
                    return
                answer = self._cashier.voucher(order, code)
                if isinstance(answer, VoucherTaken):
                    self._happened(session_id, answer)
                    return
                self._enter(session_id, Paying(order, EnteringVoucher()))
                self._aside(session_id, notice=answer)
            case _:
                return

    def _have_paid(self, session_id: str) -> None:
        match self._state_on_screen():
            case Paying(stage=Offered()):
                self._aside(session_id, notice=Notice.STILL_CHECKING)
                self._effects.nudge(session_id)
            case _:
                return

    def _arrange(self, pick: Pick) -> None:
        stage = self._stage
        event = None if stage is None else picked(pick, stage, self._front.shop, self._now_ns)
        if event is None:
            return
        if self._happened(pick.session_id, event):
            self._tap_times.picked(pick.session_id, event)

    def _stay(self) -> None:
        if self._stage is not None:
            self._change(stayed(self._stage, self._now_ns))

    def _print(self, session_id: str) -> None:
        state = self._state_on_screen()
        if not isinstance(state, Arranging) or state.picture is None:
            return
        package = state.order.package
        printer = self._pool.pick_for_paid(package.sheet, package.copies)
        if printer is None:
            self._happened(session_id, GaveUp(OwedReason.PRINT))
            return
        self._tap_times.print_asked(session_id)
        self._happened(session_id, PrintAsked(printer.id))

    def _show_print(self, *, shown: bool) -> None:
        stage = self._stage
        if stage is None or self._showcase is None or not isinstance(stage.state, Delivered):
            return
        if self._showcase.put(stage.session_id, shown=shown):
            self._stage = replace(stage, shown=shown)
        self._show()

    def _finish(self, session_id: str) -> None:
        state = self._state_on_screen()
        if state is None or not self._is_on_screen(session_id):
            return
        if not (is_over(state) or _is_at_the_printer(state)):
            return
        self._stage = None
        self._next_guest(self._journal.unfinished())
        self._change_over()
        self._show()

    def _change_over(self) -> None:
        if self._stage is None:
            self._front.change_over()

    def _next_guest(self, unfinished: tuple[Journaled, ...]) -> None:
        """Shows the oldest session whose guest has something to do here."""
        for left in unfinished:
            if self._stage is None and not _needs_no_guest(left.state):
                stage = self._enter(left.session_id, left.state)
                self._stage = shortened(stage, self._since_s(left.session_id))
                self._effects.ensure(left.session_id, due(left.state))

    def _since_s(self, session_id: str) -> float:
        """Since the session's last step."""
        last, _ = self._journal.events(session_id)[-1]
        return max((self._clock.now() - moment(last)).total_seconds(), 0.0)

    def _happened(self, session_id: str, event: Event) -> bool:
        """Whether the event meant anything, also for a session that has left the screen."""
        try:
            return self._write(session_id, event)
        finally:
            self._show()

    def _write(self, session_id: str, event: Event) -> bool:
        """As ``_happened``; the screen is not told yet."""
        step = self._journal.append(session_id, event, self._clock.now())
        if step is None:
            return False
        self._on_written()
        self._tap_times.written(session_id, event)
        if self._is_on_screen(session_id):
            self._enter(session_id, step.state)
        self._effects.ensure(session_id, step.effects)
        if (sold := sold_by(event, step.state)) is not None:
            self._on_sold(session_id, sold)
        self._on_state(session_id, step.state)
        refund = refund_of_late(event, step.state) if self._front.shop.refunds_late else None
        if refund is not None:
            self._write(session_id, refund)
        return True

    def _enter(self, session_id: str, state: State) -> Stage:
        before = self._stage if self._is_on_screen(session_id) else None
        stage = entered(session_id, state, before, self._pace, self._clock)
        asked = self._showcase is not None and isinstance(state, Delivered)
        self._stage = replace(stage, shown=False if asked else None)
        return self._stage

    def _is_on_screen(self, session_id: str) -> bool:
        return self._stage is not None and self._stage.session_id == session_id

    def _state_on_screen(self) -> State | None:
        return None if self._stage is None else self._stage.state

    def _payment_at_hand(self, session_id: str) -> str | None:
        found = self._journal.load(session_id)
        order = None if found is None else order_of(found.state)
        return None if order is None else order.payment_id

    def _problems(self, session_id: str) -> tuple[Problem, ...]:
        """A rehearsal needs no way to pay."""
        found = self._front.checked.problems
        if session_id != self._rehearsal:
            return found
        return tuple(problem for problem in found if problem.check is not Check.PAYMENT)

    @property
    def _now_ns(self) -> int:
        return self._clock.monotonic_ns()

    def _aside(
        self,
        session_id: str,
        *,
        notice: Notice | None = None,
        printer_faults: tuple[Fault, ...] = (),
    ) -> None:
        stage = self._stage
        if stage is None or stage.session_id != session_id:
            return
        self._change(replace(stage, notice=notice, printer_faults=printer_faults))

    def _advance(self, session_id: str, progress: PrintProgress) -> None:
        stage = self._stage
        if stage is not None and stage.session_id == session_id:
            self._change(replace(stage, progress=progress))

    def _count(self, session_id: str, countdown: Countdown) -> None:
        stage = self._stage
        if stage is None or stage.session_id != session_id:
            return
        if is_counted(countdown, stage.state):
            self._change(replace(stage, countdown=countdown))

    def _change(self, stage: Stage) -> None:
        if stage != self._stage:
            self._stage = stage
            self._show()

    def _show(self) -> None:
        free = self._stage is None and self._showcase is not None
        showcase = self._showcase.pictures() if free and self._showcase else ()
        front = self._front
        self._publish(view_of(front.shop, self._stage, front.offered(), front.checked, showcase))


def _needs_no_guest(state: State) -> bool:
    """Whether what is left to do is the booth's own: to print, or to withdraw a print."""
    return isinstance(state, Printing) or is_over(state)


def _is_at_the_printer(state: State) -> bool:
    return isinstance(state, Printing) and state.job.cups_job_id is not None
