"""The way of every word from Python to the screen; in QML ``qsTr`` does the same.

lupdate finds the texts by these functions' names. ``%n`` in a text is a count, for which a language
has its plural forms; ``{name}`` is filled in by the caller with ``format``.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str, meaning: str = "", n: int = -1) -> str:
    """``text`` in the language in force; Indonesian where that has no words for it.

    ``meaning`` tells equal texts apart for the translator. All three are literals, but for ``n``.
    """
    return QCoreApplication.translate("", text, meaning, n)


def marked(text: str) -> str:
    """``text`` itself: found by lupdate here, and translated by ``tr`` where it is read."""
    return text
