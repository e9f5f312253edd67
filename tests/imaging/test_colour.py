"""Pictures take a printer's own colours, once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import ImageCms
from structlog.testing import capture_logs

from tests.imaging.conftest import photograph
from tests.imaging.icc import write_printer_profile
from tests.imaging.press_room import (
    DNP,
    NOMINAL,
    Booth,
    opened,
    psnr,
)


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
