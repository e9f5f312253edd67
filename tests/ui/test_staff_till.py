"""The till by touch: what is asked for, once, and what is not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.booth.staff import till_view as t, view as v
from kiosk.booth.view import View
from kiosk.ui.staff import touch
from tests.ui import samples, staff_till_samples as tills
from tests.ui.conftest import OpenStage, Stage
from tests.ui.staff_finger import StaffFinger

SIZES = [(540, 960), (960, 540)]
SESSION = tills.PRINT.claim.session_id


@pytest.fixture
def finger(stage: Stage, tmp_path: Path) -> StaffFinger:
    stage.show(View(samples.PACKAGES))
    return StaffFinger(stage.screen, stage.bot, tmp_path / "pictures")


def page(stage: Stage) -> str:
    return str(stage.screen.staff.page)


def come_in(stage: Stage, view: v.StaffView) -> None:
    stage.show_staff(v.StaffView(v.Gate(v.GateState.ASKING)))
    stage.show_staff(view)


@pytest.mark.parametrize(
    ("till", "opens"),
    [
        (tills.till(), "home"),
        (tills.till(tills.CHANGE), "till"),
        (tills.till(cash=tills.CASH), "till"),
    ],
)
def test_the_room_opens_at_the_till_where_somebody_waits(
    stage: Stage, till: t.TillView, opens: str
) -> None:
    come_in(stage, tills.inside(till))
    assert page(stage) == opens


@pytest.mark.parametrize("size", SIZES)
def test_cash_is_taken_by_holding_and_not_by_a_tap(
    open_stage: OpenStage, tmp_path: Path, size: tuple[int, int]
) -> None:
    stage = open_stage(size)
    finger = StaffFinger(stage.screen, stage.bot, tmp_path / "pictures")
    come_in(stage, tills.inside(tills.till(cash=tills.CASH)))
    assert "Rp 35.000" in finger.words()
    for _ in range(3):
        finger.tap(touch.CASH_TAKE)
    assert stage.asked == []
    finger.hold(touch.CASH_TAKE)
    assert stage.asked == [t.TakeCash("cash-payment")]


def test_cash_that_is_being_written_down_is_not_taken_again(
    stage: Stage, finger: StaffFinger
) -> None:
    come_in(stage, tills.inside(tills.till(cash=replace(tills.CASH, busy=True))))
    assert any("Sedang dicatat" in words for words in finger.words())
    assert finger.names(touch.CASH_TAKE) == []


def test_without_a_shift_the_till_asks_for_one_first(stage: Stage, finger: StaffFinger) -> None:
    come_in(stage, tills.inside(tills.till(cash=tills.CASH, shift=None)))
    assert finger.names(touch.CASH_TAKE) == []
    finger.tap(touch.CASH_OPEN_SHIFT)
    finger.tap(touch.DRAWER_KEY + "2")
    finger.tap(touch.DRAWER_ERASE)
    assert finger.names(touch.DRAWER_CONFIRM) == []  # nothing is counted
    finger.tap(touch.DRAWER_KEY + "2")
    finger.tap(touch.DRAWER_KEY + "000")
    finger.tap(touch.DRAWER_CONFIRM)
    assert stage.asked == [t.StartShift(2000)]
    stage.show_staff(tills.inside(tills.till(cash=tills.CASH)))
    assert finger.names(touch.CASH_TAKE) == [touch.CASH_TAKE]


@pytest.mark.parametrize("size", SIZES)
def test_a_claim_is_found_by_its_code_and_settled_with_a_reason(
    open_stage: OpenStage, tmp_path: Path, size: tuple[int, int]
) -> None:
    stage = open_stage(size)
    finger = StaffFinger(stage.screen, stage.bot, tmp_path / "pictures")
    come_in(stage, tills.inside(tills.till(*tills.CLAIMS)))
    finger.tap(touch.TILL_CODE)
    for letter in "7KZ":
        finger.tap(touch.CODE_KEY + letter)
    assert finger.names(touch.CLAIM) == []
    finger.tap(touch.CODE_ERASE)
    assert finger.names(touch.CLAIM) == [touch.CLAIM + SESSION]
    finger.tap(touch.CLAIM + SESSION)
    finger.tap(touch.DEED + t.Deed.REPRINT.value)
    finger.tap(touch.WHY + "bad_print")
    finger.tap(touch.DEED_CONFIRM)
    assert stage.asked == []
    finger.hold(touch.DEED_CONFIRM)
    assert stage.asked == [t.DoDeed(SESSION, t.Deed.REPRINT, t.Why.BAD_PRINT)]
    assert page(stage) == "claim"


def test_while_a_deed_is_written_down_nothing_else_can_be_asked(
    stage: Stage, finger: StaffFinger
) -> None:
    come_in(stage, tills.inside(tills.till(tills.PRINT)))
    finger.tap(touch.CLAIM + SESSION)
    stage.show_staff(tills.inside(tills.till(replace(tills.PRINT, deed=t.Deed.COMP))))
    assert finger.names(touch.DEED) == []
    assert any("Sedang dicatat" in words for words in finger.words())


@pytest.mark.parametrize("deed", t.Deed)
def test_a_claim_that_goes_takes_its_pages_with_it(
    stage: Stage, finger: StaffFinger, deed: t.Deed
) -> None:
    card = tills.CHANGE if deed is t.Deed.RETURN_CHANGE else tills.PRINT
    come_in(stage, tills.inside(tills.till(card)))
    finger.tap(touch.CLAIM + card.claim.session_id)
    finger.tap(touch.DEED + deed.value)
    assert page(stage) == "deed"
    stage.show_staff(tills.inside(tills.till()))
    assert page(stage) == "till"


def test_a_drawer_is_counted_with_a_note_and_the_difference_shown_after(
    stage: Stage, finger: StaffFinger
) -> None:
    blind = tills.till(shift=tills.BLIND, past=())
    come_in(stage, tills.inside(blind, tills.HELPER))
    finger.tap(touch.TILL)
    finger.tap(touch.TILL_SHIFT)
    assert not [words for words in finger.words() if "Rp" in words]
    finger.tap(touch.SHIFT_COUNT)
    finger.tap(touch.DRAWER_NOTE + "2")
    finger.count(95_000)
    assert stage.asked == [t.EndShift(95_000, "Salah kembalian")]
    stage.show_staff(tills.inside(replace(blind, shift=None, past=(tills.PAST,)), tills.HELPER))
    assert page(stage) == "shift"
    assert "Kurang Rp 5.000" in finger.words()


def test_an_empty_drawer_is_counted_too(stage: Stage, finger: StaffFinger) -> None:
    come_in(stage, tills.inside(tills.till(shift=None)))
    finger.tap(touch.TILL)
    finger.tap(touch.TILL_SHIFT)
    finger.count(0)
    assert stage.asked == [t.StartShift(0)]


def test_money_that_did_not_go_back_is_likely_to_go_back_another_way() -> None:
    failed = replace(tills.PRINT, stage=t.ClaimStage.REFUND_FAILED)
    assert tills.PRINT.likely is t.Deed.REPRINT
    assert failed.likely in t.FOR_OWNERS
    assert replace(failed, deed=t.Deed.COMP).likely is None
