"""Whatever two colours an operator picks: all can be read, or the colour is refused."""

from __future__ import annotations

import re

from hypothesis import given, strategies as st

from kiosk.domain.contrast import BLACK, GRAPHICS, TEXT, WHITE, contrast
from kiosk.domain.templates import Colour
from kiosk.domain.theme import Theme, Unreadable
from kiosk.resources import shipped_theme

THEME = shipped_theme()
COLOURS = st.builds(Colour, *[st.integers(0, 255)] * 3)
HEX = re.compile(r"#[0-9A-F]{6}")

INK_ON = [
    *(("ink", ground) for ground in ("paper", "card", "sheet", "wash", "mint", "sun")),
    *(("ink", ground) for ground in ("calm_tint", "warn_tint", "alarm_tint", "line", "rule")),
    *(("ink_soft", ground) for ground in ("paper", "card", "sheet", "wash", "sun", "warn_tint")),
    *(("paper", ground) for ground in ("ink", "ink_pressed", "night")),
    *(("paper_soft", ground) for ground in ("ink", "ink_pressed", "night")),
    *(("coral_ink", ground) for ground in ("coral", "coral_pressed")),
    ("marigold_ink", "marigold"),
    ("alarm", "sheet"),
]
SEEN_ON = [("edge", "sheet"), ("coral_edge", "paper")]


def colours_of(theme: Theme) -> dict[str, Colour]:
    return {name: Colour.from_hex(text) for name, text in theme.tokens().items()}


def weak(colours: dict[str, Colour]) -> list[tuple[str, str]]:
    pairs = [(pair, TEXT) for pair in INK_ON] + [(pair, GRAPHICS) for pair in SEEN_ON]
    return [(ink, on) for (ink, on), least in pairs if contrast(colours[ink], colours[on]) < least]


def restyled(accent: Colour, highlight: Colour) -> Theme | None:
    try:
        return THEME.restyled(accent, highlight)
    except Unreadable:
        return None


def test_the_ratio_is_that_of_the_guidelines() -> None:
    assert contrast(BLACK, WHITE) == 21
    assert round(contrast(Colour(119, 119, 119), WHITE), 2) == 4.48


def test_the_shipped_theme_can_be_read() -> None:
    assert weak(colours_of(THEME)) == []


@given(COLOURS, COLOURS)
def test_two_colours_of_the_operators_can_be_read_or_are_refused(
    accent: Colour, highlight: Colour
) -> None:
    theme = restyled(accent, highlight)
    if theme is not None:
        colours = colours_of(theme)
        assert (colours["coral"], colours["marigold"]) == (accent, highlight)
        assert weak(colours) == []
        assert colours["coral_pressed"] != accent


@given(COLOURS)
def test_only_what_neither_ink_nor_paper_is_read_on_is_refused_and_the_remedy_works(
    colour: Colour,
) -> None:
    inks = (THEME.colours["ink"], THEME.colours["paper"])
    readable = max(contrast(ink, colour) for ink in inks) >= TEXT
    try:
        THEME.ink_on(colour)
        refused = False
    except Unreadable as why:
        refused = True
        named = HEX.search(str(why))
        assert named is not None
        THEME.ink_on(Colour.from_hex(named[0]))
    assert refused is not readable
