"""Where staff are in their room."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.booth.staff.till_view import Deed, Why
from kiosk.booth.staff.view import Gate, GateState, Outcome, Report
from kiosk.domain.printing import Media
from kiosk.domain.registered import Calibration
from kiosk.ui.staff.places.places import Place, place_after
from kiosk.ui.staff.places.printers import (
    MOST_SHEETS,
    AtCalibrate,
    AtConfirm,
    AtPrinters,
    AtRefill,
    AtRemove,
    AtSearch,
)
from kiosk.ui.staff.places.rooms import AtAbout, AtComplaint, AtHome, AtSession
from kiosk.ui.staff.printer_names import model_name, proposed_names
from tests.ui.staff_room_samples import PAGE_DELIVERED, SESSION, opened
from tests.ui.staff_samples import FOUND, card, inside

CONFIRM = AtConfirm(FOUND[0], ("A",), "A", Media.FOUR_BY_SIX, since=3)
REFILL = AtRefill("left", Media.FOUR_BY_SIX, 200)
CALIBRATE = AtCalibrate("left", Calibration(), Calibration())
PLACES = [
    AtPrinters(),
    AtSearch(),
    CONFIRM,
    REFILL,
    CALIBRATE,
    AtRemove("left"),
    AtHome(),
    AtAbout(),
]


@pytest.mark.parametrize("place", PLACES)
def test_a_place_stays_while_nothing_ends_it(place: Place) -> None:
    assert place_after(place, inside(card(prints_left=7))) is place


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("state", [state for state in GateState if state is not GateState.OPEN])
def test_a_gate_that_is_not_open_leads_back_home(place: Place, state: GateState) -> None:
    assert place_after(place, replace(inside(card()), gate=Gate(state))) == AtHome()


@pytest.mark.parametrize("place", [REFILL, CALIBRATE, AtRemove("left")])
def test_a_printer_that_is_gone_is_left(place: Place) -> None:
    assert place_after(place, inside(card(id="other"))) == AtPrinters()


def test_what_can_not_be_done_any_more_is_left() -> None:
    asked = AtComplaint(SESSION, Deed.REPRINT, Why.NONE)
    here = inside(rooms=opened(PAGE_DELIVERED))
    assert place_after(asked, here) is asked
    assert place_after(asked, inside(rooms=opened(None))) == AtSession(SESSION)
    done = opened(replace(PAGE_DELIVERED, card=None))
    assert place_after(asked, inside(rooms=done)) == AtSession(SESSION)


def test_adding_ends_with_its_own_report_only() -> None:
    def after(number: int, outcome: Outcome) -> Place:
        return place_after(CONFIRM, inside(card(), report=Report(number, outcome)))

    assert after(4, Outcome.ADDED) == AtPrinters()
    assert after(3, Outcome.ADDED) is CONFIRM
    assert after(4, Outcome.ADD_FAILED) is CONFIRM


def test_the_steps_of_a_refill_stay_within_what_a_roll_can_hold() -> None:
    assert REFILL.step(-10).step(-300).sheets == 0
    assert REFILL.step(10_000).sheets == MOST_SHEETS


def test_a_calibration_moves_in_tenths_within_its_bounds() -> None:
    moved = CALIBRATE.moved(0.30000001, -9.0, 1.0004)
    assert moved.calibration == Calibration(0.3, -5.0, 1.0)
    assert CALIBRATE.moved(0, 0, 1.2).calibration.scale == 1.05
    assert moved.asked == Calibration()


@pytest.mark.parametrize(
    ("made", "name"),
    [
        ("Dai Nippon Printing DS620 - CUPS+Gutenprint v5.3.4", "DNP DS620"),
        ("DNP DS-RX1 - CUPS+Gutenprint v5.3.3 Simplified", "DNP DS-RX1"),
        ("Canon SELPHY CP1500, driverless, cups-filters 1.28.17", "Canon SELPHY CP1500"),
        ("Canon SELPHY CP1500 - IPP Everywhere", "Canon SELPHY CP1500"),
        ("Mitsubishi Electric CP-D90DW (USB)", "Mitsubishi CP-D90DW"),
        ("A printer whose maker likes to give it very long names", "A printer whose maker"),
        ("Unlimitedlettersinasinglewordwithoutend", "Unlimitedlettersinasingl"),
        ("", "Printer"),
    ],
)
def test_a_model_is_called_by_its_short_name(made: str, name: str) -> None:
    assert model_name(made) == name


def test_names_are_proposed_that_are_free_and_what_it_was_before_comes_first() -> None:
    made = "Dai Nippon Printing DS620"
    names = proposed_names(made, ("Printer kiri",), ("DNP DS620", "Printer kiri"))
    assert names == ("Printer kiri", "DNP DS620 2", "Printer kanan")
    assert proposed_names(made, (), ()) == ("DNP DS620", "Printer kiri", "Printer kanan")
