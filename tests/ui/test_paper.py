"""The sheet on the screen is the print, in small."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQuick import QQuickView
from pytestqt.qtbot import QtBot

from kiosk.domain.printing import Sheet
from kiosk.domain.templates import Anchor, Colour, Slot, Template, Text, TextFields, Weight
from kiosk.imaging.compose import Composer
from kiosk.imaging.jpeg import Pixels
from kiosk.ui.models.look import LookModel
from kiosk.ui.models.paper import PaperModel
from kiosk.ui.settings import ScreenSettings
from kiosk.ui.window import QML, application
from tests.ui.conftest import ASSETS

WIDTH, HEIGHT = 600, 900
FIELDS = TextFields("Pernikahan Anindya & Bagaskara Wicaksono", "12.07.2026", "")
RED, GREEN, BLUE, INK = (40, 40, 230), (60, 200, 40), (230, 60, 40), (0, 0, 0)  # BGR
SHOTS = (RED, GREEN, BLUE)
SLOTS = (
    Slot(60, 90, 620, 430, -6.5),
    Slot(640, 640, 460, 560, 11),
    Slot(90, 720, 400, 400),
)
FAR = 60  # of a colour's channels: what is nearer is the same, softened at an edge

View = QQuickView


@pytest.fixture
def template(tmp_path: Path) -> Template:
    shutil.copy(ASSETS / "fonts" / "PlusJakartaSans-ExtraBold.ttf", tmp_path / "Own.ttf")
    overlay = np.zeros((1800, 1200, 4), np.uint8)
    overlay[560:600, 100:1100] = (200, 200, 60, 255)
    cv2.imwrite(str(tmp_path / "overlay.png"), overlay)
    backdrop = np.full((1800, 1200, 3), (240, 230, 210), np.uint8)
    backdrop[1300:1340, 40:1160] = (200, 60, 200)
    cv2.imwrite(str(tmp_path / "backdrop.png"), backdrop)
    return Template(
        name="Paper",
        folder=tmp_path,
        sheet=Sheet.FOUR_BY_SIX,
        width=1200,
        height=1800,
        background=Colour(255, 255, 255),
        overlay=tmp_path / "overlay.png",
        slots=SLOTS,
        backdrop=tmp_path / "backdrop.png",
    )


def line(text: str = "{event}", size: int = 90, y: int = 1500) -> Text:
    return Text(text, 600, y, size, Weight.MEDIUM, Colour(0, 0, 0), Anchor.MIDDLE)


@pytest.fixture
def view(qapp: QGuiApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[View]:
    application(ASSETS)
    view = QQuickView()
    view.engine().addImportPath(str(QML))
    theme = view.engine().singletonInstance("Kiosk", "Theme")
    theme.setProperty("look", LookModel(ScreenSettings(), tmp_path, ASSETS, view))
    view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    view.resize(WIDTH, HEIGHT)
    yield view
    view.close()
    view.deleteLater()


def on_screen(view: View, bot: QtBot, template: Template, folder: Path) -> Pixels:
    """The newest picture of the sheet, BGR, once nothing on it moves any more."""
    owner = QObject(view)
    shots = []
    for number, colour in enumerate(SHOTS[: template.shots]):
        file = folder / f"shot-{number}.png"
        cv2.imwrite(str(file), np.full((400, 600, 3), colour, np.uint8))
        shots.append(file.as_uri())
    view.setInitialProperties({"paper": PaperModel(template, FIELDS, owner), "shots": shots})
    view.loadFromModule("Kiosk", "Strip")
    view.show()
    seen: list[Pixels] = []

    def is_still() -> bool:
        seen.append(pixels_of(view.grabWindow()))
        alike = len(seen) > 5 and all((seen[-1] == earlier).all() for earlier in seen[-5:])
        return alike and (template.shots == 0 or bool(mask(seen[-1], RED).any()))

    bot.waitUntil(is_still, timeout=8000)
    return seen[-1]


def pixels_of(image: QImage) -> Pixels:
    form = image.convertToFormat(QImage.Format.Format_RGB32)
    whole = np.frombuffer(form.constBits(), np.uint8).reshape(form.height(), form.width(), 4)
    return whole[:, :, :3].copy()


def printed(template: Template) -> Pixels:
    shots = [np.full((400, 600, 3), colour, np.uint8) for colour in SHOTS[: template.shots]]
    sheet = Composer(ASSETS / "fonts").compose(template, shots, FIELDS, None)
    return np.asarray(cv2.resize(sheet, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA), np.uint8)


def mask(picture: Pixels, colour: tuple[int, int, int]) -> Pixels:
    away = np.abs(picture.astype(np.int16) - np.array(colour)).max(axis=2)
    return np.asarray(away < FAR, np.uint8)


def test_turned_shots_overlay_and_backdrop_lie_where_they_are_printed(
    view: View, qtbot: QtBot, template: Template, tmp_path: Path
) -> None:
    screen = on_screen(view, qtbot, template, tmp_path)
    paper = printed(template)
    for colour in (RED, GREEN, BLUE, (200, 200, 60), (200, 60, 200)):
        one, other = mask(screen, colour), mask(paper, colour)
        # A pixel off on every side of the smallest of them would leave 0.98.
        assert np.count_nonzero(one & other) > 0.985 * np.count_nonzero(one | other)


@pytest.mark.parametrize(
    "text",
    [
        line("Terima kasih", 60),
        replace(line("Terima kasih", 60), anchor=Anchor.END, weight=Weight.EXTRABOLD),
        replace(line(), max_width=1000),
        replace(line(), max_width=420, anchor=Anchor.START, x=100),
    ],
    ids=["whole", "heavy", "smaller", "cut short"],
)
def test_a_line_is_as_long_and_as_high_as_on_the_print(
    text: Text, view: View, qtbot: QtBot, template: Template, tmp_path: Path
) -> None:
    bare = replace(template, texts=(text,), slots=(), overlay=None, backdrop=None)
    screen, paper = on_screen(view, qtbot, bare, tmp_path), printed(bare)
    found, expected = (cv2.boundingRect(mask(picture, INK)) for picture in (screen, paper))
    assert found == pytest.approx(expected, abs=4 + 0.03 * expected[2])


def test_a_line_has_the_template_s_own_font(
    view: View, qtbot: QtBot, template: Template, tmp_path: Path
) -> None:
    text = replace(line("Terima kasih", 80), font=template.folder / "Own.ttf")
    bare = replace(template, texts=(text,), slots=(), overlay=None, backdrop=None)
    screen, paper = on_screen(view, qtbot, bare, tmp_path), printed(bare)
    inked = [np.count_nonzero(mask(picture, INK)) for picture in (screen, paper)]
    assert inked[0] == pytest.approx(inked[1], rel=0.15)


def test_words_lie_over_the_overlay(
    view: View, qtbot: QtBot, template: Template, tmp_path: Path
) -> None:
    text = line("Terima kasih", 40, 594)
    written = replace(template, texts=(text,), slots=(), backdrop=None)
    screen = on_screen(view, qtbot, written, tmp_path)
    assert mask(screen, INK).any()
