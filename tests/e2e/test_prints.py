"""Paid prints through real printers that fail: every picture comes out exactly once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kiosk.domain import session as s
from kiosk.domain.printing import JobState, Sheet
from kiosk.domain.registered import PixelSize
from kiosk.imaging.press import Press

from .print_half import PACE, PrintHalf, print_half
from .print_house import PrintHouse, print_house, until


@pytest.fixture
def house(tmp_path: Path) -> Iterator[PrintHouse]:
    with print_house(tmp_path, "left") as one:
        yield one


@pytest.fixture
def two(tmp_path: Path) -> Iterator[PrintHouse]:
    with print_house(tmp_path, "left", "right") as both:
        yield both


def job_of(house: PrintHouse, session_id: str) -> s.Job:
    state = house.state(session_id)
    assert isinstance(state, s.Printing)
    return state.job


def is_begun(house: PrintHouse, half: PrintHalf, session_id: str) -> bool:
    state = house.state(session_id)
    if not isinstance(state, s.Printing) or state.job.cups_job_id is None:
        return False
    return half.printers.job(state.job.cups_job_id).begun


def each_once(house: PrintHouse) -> None:
    assert house.sheets() == dict.fromkeys(house.paid.values(), 1)
    assert all(isinstance(house.state(i), s.Delivered) for i in house.paid)


def test_paper_out_in_the_middle_of_job_two_of_five_and_back(house: PrintHouse) -> None:
    with print_half(house.data_dir, house.mirror, house.cups) as half:
        guests = [house.guest_pays() for _ in range(5)]
        for guest in guests:
            half.print(guest)
        until(lambda: is_begun(house, half, guests[1]), "the second job begins")
        house.fault("left", "media-empty-error")
        until(lambda: house.came_out(guests[0]) == 1, "the first is out")
        until(
            lambda: not all(look.able for look in half.pool.looks()), "the pool knows of the fault"
        )
        house.fault("left", None)
        house.await_end(*guests)
    each_once(house)


@pytest.mark.parametrize("reason", ["cover-open-error", "media-jam-error", "marker-supply-empty"])
def test_a_fault_that_passes_needs_no_tap(house: PrintHouse, reason: str) -> None:
    house.fault("left", reason)
    with print_half(house.data_dir, house.mirror, house.cups) as half:
        guest = house.guest_pays()
        half.print(guest)
        until(lambda: is_begun(house, half, guest), "it begins")
        house.fault("left", None)
        house.await_end(guest)
    each_once(house)


def test_a_printer_that_is_unplugged_in_the_middle_and_comes_back(house: PrintHouse) -> None:
    house.pace("left", 1.5)
    with print_half(house.data_dir, house.mirror, house.cups) as half:
        guest = house.guest_pays()
        half.print(guest)
        until(lambda: is_begun(house, half, guest), "it begins")
        house.world.kill_printer("left")
        until(lambda: not half.pool.refresh()[0].able, "it is missed")
        house.world.start_printer("left")
        house.pace("left", 0.2)
        house.await_end(guest)
    each_once(house)


def test_a_fault_that_lasts_moves_the_job_once_the_first_printer_is_done_with_it(
    two: PrintHouse,
) -> None:
    with print_half(two.data_dir, two.mirror, two.cups) as half:
        guest = two.guest_pays(copies=3)
        two.pace("left", 0.6)
        half.print(guest)
        until(lambda: two.came_out(guest) == 1, "one sheet is out")
        two.fault("left", "media-jam-error")
        two.await_end(guest)
        assert isinstance(two.state(guest), s.Delivered)
        two.fault("left", None)
        other = two.guest_pays()
        half.print(other)
        two.await_end(other)
    assert two.came_out(guest) == 3
    assert two.sheets("left")[two.paid[guest]] in (1, 2)


def test_with_both_printers_gone_the_guest_is_owed_and_nothing_comes_out_later(
    two: PrintHouse,
) -> None:
    impatient = replace(PACE, print_patience=4.0)
    with print_half(two.data_dir, two.mirror, two.cups, impatient) as half:
        guest = two.guest_pays()
        for name in ("left", "right"):
            two.world.kill_printer(name)
        half.print(guest)
        two.await_end(guest)
        owed = two.state(guest)
        assert isinstance(owed, s.Owed)
        assert owed.order.claim_code
        for name in ("left", "right"):
            two.world.start_printer(name)
        until(lambda: all(look.able for look in half.pool.refresh()), "both are well")
        later = two.guest_pays()
        half.print(later)
        two.await_end(later)
    assert (two.came_out(guest), two.came_out(later)) == (0, 1)


def test_the_wrong_media_get_no_job_and_the_right_ones_do(two: PrintHouse) -> None:
    two.world.load_media("left", "5x7")
    with print_half(two.data_dir, two.mirror, two.cups) as half:
        guests = [two.guest_pays() for _ in range(2)]
        for guest in guests:
            half.print(guest)
        two.await_end(*guests)
    assert two.sheets("left").total() == 0
    each_once(two)


def test_a_printer_that_gets_ten_times_slower_gets_less_to_do(two: PrintHouse) -> None:
    for printer in two.mirror.printers.all():
        for _ in range(10):
            two.mirror.printers.took(printer.id, 0.3)
    two.pace("left", 3.0)
    with print_half(two.data_dir, two.mirror, two.cups) as half:
        first = two.guest_pays()
        half.print(first)
        two.await_end(first)
        guests = [two.guest_pays() for _ in range(8)]
        for guest in guests:
            half.print(guest)
            until(lambda g=guest: isinstance(two.state(g), s.Printing), "it is asked for")  # type: ignore[misc]  # the loop's variable, bound now
        two.await_end(*guests)
    assert two.sheets("left").total() < two.sheets("right").total()
    each_once(two)


@pytest.mark.parametrize("when", ["accepted", "begun", "one sheet out"])
def test_cupsd_is_killed_and_started_between_submit_and_completion(
    house: PrintHouse, when: str
) -> None:
    house.pace("left", 0.8)
    with print_half(house.data_dir, house.mirror, house.cups) as half:
        guest = house.guest_pays(copies=2)
        half.print(guest)
        met = {
            "accepted": lambda: job_of(house, guest).cups_job_id is not None,
            "begun": lambda: is_begun(house, half, guest),
            "one sheet out": lambda: house.came_out(guest) == 1,
        }[when]
        until(lambda: isinstance(house.state(guest), s.Printing), "it is asked for")
        until(met, when)
        house.world.kill_cups()
        house.world.start_cups()
        house.await_end(guest)
        assert isinstance(house.state(guest), s.Delivered)
        assert all(
            half.printers.job(i).state in (JobState.COMPLETED, JobState.CANCELED) for i in (1,)
        )
    assert house.came_out(guest) == 2


def test_the_printer_gets_the_composed_picture_at_its_own_pixel_size_to_the_edge(
    tmp_path: Path,
) -> None:
    sizes = {Sheet.FOUR_BY_SIX: PixelSize(1240, 1844)}
    with print_house(tmp_path, "left", pixel_sizes=sizes) as house:
        with print_half(house.data_dir, house.mirror, house.cups) as half:
            guest = house.guest_pays()
            half.print(guest)
            house.await_end(guest)
        state = house.state(guest)
        assert isinstance(state, s.Delivered)
        [sheet] = house.printer("left").tray.glob("*.jpg")
        (printer,) = house.mirror.printers.all()
        again = Press(house.data_dir).fit(state.picture, printer.form(Sheet.FOUR_BY_SIX))
        assert sheet.read_bytes() == again.read_bytes()
        with Image.open(sheet) as image:
            pixels = np.asarray(image)
    assert pixels.shape == (1844, 1240, 3)
    edges = (pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1])
    assert all(edge.max() < 250 for edge in edges), "no white at any edge"


def test_what_was_made_for_the_printer_goes_when_the_print_is_out(tmp_path: Path) -> None:
    sizes = {Sheet.FOUR_BY_SIX: PixelSize(1240, 1844)}
    with print_house(tmp_path, "left", pixel_sizes=sizes) as house:
        with print_half(house.data_dir, house.mirror, house.cups) as half:
            guest = house.guest_pays()
            half.print(guest)
            house.await_end(guest)
        assert list((house.data_dir / "spool").iterdir()) == []
