"""The QML itself; ./dev check lints it."""

from __future__ import annotations

from pathlib import Path

from kiosk.ui import touch, window
from kiosk.ui.qmltypes import make
from kiosk.ui.staff import touch as staff_touch

FILES = sorted(map(str, (window.QML / "Kiosk").rglob("*.qml")))


def test_the_described_types_are_those_of_the_code() -> None:
    assert make.MODELS.read_text() == make.describe(), "run python kiosk/ui/qmltypes/make.py"


KEYBOARD = "StaffKeyboard.qml"
"""Qt's own, which is loaded by its file's name and may be missing."""


def test_qml_talks_to_view_models_only() -> None:
    imports = {
        line
        for file in FILES
        if Path(file).name != KEYBOARD
        for line in Path(file).read_text().splitlines()
        if "import" in line
    }
    assert {line for line in imports if line.startswith("import ")} == {
        "import QtQuick",
        "import Kiosk",
        "import Kiosk.Models",
    }


def test_every_documented_name_stands_in_the_qml() -> None:
    text = "".join(Path(file).read_text() for file in FILES)
    constants = [value for name, value in vars(touch).items() if name.isupper()]
    names = [value for value in constants if isinstance(value, str)]
    assert names
    assert not [name for name in names if f'"{name}' not in text]
    staffs = [value for name, value in vars(staff_touch).items() if name.isupper()]
    assert staffs
    assert not [name for name in staffs if f'"{name}' not in text]
