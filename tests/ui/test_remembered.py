"""Settings from one start to the next."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.ui.remembered import remember, remembered
from kiosk.ui.settings import LensEdge, ScreenSettings

FILE = "screen.json"

SETTINGS = ScreenSettings(
    full_screen=False,
    size=(1920, 1080),
    lens_edge=LensEdge.LEFT,
    reduced_motion=True,
    seconds_a_sheet=8,
    event="Pasar",
    logo=Path("/a/logo.png"),
)


@pytest.fixture
def toml(tmp_path: Path) -> Path:
    file = tmp_path / "kiosk.toml"
    file.write_text("[booth]\n")
    return file


@pytest.mark.parametrize("settings", [SETTINGS, ScreenSettings()])
def test_they_come_back_as_they_were(tmp_path: Path, toml: Path, settings: ScreenSettings) -> None:
    remember(tmp_path / FILE, toml, settings)
    assert remembered(tmp_path / FILE, toml, ScreenSettings) == settings
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0


def test_those_of_another_file_do_not_count(tmp_path: Path, toml: Path) -> None:
    assert remembered(tmp_path / FILE, toml, ScreenSettings) is None
    remember(tmp_path / FILE, toml, SETTINGS)
    toml.write_text("[booth]\nevent = 'Pesta'\n")
    assert remembered(tmp_path / FILE, toml, ScreenSettings) is None


def test_those_of_another_program_do_not_count(tmp_path: Path, toml: Path) -> None:
    remember(tmp_path / FILE, toml, SETTINGS)
    told = json.loads((tmp_path / FILE).read_text())
    for changed in (told["kept"] | {"more": 1}, told["kept"] | {"lens_edge": "middle"}):
        (tmp_path / FILE).write_text(json.dumps(told | {"kept": changed}))
        assert remembered(tmp_path / FILE, toml, ScreenSettings) is None
    (tmp_path / FILE).write_text("[]")
    assert remembered(tmp_path / FILE, toml, ScreenSettings) is None
