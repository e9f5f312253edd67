"""The words and colours of a template."""

from __future__ import annotations

import pytest

from kiosk.domain.printing import Sheet
from kiosk.domain.templates import PICTURE_SIZES, Anchor, Colour, Text, TextFields, Weight


def test_colours_are_read_from_hex() -> None:
    assert Colour.from_hex("#FF6B5E") == (255, 107, 94)


@pytest.mark.parametrize("text", ["FF6B5E", "#FF6B5", "#FF6B5G", "red", ""])
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the message differs, the type is the promise
        Colour.from_hex(text)


def test_a_text_is_filled_from_the_order() -> None:
    ink = Colour(0, 0, 0)
    text = Text("{event} · {date} · {code}", 0, 0, 40, Weight.MEDIUM, ink, Anchor.START)
    assert text.filled(TextFields("Rina", "12 Juli", "K7M2")) == "Rina · 12 Juli · K7M2"


def test_every_sheet_has_a_picture_size() -> None:
    assert set(PICTURE_SIZES) == set(Sheet)
