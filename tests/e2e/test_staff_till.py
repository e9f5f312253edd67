"""Staff at the till of a real booth, by finger: cash, a reprint, money back, a drawer counted.

The window, the desk, the store, the conductor, cupsd and the printer are the real ones. The
pictures of each step are in ``build/staff-till``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.app import build_booth
from kiosk.booth.pace import rehearsal
from kiosk.booth.staff.till_view import Deed
from kiosk.booth.staff.view import StaffView
from kiosk.booth.view import View
from kiosk.clock import RandomKeys, SystemClock
from kiosk.domain import session as s
from kiosk.domain.order import Till
from kiosk.domain.staff import Role
from kiosk.local.booth_files import BoothFiles
from kiosk.local.demo import CLIP
from kiosk.local.world import World
from kiosk.running import Booth
from kiosk.store.models import AuditEntry, CashOut, Payment
from kiosk.touchscreen import open_touchscreen, screen_settings_of
from kiosk.ui import touch as guest_touch
from kiosk.ui.screens import ScreenName
from kiosk.ui.staff import touch
from kiosk.ui.taps import DOUBLE_TAP_NS
from kiosk.ui.window import Screen
from kiosk.wiring.shop import pace_of
from tests.ui.staff_finger import StaffFinger
from tests.warm_kiosk import WarmBoothFiles, WarmKiosk

from .conftest import answered
from .test_missing_parts import settings

PICTURES = Path(__file__).resolve().parents[2] / "build" / "staff-till"
HELPER, OWNER = "2581", "7410"
FLOAT, PRICE = 100_000, 35_000
MISSING = 5_000
PATIENCE_S = 60.0


@dataclass
class Counter:
    """A booth and who stands before it. ``last`` is the newest session that the screen showed."""

    booth: Booth
    screen: Screen
    finger: StaffFinger
    bot: QtBot
    last: str = ""

    def until(self, true: Callable[[], object], what: str) -> None:
        self.finger.wait_until(lambda: bool(true()), PATIENCE_S, f"never: {what}")

    def until_shown(self, name: ScreenName) -> None:
        self.until(lambda: self.screen.booth.screen_name == name.value, name.value)

    def state(self, session_id: str) -> s.State:
        found = self.booth.mirror.journal.load(session_id)
        assert found is not None
        return found.state

    def guest_taps(self, name: str) -> None:
        """As a guest does: a screen that has just come takes no tap that was meant for the last."""
        self.finger.wait_for(name, PATIENCE_S)
        self.bot.wait(2 * DOUBLE_TAP_NS // 1_000_000)
        self.finger.tap(name)

    def enter(self, pin: str) -> None:
        self.finger.knock()
        self.finger.wait_for(touch.KEY + "1")
        self.finger.enter_pin(pin)
        self.finger.wait_for(touch.TILL)

    def owed(self, like: str, by: str) -> str:
        """Another guest, who paid the same in cash and whose picture did not come out."""
        keys, journal = RandomKeys(), self.booth.mirror.journal
        state = self.state(like)
        assert isinstance(state, s.Delivered)
        order, taken = state.order, (event for _, event in journal.events(like))
        session_id, now = keys.new_id(), SystemClock().now()
        fresh = replace(
            order,
            payment_id=None,
            photo_id=keys.new_id(),
            print_job_id=keys.new_id(),
            code=keys.download_code(),
            claim_code=keys.claim_code(),
            till=Till(),
        )
        journal.start(session_id, s.Choosing(), now)
        events: tuple[s.Event, ...] = (
            s.Chosen(fresh),
            s.WayPicked(order.method, None),
            s.CashReceived(keys.new_id(), PRICE, by),
            *(event for event in taken if isinstance(event, s.ShotTaken)),
            s.PictureComposed(state.picture),
            s.GaveUp(s.OwedReason.PRINT),
        )
        for event in events:
            journal.append(session_id, event, now)
        assert isinstance(self.state(session_id), s.Owed)
        return session_id


@contextmanager
def opened(files: BoothFiles, bot: QtBot) -> Iterator[Counter]:
    config = settings(files)

    def publish(view: View) -> None:
        if view.session_id is not None:
            counter.last = view.session_id
        screen.show(view)

    def publish_staff(view: StaffView) -> None:
        screen.show_staff(view)

    pace = rehearsal(pace_of(config))
    booth = build_booth(config, files.data_dir, pace, publish, publish_staff)
    now = SystemClock().now()
    booth.mirror.staff.set_pin("Dewi", Role.STAFF, HELPER, now)
    booth.mirror.staff.set_pin("Sari", Role.OWNER, OWNER, now)
    screen = open_touchscreen(config, files.data_dir, booth, screen_settings_of(config))
    counter = Counter(booth, screen, StaffFinger(screen, bot, PICTURES), bot)
    booth.start()
    try:
        yield counter
    finally:
        booth.close()
        screen.close()
        bot.waitUntil(lambda: screen.closed)


@pytest.fixture
def files(world: World, tmp_path: Path, warm_kiosk: WarmKiosk) -> BoothFiles:
    """A booth that sells for cash."""
    files = WarmBoothFiles(tmp_path, warm_kiosk)
    files.write(world.addresses, camera=f"clip:{CLIP}", methods=("cash",), size="540x960")
    files.set_up(world.addresses)
    return files


def test_a_day_at_the_till(qtbot: QtBot, world: World, files: BoothFiles) -> None:
    tray = world.addresses.printers[0].tray
    before = len(list(tray.glob("*.jpg")))
    with opened(files, qtbot) as counter:
        helper_opens_the_drawer(counter)
        paid = guest_pays_cash_and_takes_the_print(counter)
        assert len(list(tray.glob("*.jpg"))) == before + 1
        reprinted, refunded = two_guests_are_owed(counter, paid)
        helper_reprints(counter, reprinted)
        assert len(list(tray.glob("*.jpg"))) == before + 2
        helper_may_not_refund(counter, refunded)
        owner_refunds(counter, refunded)
        owner_counts_the_drawer(counter)
        whose = {row.who for row in AuditEntry.select()}
        assert {"Dewi", "Sari"} <= whose
    assert answered(files, "audit")["violations"] == []


def helper_opens_the_drawer(counter: Counter) -> None:
    """Without it nothing is sold for cash."""
    finger = counter.finger
    counter.until_shown(ScreenName.RESTING)
    counter.enter(HELPER)
    finger.tap(touch.TILL)
    finger.picture("till-without-shift")
    finger.tap(touch.TILL_SHIFT)
    finger.count(FLOAT)
    finger.wait_for_words("Kasir dibuka")
    finger.tap(touch.LEAVE)


def guest_pays_cash_and_takes_the_print(counter: Counter) -> str:
    finger = counter.finger
    counter.until_shown(ScreenName.ATTRACT)
    counter.guest_taps(guest_touch.ATTRACT)
    counter.guest_taps(guest_touch.PACKAGE + "classic")
    counter.until(lambda: counter.booth.mirror.claims.cash_due(), "cash is due")
    finger.picture("guest-at-cash")
    counter.enter(HELPER)
    finger.wait_for(touch.CASH_TAKE)
    finger.picture("cash-to-take")
    finger.hold(touch.CASH_TAKE)
    counter.until(lambda: finger.find(touch.LEAVE) is None, "the room closes")
    counter.until_shown(ScreenName.SHOOT)
    finger.picture("guest-shoots")
    [payment] = Payment.select()
    assert (payment.amount, payment.method, payment.taken_by) == (PRICE, "cash", "Dewi")
    counter.guest_taps(guest_touch.ARRANGE_PRINT)
    counter.until_shown(ScreenName.TAKE_HOME)
    paid = counter.last
    counter.guest_taps(guest_touch.TAKE_HOME_DONE)
    counter.until_shown(ScreenName.ATTRACT)
    return paid


def two_guests_are_owed(counter: Counter, paid: str) -> tuple[str, str]:
    return counter.owed(paid, "Dewi"), counter.owed(paid, "Dewi")


def helper_reprints(counter: Counter, session_id: str) -> None:
    finger = counter.finger
    counter.enter(HELPER)
    finger.tap(touch.TILL_CODE)
    order = s.order_of(counter.state(session_id))
    assert order is not None
    for letter in order.claim_code:
        finger.tap(touch.CODE_KEY + letter)
    finger.picture("found-by-code")
    assert finger.names(touch.CLAIM) == [touch.CLAIM + session_id]
    finger.tap(touch.CLAIM + session_id)
    finger.picture("claim")
    finger.tap(touch.DEED + Deed.REPRINT.value)
    finger.picture("reprint")
    finger.hold(touch.DEED_CONFIRM)
    finger.wait_for_words("sudah keluar", PATIENCE_S)
    finger.picture("reprinted")
    state = counter.state(session_id)
    assert isinstance(state, s.Settled)
    assert (state.how, state.by, state.why) == (
        s.Settlement.REPRINTED,
        "Dewi",
        "printer trouble",
    )


def helper_may_not_refund(counter: Counter, session_id: str) -> None:
    finger = counter.finger
    finger.tap(touch.CLAIM + session_id)
    finger.tap(touch.DEED + Deed.REFUND_CASH.value)
    finger.hold(touch.DEED_CONFIRM)
    finger.wait_for_words("Sari yang boleh")
    finger.picture("owners-only")
    finger.tap(touch.LEAVE)
    counter.until_shown(ScreenName.ATTRACT)
    assert isinstance(counter.state(session_id), s.Owed)


def owner_refunds(counter: Counter, session_id: str) -> None:
    finger = counter.finger
    counter.enter(OWNER)
    finger.tap(touch.CLAIM + session_id)
    finger.tap(touch.DEED + Deed.REFUND_CASH.value)
    finger.tap(touch.WHY + "guest_asked")
    finger.hold(touch.DEED_CONFIRM)
    finger.wait_for_words("uangnya sudah kembali")
    finger.picture("refunded")
    [out] = CashOut.select()
    assert (out.amount, out.session_id) == (PRICE, session_id)


def owner_counts_the_drawer(counter: Counter) -> None:
    finger = counter.finger
    expected = FLOAT + 3 * PRICE - PRICE
    finger.tap(touch.TILL_SHIFT)
    finger.wait_for_words("Rp 170.000")
    finger.picture("shift")
    finger.tap(touch.SHIFT_COUNT)
    finger.count(expected - MISSING)
    finger.wait_for_words("Kurang Rp 5.000")
    finger.picture("shift-closed")
    [closed] = counter.booth.mirror.shifts.list(9)
    assert (closed.expected, closed.difference) == (expected, -MISSING)
    finger.tap(touch.LEAVE)
