"""Which printer gets the next job, and what may be sold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.booth.pool import FIRST_REST_S, Pool
from kiosk.domain.faults import Fault
from kiosk.domain.printing import Media, PrinterType, Sheet

from .conftest import HandClock
from .paper_world import PaperCups, PaperPrinter
from .print_room import Register, registered


class Two:
    """A pool of a left and a right printer, whose state may be changed."""

    def __init__(self) -> None:
        self.clock = HandClock()
        self.left, self.right = PaperPrinter(), PaperPrinter()
        self.cups = PaperCups(self.clock, {"left": self.left, "right": self.right})
        self.register = Register({name: registered(name) for name in ("left", "right")})
        self.pool = Pool(self.cups, self.register, self.clock)

    def know(self, name: str, **facts: object) -> None:
        self.register.printers[name] = replace(self.register.printers[name], **facts)

    def pick(self, sheet: Sheet = Sheet.FOUR_BY_SIX, copies: int = 1) -> str | None:
        self.pool.refresh()
        printer = self.pool.pick(sheet, copies)
        return None if printer is None else printer.id


@pytest.fixture
def two() -> Two:
    return Two()


def test_the_preferred_one_where_both_are_free_and_as_fast(two: Two) -> None:
    assert two.pick() == "left"


def test_the_one_that_has_it_out_first(two: Two) -> None:
    two.register.busy["left"] = 1
    assert two.pick() == "right"
    two.know("right", seconds_per_sheet=10.0)
    assert two.pick() == "left"


def test_no_printer_that_waits_for_a_person(two: Two) -> None:
    two.left.fault = Fault.MEDIA_EMPTY
    assert two.pick() == "right"
    two.right.switch(on=False)
    assert two.pick() is None


def test_a_printer_that_cools_down_is_none_that_waits_for_a_person(two: Two) -> None:
    two.left.fault = Fault.PREPARING
    assert two.pick() == "left"


def test_none_that_staff_have_paused(two: Two) -> None:
    two.know("left", paused=True)
    assert two.pick() == "right"


def test_none_without_enough_paper_for_it_and_for_what_waits_before_it(two: Two) -> None:
    two.left.left = 3
    two.register.busy = {"left": 2, "right": 20}
    assert two.pick(copies=1) == "left"
    assert two.pick(copies=2) == "right"


@pytest.mark.parametrize(
    ("media", "kind", "sheet", "taken"),
    [
        (Media.FOUR_BY_SIX, PrinterType.DYE_SUB, Sheet.FOUR_BY_SIX, True),
        (Media.FOUR_BY_SIX, PrinterType.DYE_SUB, Sheet.TWO_BY_SIX_PAIR, True),
        (Media.FOUR_BY_SIX, PrinterType.DYE_SUB, Sheet.SIX_BY_EIGHT, False),
        (Media.SIX_BY_EIGHT, PrinterType.DYE_SUB, Sheet.FOUR_BY_SIX, True),
        (Media.SIX_BY_EIGHT, PrinterType.INKJET, Sheet.FOUR_BY_SIX, False),
        (Media.SIX_BY_EIGHT, PrinterType.INKJET, Sheet.SIX_BY_EIGHT, True),
        (Media.OTHER, PrinterType.DYE_SUB, Sheet.FOUR_BY_SIX, False),
    ],
)
def test_the_media_have_to_be_right_for_the_sheet(
    two: Two, *, media: Media, kind: PrinterType, sheet: Sheet, taken: bool
) -> None:
    two.right.switch(on=False)
    two.know("left", media=media, type=kind)
    assert (two.pick(sheet) == "left") is taken


def test_a_printer_that_failed_a_job_rests_and_is_then_tried_by_its_state(two: Two) -> None:
    two.pool.rest("left")
    assert two.pick() == "right"
    two.clock.pass_(FIRST_REST_S + 1)
    assert two.pick() == "left"
    two.left.fault = Fault.MEDIA_JAM
    assert two.pick() == "right"


def test_it_rests_for_longer_each_time_until_it_does_well(two: Two) -> None:
    two.pool.rest("left")
    two.pool.rest("left")
    two.clock.pass_(FIRST_REST_S + 1)
    assert two.pick() == "right"
    two.pool.did_well("left")
    assert two.pick() == "left"


def test_a_guest_who_has_paid_gets_a_printer_also_where_none_can_print_now(two: Two) -> None:
    two.left.fault = two.right.fault = Fault.MEDIA_EMPTY
    two.know("left", media=Media.SIX_BY_EIGHT, type=PrinterType.INKJET)
    two.pool.refresh()
    printer = two.pool.pick_for_paid(Sheet.FOUR_BY_SIX, 1)
    assert printer is not None
    assert printer.id == "right"


def test_a_silent_cups_is_not_mistaken_for_a_printer_that_is_well(two: Two) -> None:
    two.cups.crash()
    assert two.pick() is None
    assert all(look.remedy for look in two.pool.looks())


def test_strips_go_to_a_printer_that_cuts_them_where_there_is_one(two: Two) -> None:
    assert two.pick(Sheet.TWO_BY_SIX_PAIR) == "left"
    two.right.cuts = True
    assert two.pick(Sheet.TWO_BY_SIX_PAIR) == "right"
    assert two.pick(Sheet.FOUR_BY_SIX) == "left"
    two.right.fault = Fault.MEDIA_EMPTY
    assert two.pick(Sheet.TWO_BY_SIX_PAIR) is None
