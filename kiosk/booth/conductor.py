"""The conductor: one session at a time, every event on disk before anything follows from it.

It lives on one thread and is driven by ``handle`` and ``tick`` alone, so tests drive it by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Protocol, assert_never

import structlog

from kiosk.booth.limits import AtLimit, limit_of
from kiosk.booth.messages import Checked, Counting, Happened, Message, Noticed
from kiosk.booth.pace import Pace
from kiosk.booth.ports import Clock, Journal, Journaled, Keys, PrinterPool
from kiosk.booth.stage import Shop, Stage, view_of
from kiosk.booth.timings import Timings
from kiosk.booth.view import (
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
    PickWay,
    Print,
    Problem,
    View,
)
from kiosk.domain.faults import Fault
from kiosk.domain.order import Order, Package, PaymentMethod
from kiosk.domain.session import (
    Arranging,
    CancelAsked,
    CancelReason,
    Choosing,
    Chosen,
    Effect,
    Event,
    GaveUp,
    OwedReason,
    PaymentClosed,
    PrintAsked,
    Printing,
    PrintSubmitted,
    State,
    WayLeft,
    WayPicked,
    due,
    is_over,
)

log = structlog.get_logger()


class Effects(Protocol):
    def ensure(self, session_id: str, due: Iterable[Effect]) -> None: ...


NOT_CHECKED = Problem(Check.STORE, "not checked yet", "wait a moment")


class Conductor:
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
    ) -> None:
        self._shop = shop
        self._journal = journal
        self._pool = pool
        self._effects = effects
        self._clock = clock
        self._keys = keys
        self._pace = pace
        self._timings = timings
        self._publish = publish
        self._on_written = on_written
        self._problems: tuple[Problem, ...] = (NOT_CHECKED,)
        self._unsellable: frozenset[str] = frozenset()
        self._stage: Stage | None = None
        self._print_asked_ns: dict[str, int] = {}

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
            case Begin():
                self._begin()
            case Choose(session_id, package_key):
                self._choose(session_id, package_key)
            case PickWay(session_id, method):
                self._pick_way(session_id, method)
            case LeaveWay(session_id):
                self._happened(session_id, WayLeft())
            case EnterVoucher() | HavePaid():
                pass
            case Leave(session_id):
                self._happened(session_id, CancelAsked(CancelReason.GUEST))
            case Print(session_id):
                self._print(session_id)
            case Finish(session_id):
                self._finish(session_id)
            case Happened(session_id, event, measured):
                if self._happened(session_id, event) and measured is not None:
                    self._timings.add(measured.name, self._clock.monotonic_ns() - measured.since_ns)
            case Noticed(session_id, notice, faults):
                self._aside(session_id, notice=notice, printer_faults=faults)
            case Counting(session_id, countdown):
                self._aside(session_id, countdown=countdown)
            case Checked(problems, unsellable):
                self._problems, self._unsellable = problems, unsellable
                self._show()
            case _:
                assert_never(message)

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
        if self._clock.monotonic_ns() < stage.limit.at_ns:
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
        if self._stage is not None or self._problems:
            return
        session_id = self._keys.new_id()
        self._journal.start(session_id, Choosing(), self._clock.now())
        self._enter(session_id, Choosing())
        self._show()

    def _choose(self, session_id: str, package_key: str) -> None:
        package = next((p for p in self._offered() if p.key == package_key), None)
        if package is None:
            return
        if self._problems:
            self._happened(session_id, CancelAsked(CancelReason.OUT_OF_SERVICE))
            return
        paid = self._shop.method is not PaymentMethod.FREE and package.price > 0
        order = Order(
            package=package,
            method=self._shop.method if paid else PaymentMethod.FREE,
            amount=package.price if paid else 0,
            payment_id=self._keys.new_id() if paid else None,
            photo_id=self._keys.new_id(),
            print_job_id=self._keys.new_id(),
            code=self._keys.download_code(),
            claim_code=self._keys.claim_code(),
            ways=(self._shop.method,),
        )
        self._happened(session_id, Chosen(order))

    def _pick_way(self, session_id: str, method: PaymentMethod) -> None:
        payment_id = None if method is PaymentMethod.CASH else self._keys.new_id()
        self._happened(session_id, WayPicked(method, payment_id))

    def _print(self, session_id: str) -> None:
        stage = self._stage
        if stage is None or stage.session_id != session_id:
            return
        if not isinstance(stage.state, Arranging) or stage.state.picture is None:
            return
        package = stage.state.order.package
        printer = self._pool.pick_for_paid(package.sheet, package.copies)
        if printer is None:
            self._happened(session_id, GaveUp(OwedReason.PRINT))
            return
        self._print_asked_ns[session_id] = self._clock.monotonic_ns()
        self._happened(session_id, PrintAsked(printer.id))

    def _finish(self, session_id: str) -> None:
        stage = self._stage
        if stage is None or stage.session_id != session_id:
            return
        if not (is_over(stage.state) or _is_at_the_printer(stage.state)):
            return
        self._stage = None
        self._next_guest(self._journal.unfinished())
        self._show()

    def _next_guest(self, unfinished: tuple[Journaled, ...]) -> None:
        """Shows the oldest session whose guest has something to do here."""
        for left in unfinished:
            if self._stage is None and not _needs_no_guest(left.state):
                self._enter(left.session_id, left.state)
                self._effects.ensure(left.session_id, due(left.state))

    def _happened(self, session_id: str, event: Event) -> bool:
        """Whether the event meant anything, also for a session that has left the screen."""
        step = self._journal.append(session_id, event, self._clock.now())
        if step is None:
            return False
        self._on_written()
        self._measure(session_id, event)
        if self._stage is not None and self._stage.session_id == session_id:
            self._enter(session_id, step.state)
        self._effects.ensure(session_id, step.effects)
        self._show()
        return True

    def _measure(self, session_id: str, event: Event) -> None:
        """From the tap on print until CUPS has accepted the job, and that is on disk."""
        if isinstance(event, PrintSubmitted) and session_id in self._print_asked_ns:
            since = self._print_asked_ns.pop(session_id)
            self._timings.add("print_submit", self._clock.monotonic_ns() - since)

    def _enter(self, session_id: str, state: State) -> None:
        limit = limit_of(state, self._pace, self._clock)
        before = self._stage.countdown if self._stage is not None else None
        self._stage = Stage(session_id, state, limit, countdown=before)

    def _offered(self) -> tuple[Package, ...]:
        return tuple(p for p in self._shop.packages if p.key not in self._unsellable)

    def _aside(
        self,
        session_id: str,
        *,
        countdown: Countdown | None = None,
        notice: Notice | None = None,
        printer_faults: tuple[Fault, ...] = (),
    ) -> None:
        stage = self._stage
        if stage is None or stage.session_id != session_id:
            return
        if countdown is not None:
            changed = replace(stage, countdown=countdown)
        else:
            changed = replace(stage, notice=notice, printer_faults=printer_faults)
        if changed != stage:
            self._stage = changed
            self._show()

    def _show(self) -> None:
        self._publish(view_of(self._shop, self._stage, self._offered(), self._problems))


def _needs_no_guest(state: State) -> bool:
    """Whether what is left to do is the booth's own: to print, or to withdraw a print."""
    return isinstance(state, Printing) or is_over(state)


def _is_at_the_printer(state: State) -> bool:
    return isinstance(state, Printing) and state.job.cups_job_id is not None
