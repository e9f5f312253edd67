"""What is made for a printer is whole, private, found again, and deleted in the end."""

from __future__ import annotations

import stat
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.order import Picture
from kiosk.domain.printing import Sheet
from kiosk.domain.registered import Form, PixelSize
from kiosk.imaging.jpeg import read_pixels
from kiosk.imaging.press import Press
from tests.imaging.conftest import photograph
from tests.imaging.press_room import (
    DNP,
    NOMINAL,
    PHOTO,
    Booth,
    calibrated,
    opened,
)
from tests.imaging.test_saving import files_no_larger_than


@pytest.mark.parametrize("sheet", [Sheet.FOUR_BY_SIX, Sheet.TWO_BY_SIX_PAIR])
@pytest.mark.parametrize("size", [(1200, 1800), (1800, 1200)])
def test_a_picture_that_fits_as_it_is_goes_as_it_is(
    booth: Booth, size: tuple[int, int], sheet: Sheet
) -> None:
    picture = booth.picture(photograph(1, *size))
    before = (booth.data_dir / picture.path).read_bytes()
    fitted = booth.press.fit(picture, replace(NOMINAL, sheet=sheet))
    assert fitted == booth.data_dir / picture.path
    assert fitted.read_bytes() == before
    assert booth.spooled() == []


def test_the_file_says_that_it_is_as_large_as_the_sheet(booth: Booth) -> None:
    with opened(booth.press.fit(booth.picture(photograph(1, 1200, 1800)), DNP)) as image:
        assert (image.size[0] / image.info["dpi"][0], image.size[1] / image.info["dpi"][1]) == (
            pytest.approx((4, 6), abs=0.01)
        )
        assert [layer[1:3] for layer in image.layer] == [(1, 1)] * 3, "4:4:4"
    with opened(booth.press.fit(booth.picture(photograph(1, 1800, 1200)), DNP)) as image:
        assert image.info["dpi"] == (310, 307)


def test_only_the_booth_may_look_at_it(booth: Booth) -> None:
    path = booth.press.fit(booth.picture(photograph(1, 1200, 1800)), DNP)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_same_again_costs_nothing_not_even_after_a_restart(booth: Booth) -> None:
    picture = booth.picture(photograph(1, 1200, 1800))
    first = booth.press.fit(picture, DNP)
    (booth.data_dir / picture.path).unlink()
    assert booth.press.fit(picture, DNP) == first
    assert Press(booth.data_dir).fit(picture, DNP) == first


def test_another_picture_printer_or_calibration_is_not_taken_for_the_same(booth: Booth) -> None:
    one, other = (booth.picture(photograph(seed, 1200, 1800)) for seed in (1, 2))
    booth.picture(photograph(1, 1200, 1800))
    forms = [DNP, calibrated(DNP, 0.1), replace(DNP, sheet=Sheet.TWO_BY_SIX_PAIR)]
    forms += [Form(PixelSize(1226, 1852)), calibrated(DNP, 0, 0.1), calibrated(DNP, scale=1.001)]
    made = {booth.press.fit(one, form) for form in forms} | {booth.press.fit(other, DNP)}
    assert len(made) == len(forms) + 1


def test_four_threads_that_ask_at_once_get_the_same_whole_file(booth: Booth) -> None:
    picture = booth.picture(photograph(1, 1200, 1800))
    got: list[Path] = []
    threads = [
        threading.Thread(target=lambda: got.append(booth.press.fit(picture, DNP))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(got) == 4
    assert len(set(got)) == 1
    assert read_pixels(got[0]).shape == (1844, 1240, 3)


def test_a_full_disk_is_told_and_leaves_nothing_half(booth: Booth) -> None:
    picture = booth.picture(photograph(1, 1200, 1800))
    with files_no_larger_than(50_000), pytest.raises(OSError, match="File too large"):
        booth.press.fit(picture, DNP)
    assert booth.spooled() == []
    assert read_pixels(booth.press.fit(picture, DNP)).shape == (1844, 1240, 3)


def test_a_damaged_picture_is_an_error_that_names_it(booth: Booth) -> None:
    picture = booth.picture(photograph(1, 1200, 1800))
    (booth.data_dir / picture.path).write_bytes(b"\xff\xd8\xff")
    with pytest.raises(OSError, match=PHOTO):
        booth.press.fit(picture, DNP)


def test_clearing_takes_what_was_made_and_leaves_the_picture_and_others(booth: Booth) -> None:
    mine = booth.picture(photograph(1, 1200, 1800), "0198-a")
    other = booth.picture(photograph(2, 1200, 1800), "0198-a-b")
    for form in (DNP, Form(PixelSize(1226, 1852)), NOMINAL):
        booth.press.fit(mine, form)
        kept = booth.press.fit(other, DNP)
    booth.press.clear(mine)
    booth.press.clear(mine)
    assert booth.spooled() == [kept.name]
    assert (booth.data_dir / mine.path).exists()


def test_clearing_where_nothing_was_ever_made_does_nothing(booth: Booth) -> None:
    booth.press.clear(Picture("prints/x.jpg", 1200, 1800, ""))
    booth.press.tidy(set())


def test_what_a_crash_left_is_tidied_and_what_is_still_needed_stays(booth: Booth) -> None:
    kept = booth.press.fit(booth.picture(photograph(1, 1200, 1800), "kept"), DNP)
    booth.press.fit(booth.picture(photograph(2, 1200, 1800), "gone"), DNP)
    (booth.spool / ".gone-0123456789abcdef.jpg.part").write_bytes(b"half")
    Press(booth.data_dir).tidy({"kept"})
    assert booth.spooled() == [kept.name]
