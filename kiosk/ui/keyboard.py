"""The keyboard on the glass: Qt's own, for staff alone."""

from __future__ import annotations

import os
from pathlib import Path

import PySide6
from PySide6.QtCore import QLoggingCategory

LIBRARY = Path(PySide6.__file__).parent / "Qt" / "lib" / "libQt6VirtualKeyboard.so.6"
"""Comes with PySide6-Addons; its QML is in the Essentials and loads nothing without it."""

MODULE = "qtvirtualkeyboard"
QUIET = "qt.multimedia.symbolsresolver=false\nqt.qml.propertyCache.append=false"
"""What the keyboard's own libraries and QML say of themselves as they load."""


def keyboard_is_there() -> bool:
    """Whether Qt's application was made with it."""
    return os.environ.get("QT_IM_MODULE") == MODULE and LIBRARY.is_file()


def prepare_keyboard() -> None:
    """Before Qt's application is made: an input method can't be chosen later. Nothing of the
    keyboard is loaded until its panel is, and it opens no window of its own."""
    if LIBRARY.is_file() and "QT_IM_MODULE" not in os.environ:
        os.environ["QT_IM_MODULE"] = MODULE
        os.environ["QT_VIRTUALKEYBOARD_DESKTOP_DISABLE"] = "1"
        QLoggingCategory.setFilterRules(QUIET)
