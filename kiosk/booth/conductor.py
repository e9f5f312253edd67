"""The conductor: one session at a time, every event on disk before anything follows from it.

It takes every message and every tick, and says which of its parts each one is for: the door
(who comes and goes), the selling, the sheets, the steps (the journal) and the screen.

It lives on one thread and is driven by ``handle`` and ``tick`` alone, so tests drive it by hand.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from kiosk.booth.cashier import Cashier
from kiosk.booth.door import Door
from kiosk.booth.limits import AtLimit
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
from kiosk.booth.ports import Clock, Journal, Keys, PrinterPool, VoucherDesk
from kiosk.booth.screen import Screen
from kiosk.booth.selling import Selling
from kiosk.booth.sheets import Sheets
from kiosk.booth.shopfront import Shopfront
from kiosk.booth.showcase import Showcase
from kiosk.booth.stage import Shop, Stage
from kiosk.booth.staying import stayed
from kiosk.booth.steps import Effects, Listeners, Steps
from kiosk.booth.tap_times import TapTimes
from kiosk.booth.timings import Timings
from kiosk.booth.view import (
    ArrangeShots,
    Begin,
    Choose,
    EnterVoucher,
    Finish,
    HavePaid,
    Leave,
    LeaveWay,
    PickLook,
    PickTemplate,
    PickWay,
    Print,
    Retake,
    ShowPrint,
    StayOn,
    Tap,
    View,
)
from kiosk.domain.order import Order, Package
from kiosk.domain.session import (
    CancelAsked,
    CancelReason,
    PaymentClosed,
    State,
    WayLeft,
    order_of,
)


class Conductor:
    """``priced`` gives packages the prices that hold now. ``on_written``, ``on_sold`` and
    ``on_state``: see ``Listeners``. ``look_now`` has the preflight look again. None of them may
    block or raise. Without a ``showcase`` no guest is asked whether the print may be shown."""

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
        self._journal = journal
        self._clock = clock
        self._front = front = Shopfront(shop, priced)
        self._screen = screen = Screen(front, pace, clock, publish, showcase)
        self._tap_times = times = TapTimes(timings, clock)
        listeners = Listeners(on_written, on_sold, on_state)
        self._steps = steps = Steps(journal, effects, clock, front, screen, times, listeners)
        self._door = Door(front, screen, steps, keys)
        cashier = Cashier(keys, clock, vouchers)
        self._selling = Selling(front, screen, steps, cashier, look_now)
        self._sheets = Sheets(front, screen, steps, pool, clock, times, showcase)

    def on_screen(self) -> str | None:
        """The id of the session that is on the screen. From any thread."""
        stage = self._screen.stage
        return None if stage is None else stage.session_id

    def recover(self) -> None:
        """Carries on what a stop or a crash left unfinished, from the last step on disk."""
        self._door.recover()

    def handle(self, message: Message) -> None:
        match message:
            case Happened():
                self._happened(message)
            case Noticed() | Counting() | Progressed():
                self._screen.tell(message)
            case Checked():
                self._front.checked = message
                self._door.looked()
                self._screen.show()
            case NewShop(shop):
                self._front.becomes(shop)
                self._door.change_over()
                self._screen.show()
            case Begin():
                self._door.begin()
            case Rehearse(session_id):
                self._door.rehearse(session_id)
            case _:
                if self._screen.has(message.session_id):
                    self._tapped(message)

    def _happened(self, told: Happened) -> None:
        session_id, event = told.session_id, told.event
        if told.about is not None and told.about != self._payment_at_hand(session_id):
            return
        if self._steps.take(session_id, event) and told.measured is not None:
            self._tap_times.measured(session_id, event, told.measured)

    def _tapped(self, tap: Tap) -> None:
        """A tap on the session that is on the screen."""
        match tap:
            case Choose(session_id, package_key, copies):
                self._selling.choose(session_id, package_key, copies)
            case PickWay(session_id, method):
                self._selling.pick_way(session_id, method)
            case LeaveWay(session_id):
                self._steps.take(session_id, WayLeft())
            case EnterVoucher(session_id, code):
                self._selling.enter_voucher(session_id, code)
            case HavePaid(session_id):
                self._selling.have_paid(session_id)
            case Leave(session_id):
                self._steps.take(session_id, CancelAsked(CancelReason.GUEST))
            case PickLook() | PickTemplate() | ArrangeShots() | Retake():
                self._sheets.arrange(tap)
            case Print(session_id):
                self._sheets.print(session_id)
            case ShowPrint(_, shown):
                self._sheets.let_show(shown=shown)
            case StayOn():
                self._stay()
            case Finish():
                self._door.finish()
            case _:
                assert_never(tap)

    def _stay(self) -> None:
        stage = self._screen.stage
        if stage is not None:
            self._screen.change(stayed(stage, self._clock.monotonic_ns()))

    def _payment_at_hand(self, session_id: str) -> str | None:
        found = self._journal.load(session_id)
        order = None if found is None else order_of(found.state)
        return None if order is None else order.payment_id

    # ---- deadlines ----------------------------------------------------------------------------

    @property
    def next_tick_ns(self) -> int | None:
        """When ``tick`` is due (CLOCK_MONOTONIC), None where nothing is timed."""
        stage = self._screen.stage
        limit = None if stage is None else stage.limit
        return None if limit is None else limit.at_ns

    def tick(self) -> None:
        """Ends the step on the screen where its time is over."""
        stage = self._screen.stage
        if stage is None or stage.limit is None:
            return
        if self._clock.monotonic_ns() >= stage.limit.at_ns:
            self._end(stage, stage.limit.then)

    def _end(self, stage: Stage, how: AtLimit) -> None:
        match how:
            case AtLimit.LEAVE_PRINT if stage.notice is not None:
                self._screen.begin_limit_anew()
            case AtLimit.LEAVE_SCREEN | AtLimit.LEAVE_PRINT:
                self._door.finish()
            case AtLimit.PRINT:
                self._sheets.print(stage.session_id)
            case AtLimit.CANCEL:
                self._steps.take(stage.session_id, CancelAsked(CancelReason.TIME))
            case AtLimit.LEAVE_TO_OUTBOX:
                self._steps.take(stage.session_id, PaymentClosed(certain=False))
            case _:
                assert_never(how)
