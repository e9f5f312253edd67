"""A finger in the staff's room: it finds what is touched by its name, scrolls to it, and taps.

Each tap is counted, and ``picture`` keeps what staff see. It drives any Screen, whatever answers
its requests: the real desk as well as a scripted one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.exceptions import TimeoutError as BotTimeout
from pytestqt.qtbot import QtBot

from kiosk.ui.staff import touch as staff_touch
from kiosk.ui.touch import find_item, middle_of
from kiosk.ui.window import Screen

PATIENCE_S = 20.0
ADDING_S = 60.0
PRINTING_S = 120.0
KNOCKS = 5
STEPS = 8  # of a finger that moves
REST_MS = 110  # a finger that rests for 100 ms lets go of what it drags, and does not fling it


class StaffFinger:
    """``folder`` gets the pictures, numbered in the order in which they were taken."""

    def __init__(self, screen: Screen, bot: QtBot, folder: Path) -> None:
        self.taps = 0
        self.pictures: list[Path] = []
        self._screen = screen
        self._bot = bot
        self._folder = folder
        self._device = QTest.createTouchDevice()
        folder.mkdir(parents=True, exist_ok=True)

    # ---- touching ---------------------------------------------------------------------------

    def tap(self, name: str, patience_s: float = PATIENCE_S) -> None:
        """Waits until ``name`` can be touched, and touches it."""
        item = self.wait_for(name, patience_s)
        self._bring_into_view(item)
        self.tap_at(middle_of(item))

    def tap_at(self, at: QPoint) -> None:
        self.taps += 1
        self._touch().press(0, at, self._window).commit()
        self._touch().release(0, at, self._window).commit()
        self._draw()

    def hold(self, name: str, patience_s: float = PATIENCE_S) -> None:
        """Touches ``name`` until it is full, as what can't be taken back wants it."""
        item = self.wait_for(name, patience_s)
        self.wait_until(item.isEnabled, patience_s, f"{name} can't be touched")
        self._bring_into_view(item)
        self.taps += 1
        at = middle_of(item)
        self._touch().press(0, at, self._window).commit()
        self.wait_until(lambda: self._is_full(name), PATIENCE_S, f"{name} stays empty")
        self._touch().release(0, at, self._window).commit()
        self._draw()

    def drag(self, start: QPoint, end: QPoint) -> None:
        self._touch().press(0, start, self._window).commit()
        for step in range(1, STEPS + 1):
            at = start + (end - start) * step / STEPS
            self._touch().move(0, at, self._window).commit()
            self._draw()
        self._bot.wait(REST_MS)
        self._touch().release(0, end, self._window).commit()
        self._draw()

    def knock(self) -> None:
        """Five taps in the corner."""
        for _ in range(KNOCKS):
            self.tap(staff_touch.CORNER)

    def enter_pin(self, pin: str) -> None:
        for digit in pin:
            self.tap(staff_touch.KEY + digit)
        self.tap(staff_touch.ENTER)

    def count(self, amount: int) -> None:
        """Types what lies in the drawer, and says so."""
        for digit in str(amount):
            self.tap(staff_touch.DRAWER_KEY + digit)
        self.tap(staff_touch.DRAWER_CONFIRM)

    def set_up_printer(self, device: str = "") -> str:
        """From the printers to a card of the new one: what staff do to add the device at the uri
        ``device``, or the first that there is. Returns the new printer's id."""
        before = self._tests()
        self.tap(staff_touch.ADD)
        self.picture("searching")
        found = self.wait_for_one(staff_touch.FOUND + device)
        self.picture("found")
        self.tap(found)
        self.wait_for(staff_touch.CONFIRM)
        self.picture("confirm")
        self.tap(staff_touch.CONFIRM)
        self.picture("adding")
        self.wait_until(lambda: bool(self._tests() - before), ADDING_S, "the printer does not come")
        self.picture("added")
        return (self._tests() - before).pop().removeprefix(staff_touch.TEST)

    def print_test_page(self, printer_id: str) -> None:
        self.tap(staff_touch.TEST + printer_id)
        self.picture("testing")
        self.wait_for_words("Halaman tes keluar", PRINTING_S)
        self.picture("tested")

    # ---- looking ----------------------------------------------------------------------------

    def find(self, name: str) -> QQuickItem | None:
        return find_item(self._window.contentItem(), name)

    def wait_for(self, name: str, patience_s: float = PATIENCE_S) -> QQuickItem:
        self.wait_until(lambda: self.find(name) is not None, patience_s, f"there is no {name}")
        item = self.find(name)
        assert item is not None
        self._draw()
        return item

    def wait_for_one(self, prefix: str, patience_s: float = PATIENCE_S) -> str:
        """The name of the first thing to touch that begins with ``prefix``."""
        self.wait_until(lambda: bool(self.names(prefix)), patience_s, f"there is no {prefix}…")
        return self.names(prefix)[0]

    def names(self, prefix: str) -> list[str]:
        """Of everything that can be touched now and whose name begins with ``prefix``."""
        shown = _shown(self._window.contentItem())
        named = [item.objectName() for item in shown if item.isEnabled()]
        return [name for name in named if name.startswith(prefix)]

    def wait_until(self, true: Callable[[], bool], patience_s: float, otherwise: str) -> None:
        try:
            self._bot.waitUntil(true, timeout=int(patience_s * 1000))
        except (AssertionError, BotTimeout):
            raise AssertionError(f"{otherwise}; on the screen: {self.words()}") from None

    def wait_for_words(self, words: str, patience_s: float = PATIENCE_S) -> None:
        self.wait_until(
            lambda: any(words in said for said in self.words()), patience_s, f"nobody says {words}"
        )

    def words(self) -> list[str]:
        """Everything that can be read now."""
        root = self._window.contentItem()
        return [item.property("text") for item in _shown(root) if item.inherits("QQuickText")]

    def picture(self, name: str) -> Path:
        self._draw()
        file = self._folder / f"{len(self.pictures) + 1:02}-{name}.png"
        assert self._window.grabWindow().save(str(file))
        self.pictures.append(file)
        return file

    def _is_full(self, name: str) -> bool:
        """What was held may be gone: its page went with what it did."""
        item = self.find(name)
        return item is None or item.property("filled") == 1.0

    def _tests(self) -> set[str]:
        """The test buttons that there are, one for each printer; busy ones as well."""
        shown = _shown(self._window.contentItem())
        names = {item.objectName() for item in shown}
        return {name for name in names if name.startswith(staff_touch.TEST)}

    # ---- inside -----------------------------------------------------------------------------

    @property
    def _window(self) -> QQuickWindow:
        return self._screen.window

    def _touch(self) -> QTest.QTouchEventSequence:
        return QTest.touchEvent(self._window, self._device)

    def _draw(self) -> None:
        """Two frames: columns are laid out with the first."""
        for _ in range(2):
            with self._bot.waitSignal(self._window.frameSwapped):
                self._window.update()

    def _bring_into_view(self, item: QQuickItem) -> None:
        """Scrolls as a finger does, where the item lies outside of what scrolls."""
        scroll = _scroller_of(item)
        for _ in range(10):
            if scroll is None or _inside(item, scroll):
                return
            top = scroll.mapToScene(QPointF(0, 0)).y()
            middle = middle_of(scroll)
            lift = -1 if middle_of(item).y() > top + scroll.height() / 2 else 1
            self.drag(middle, middle + QPoint(0, int(lift * 0.4 * scroll.height())))
            self._bot.waitUntil(lambda: not scroll.property("moving"))
        raise AssertionError(f"{item.objectName()} can't be scrolled into view")


def _shown(item: QQuickItem) -> Iterator[QQuickItem]:
    if item.isVisible() and item.opacity() > 0:
        yield item
        for child in item.childItems():
            yield from _shown(child)


def _scroller_of(item: QQuickItem | None) -> QQuickItem | None:
    while item is not None and item.objectName() != "staffScroll":
        item = item.parentItem()
    return item


def _inside(item: QQuickItem, scroll: QQuickItem) -> bool:
    corner = item.mapToItem(scroll, QPointF(0, 0))
    return corner.y() >= 0 and corner.y() + item.height() <= scroll.height()
