"""A licence key on a USB stick is found, and nothing else on it is believed."""

from __future__ import annotations

from pathlib import Path

from kiosk.licence_stick import MOST_BYTES, LicenceStick

KEY = "PB1." + 130 * "e" + "." + 86 * "k"


def found(*sticks: Path) -> str | None:
    return LicenceStick(lambda: sticks).read()


def test_a_key_is_found_among_other_words_and_over_many_lines(tmp_path: Path) -> None:
    (tmp_path / "a-letter.txt").write_text("Halo!")
    (tmp_path / "LISENSI.TXT").write_text(f"\ufeff{KEY[:60]}\r\n{KEY[60:]}\r\n")
    assert found(tmp_path) == KEY


def test_what_is_large_elsewhere_or_no_plain_text_is_left_alone(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text(KEY)
    stick = tmp_path / "stick"
    (stick / "folder.txt").mkdir(parents=True)
    (stick / "link.txt").symlink_to(outside)
    (stick / "picture.jpg").write_text(KEY)
    (stick / "large.txt").write_text(KEY + "\n" * MOST_BYTES)
    assert found(stick) is None


def test_a_stick_that_is_pulled_meanwhile_is_none(tmp_path: Path) -> None:
    (tmp_path / "key.txt").write_text(KEY)
    assert found(tmp_path / "gone") is None
    assert found(tmp_path / "gone", tmp_path) == KEY
