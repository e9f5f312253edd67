"""Which words belong to one language only, learned from the translations themselves."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtQuick import QQuickWindow

from kiosk.ui.language import Language
from tests.ui import strings
from tests.ui.fitting import TECHNICAL, words_on

WORD = re.compile(r"[a-z]{2,}")
# What booths and printers are called, what Indonesians read in English words, and the reverse.
NAMES = "sudut foto strip gratis dua printer kiri kanan kiosk staff pin bahasa indonesia english"
BOTH = frozenset(NAMES.split())


@cache
def vocabulary(language: Language) -> frozenset[str]:
    """The words of ``language`` that the other does not have."""
    source, english = set[str](), set[str]()
    for entry in strings.entries(strings.FOLDER / "kiosk_en.ts"):
        source.update(WORD.findall(entry.source.lower()))
        english.update(WORD.findall(" ".join(entry.translations).lower()))
    own, other = (english, source) if language is Language.ENGLISH else (source, english)
    return frozenset(own - other - BOTH)


def foreign(window: QQuickWindow, language: Language) -> list[str]:
    """The texts on the screen that have words of another language."""
    others = vocabulary(language.next)
    return [
        said.text
        for said in words_on(window)
        if others & set(WORD.findall(said.text.lower())) and not said.text.startswith(TECHNICAL)
    ]
