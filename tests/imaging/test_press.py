"""What a printer receives is the composed picture, at its size, to its edges, in its colours."""

from __future__ import annotations

import io
import stat
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image, ImageCms
from structlog.testing import capture_logs

from kiosk.domain.order import Picture
from kiosk.domain.printing import Sheet
from kiosk.domain.registered import Calibration, Form, PixelSize
from kiosk.imaging.jpeg import Pixels, read_pixels
from kiosk.imaging.press import Press
from kiosk.imaging.saving import save_jpeg
from tests.imaging.conftest import photograph
from tests.imaging.icc import write_printer_profile
from tests.imaging.test_saving import TAKEN, files_no_larger_than

PHOTO = "0198-a-b"
NOMINAL = Form(PixelSize(1200, 1800))
DNP = Form(PixelSize(1240, 1844))
WITH_BLEED = [(1240, 1844), (1226, 1852), (1228, 1864), (1218, 1864)]


class Booth:
    """A data directory with pictures in it."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self.press = Press(data_dir)
        self.spool = data_dir / "spool"

    def picture(self, pixels: Pixels, photo_id: str = PHOTO) -> Picture:
        path = f"prints/{photo_id}.jpg"
        saved = save_jpeg(pixels, self.data_dir / path, 95, TAKEN)
        return Picture(path, saved.width, saved.height, saved.sha256)

    def fitted(self, pixels: Pixels, form: Form) -> Pixels:
        return read_pixels(self.press.fit(self.picture(pixels), form))

    def spooled(self) -> list[str]:
        return sorted(file.name for file in self.spool.glob("*"))


@pytest.fixture
def booth(tmp_path: Path) -> Booth:
    return Booth(tmp_path)


def calibrated(form: Form, right_mm: float = 0, down_mm: float = 0, scale: float = 1) -> Form:
    return replace(form, calibration=Calibration(right_mm, down_mm, scale))


def with_cross(width: int, height: int, x: int, y: int) -> Pixels:
    """Grey with a dark cross of 9 px whose middle is at ``x``, ``y``."""
    pixels = np.full((height, width, 3), 200, np.uint8)
    pixels[:, x - 4 : x + 5] = 20
    pixels[y - 4 : y + 5] = 20
    return pixels


def cross_in(pixels: Pixels) -> tuple[float, float]:
    dark = 255 - pixels[:, :, 0].astype(float)
    rows, columns = dark.mean(axis=1) - 60, dark.mean(axis=0) - 60
    return middle_of(columns), middle_of(rows)


def middle_of(line: np.ndarray) -> float:  # type: ignore[type-arg]  # floats
    weight = np.clip(line, 0, None)
    return float((weight * np.arange(len(line))).sum() / weight.sum())


def opened(file: Path) -> Image.Image:
    return Image.open(io.BytesIO(file.read_bytes()))


def psnr(one: Pixels, other: Pixels) -> float:
    return float(10 * np.log10(255**2 / np.mean((one.astype(float) - other) ** 2)))


# ---- nothing to change ------------------------------------------------------------------


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


# ---- size -------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [*WITH_BLEED, (1248, 1872), (1844, 2740), (600, 900)])
def test_it_is_the_same_picture_at_the_printers_size_to_every_edge(
    booth: Booth, size: tuple[int, int]
) -> None:
    picture = cv2.GaussianBlur(photograph(1, 1200, 1800), (0, 0), 4)
    fitted = booth.fitted(picture, Form(PixelSize(*size)))
    assert fitted.shape == (size[1], size[0], 3)
    scale = max(size[0] / 1200, size[1] / 1800)
    whole = Image.fromarray(picture).resize(
        (round(1200 * scale), round(1800 * scale)), Image.Resampling.BICUBIC
    )
    left, top = (whole.width - size[0]) // 2, (whole.height - size[1]) // 2
    expected = np.asarray(whole)[top : top + size[1], left : left + size[0]]
    assert psnr(fitted, expected) > 38
    for edge in (np.s_[0], np.s_[-1], np.s_[:, 0], np.s_[:, -1]):
        assert psnr(fitted[edge], expected[edge]) > 32


@pytest.mark.parametrize("size", WITH_BLEED)
def test_no_white_shines_at_the_paper_s_rim(booth: Booth, size: tuple[int, int]) -> None:
    fitted = booth.fitted(np.full((1800, 1200, 3), 40, np.uint8), Form(PixelSize(*size)))
    assert fitted.max() < 60


def test_a_landscape_picture_lies_on_its_side(booth: Booth) -> None:
    fitted = booth.fitted(with_cross(1800, 1200, 900, 600), DNP)
    assert fitted.shape == (1240, 1844, 3)
    assert cross_in(fitted) == pytest.approx((922, 620), abs=1)


def test_six_by_eight(booth: Booth) -> None:
    form = Form(PixelSize(1844, 2436), sheet=Sheet.SIX_BY_EIGHT)
    path = booth.press.fit(booth.picture(with_cross(1800, 2400, 900, 1200)), form)
    assert cross_in(read_pixels(path)) == pytest.approx((922, 1218), abs=1)
    assert opened(path).info["dpi"] == (307, 304)


@pytest.mark.parametrize("size", [(1240, 1844), (1218, 1864), (1226, 1852)])
def test_the_strips_of_a_pair_stay_equal_halves(booth: Booth, size: tuple[int, int]) -> None:
    strip = with_cross(600, 1800, 300, 500)
    form = Form(PixelSize(*size), sheet=Sheet.TWO_BY_SIX_PAIR)
    fitted = booth.fitted(np.hstack((strip, strip)), form)
    halves = fitted[:, : size[0] // 2], fitted[:, size[0] // 2 :]
    assert psnr(*halves) > 38
    assert cross_in(halves[0])[0] == pytest.approx(size[0] / 4, abs=1)


@pytest.mark.parametrize("scale", [0.95, 1.05])
def test_strips_grow_about_the_middle_of_the_sheet(booth: Booth, scale: float) -> None:
    strip = with_cross(600, 1800, 300, 500)
    form = calibrated(replace(DNP, sheet=Sheet.TWO_BY_SIX_PAIR), scale=scale)
    fitted = booth.fitted(np.hstack((strip, strip)), form)
    left, right = cross_in(fitted[:, :620])[0], cross_in(fitted[:, 620:])[0] + 620
    assert (left, right) == pytest.approx((620 - 310 * scale, 620 + 310 * scale), abs=1)


def test_where_strips_are_cut_moves_with_the_picture(booth: Booth) -> None:
    pair = np.zeros((1800, 1200, 3), np.uint8)
    pair[:, 600:] = 255
    form = calibrated(replace(DNP, sheet=Sheet.TWO_BY_SIX_PAIR), right_mm=2, scale=0.97)
    fitted = booth.fitted(pair, form)
    assert (fitted[:, :, 0] < 128).sum(axis=1) == pytest.approx(620 + round(2 / 25.4 * 310), abs=1)


# ---- calibration ------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1240, 1844), (1200, 1800)])
@pytest.mark.parametrize(("right_mm", "down_mm"), [(1, 0), (0, 1), (-2.5, 0.4), (0.3, -3)])
def test_calibration_moves_by_millimetres(
    booth: Booth, size: tuple[int, int], right_mm: float, down_mm: float
) -> None:
    form = Form(PixelSize(*size))
    cross = with_cross(1200, 1800, 400, 700)
    before = cross_in(booth.fitted(cross, form))
    after = cross_in(booth.fitted(cross, calibrated(form, right_mm, down_mm)))
    moved = (after[0] - before[0], after[1] - before[1])
    pixels = (round(right_mm / 25.4 * size[0] / 4), round(down_mm / 25.4 * size[1] / 6))
    assert moved == pytest.approx(pixels, abs=0.1)


def test_size_is_changed_about_the_middle(booth: Booth) -> None:
    for scale in (0.95, 1.05):
        fitted = booth.fitted(with_cross(1200, 1800, 400, 700), calibrated(DNP, scale=scale))
        x, y = 620 + (400 - 600) * 1240 / 1200 * scale, 922 + (700 - 900) * 1240 / 1200 * scale
        assert cross_in(fitted) == pytest.approx((x, y), abs=1)


def test_it_is_moved_and_then_scaled_about_its_own_middle(booth: Booth) -> None:
    form = calibrated(DNP, right_mm=4, down_mm=-4, scale=0.95)
    fitted = booth.fitted(with_cross(1200, 1800, 600, 900), form)
    assert cross_in(fitted) == pytest.approx((620 + 49, 922 - 48), abs=1)


def test_what_is_laid_bare_takes_the_nearest_edge_s_colour(booth: Booth) -> None:
    picture = np.full((1800, 1200, 3), 255, np.uint8)
    picture[:, :100], picture[-100:] = (30, 60, 90), (90, 30, 30)
    fitted = booth.fitted(picture, calibrated(NOMINAL, right_mm=3, down_mm=-3, scale=0.98))
    assert abs(fitted[:1600, 0].astype(int) - (30, 60, 90)).max() < 12
    assert abs(fitted[-1, 200:].astype(int) - (90, 30, 30)).max() < 12


def test_a_landscape_picture_is_calibrated_as_it_will_lie_on_the_sheet(booth: Booth) -> None:
    cross = with_cross(1800, 1200, 900, 600)
    turned = [  # counter-clockwise, as printers do
        np.rot90(booth.fitted(cross, form))
        for form in (DNP, calibrated(DNP, right_mm=2, down_mm=1))
    ]
    before, after = (cross_in(sheet) for sheet in turned)
    assert (after[0] - before[0], after[1] - before[1]) == pytest.approx((24, 12), abs=0.1)


@pytest.mark.parametrize("scale", [0.01, 0.5, 3])
def test_even_a_mad_calibration_gives_a_sheet(booth: Booth, scale: float) -> None:
    form = calibrated(DNP, right_mm=500, down_mm=-500, scale=scale)
    assert booth.fitted(photograph(1, 1200, 1800), form).shape == (1844, 1240, 3)
    pair = replace(form, sheet=Sheet.TWO_BY_SIX_PAIR)
    assert booth.fitted(photograph(1, 1200, 1800), pair).shape == (1844, 1240, 3)


# ---- colours ----------------------------------------------------------------------------


def test_colours_become_the_printer_s_as_littlecms_alone_makes_them(
    booth: Booth, tmp_path: Path
) -> None:
    profile = write_printer_profile(tmp_path / "printer.icc")
    picture = booth.picture(photograph(1, 1200, 1800))
    path = booth.press.fit(picture, replace(NOMINAL, profile=str(profile)))
    with opened(booth.data_dir / picture.path) as image:
        expected = ImageCms.profileToProfile(
            image.convert("RGB"),
            ImageCms.createProfile("sRGB"),
            str(profile),
            ImageCms.Intent.PERCEPTUAL,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
        unchanged = np.asarray(image.convert("RGB"))
    ours = np.asarray(opened(path).convert("RGB"))
    assert psnr(ours, np.asarray(expected)) > 38
    assert psnr(ours, unchanged) < 33


def test_converted_colours_are_not_labelled_lest_they_are_converted_again(
    booth: Booth, tmp_path: Path
) -> None:
    picture = booth.picture(photograph(1, 1200, 1800))
    profile = str(write_printer_profile(tmp_path / "printer.icc"))
    converted = opened(booth.press.fit(picture, replace(DNP, profile=profile)))
    assert "icc_profile" not in converted.info
    plain = opened(booth.press.fit(picture, DNP))
    assert "sRGB".encode("utf-16-be") in plain.info["icc_profile"]


def broken_profiles(folder: Path) -> Iterator[Path]:
    yield folder / "missing.icc"
    yield folder
    (folder / "broken.icc").write_bytes(b"not a profile")
    yield folder / "broken.icc"
    (folder / "empty.icc").write_bytes(b"")
    yield folder / "empty.icc"
    whole = write_printer_profile(folder / "half.icc").read_bytes()
    (folder / "half.icc").write_bytes(whole[:300])
    yield folder / "half.icc"
    yield write_printer_profile(folder / "cmyk.icc", space=b"CMYK")


def test_a_bad_profile_holds_no_paid_print_and_is_logged_once(booth: Booth, tmp_path: Path) -> None:
    picture = booth.picture(photograph(1, 1200, 1800))
    for profile in broken_profiles(tmp_path):
        form = replace(NOMINAL, profile=str(profile))
        with capture_logs() as logs:
            assert booth.press.fit(picture, form) == booth.data_dir / picture.path
            booth.press.fit(picture, form)
        (told,) = logs
        assert told["log_level"] == "warning"
        assert str(profile) in told["error"]


def test_a_changed_profile_is_taken(booth: Booth, tmp_path: Path) -> None:
    profile = tmp_path / "printer.icc"
    form = replace(DNP, profile=str(profile))
    picture = booth.picture(photograph(1, 1200, 1800))
    without = booth.press.fit(picture, form)
    write_printer_profile(profile)
    first = booth.press.fit(picture, form)
    profile.write_bytes(profile.read_bytes() + bytes(4))
    assert len({without, first, booth.press.fit(picture, form)}) == 3


# ---- the file ---------------------------------------------------------------------------


def test_the_file_says_that_it_is_as_large_as_the_sheet(booth: Booth) -> None:
    with opened(booth.press.fit(booth.picture(photograph(1, 1200, 1800)), DNP)) as image:
        assert (image.size[0] / image.info["dpi"][0], image.size[1] / image.info["dpi"][1]) == (
            pytest.approx((4, 6), abs=0.01)
        )
        assert [layer[1:3] for layer in image.layer] == [(1, 1)] * 3, "4:4:4"
    with opened(booth.press.fit(booth.picture(photograph(1, 1800, 1200)), DNP)) as image:
        assert image.info["dpi"] == (307, 310)


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


# ---- afterwards -------------------------------------------------------------------------


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
