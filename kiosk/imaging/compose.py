"""Shots and a template become the picture that goes through the printer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from kiosk.domain.errors import TemplateError
from kiosk.domain.printing import Sheet
from kiosk.domain.templates import Template, TextFields
from kiosk.imaging.fitting import cut_for, lay_in
from kiosk.imaging.jpeg import Pixels, read_pixels
from kiosk.imaging.lettering import Letterer
from kiosk.imaging.overlay import Overlay
from kiosk.imaging.qr import draw_code
from kiosk.imaging.templates.pictures import read_backdrop

TEMPLATES_KEPT = 8  # 20 MB each for a 4×6, 40 MB for a 6×8


@dataclass(frozen=True, eq=False)
class _Prepared:
    """What of a template is the same for every guest."""

    background: Pixels
    overlay: Overlay | None


class Composer:
    """Keeps lettering, backgrounds and overlays from print to print. Safe for threads."""

    def __init__(self, fonts: Path) -> None:
        self._letterer = Letterer(fonts)
        self._prepared = lru_cache(TEMPLATES_KEPT)(_prepare)

    def prepare(self, template: Template) -> None:
        """Reads the template's files ahead of the first guest. Raises TemplateError."""
        self._prepared(template)

    def compose(
        self,
        template: Template,
        shots: Sequence[Path | Pixels],
        fields: TextFields,
        qr_url: str | None,
    ) -> Pixels:
        """The whole sheet, BGR at 300 dpi: a pair of strips comes out side by side.

        ``shots`` are files or BGR pixels, one for each slot, else ValueError. No code is drawn
        without ``qr_url``. Raises TemplateError, and OSError when a shot's file can't be read.
        """
        return _as_sheet(template, self.compose_one(template, shots, fields, qr_url))

    def sheet(
        self, template: Template, cuts: Sequence[Pixels], fields: TextFields, qr_url: str | None
    ) -> Pixels:
        """As ``compose``, of shots that were cut for their slots already."""
        return _as_sheet(template, self.assemble(template, cuts, fields, qr_url))

    def compose_one(
        self,
        template: Template,
        shots: Sequence[Path | Pixels],
        fields: TextFields,
        qr_url: str | None,
    ) -> Pixels:
        """As ``compose``, but one picture in the template's own size: a single strip."""
        slots = zip(template.slots, shots, strict=True)
        cuts = [cut_for(slot, _pixels(shot)) for slot, shot in slots]
        return self.assemble(template, cuts, fields, qr_url)

    def assemble(
        self, template: Template, cuts: Sequence[Pixels], fields: TextFields, qr_url: str | None
    ) -> Pixels:
        """One picture of shots that were cut for their slots already."""
        canvas = self.under_words(template, cuts)
        for text in template.texts:
            self._letterer.write(canvas, text, fields)
        if template.qr and qr_url:
            draw_code(canvas, template.qr, qr_url, template.background)
        return canvas

    def under_words(self, template: Template, cuts: Sequence[Pixels]) -> Pixels:
        """As ``assemble``, without the words and the code."""
        prepared = self._prepared(template)
        canvas = prepared.background.copy()
        for slot, cut in zip(template.slots, cuts, strict=True):
            lay_in(canvas, slot, cut)
        if prepared.overlay:
            prepared.overlay.lay_over(canvas)
        return canvas


def _prepare(template: Template) -> _Prepared:
    overlay = Overlay(template.overlay) if template.overlay else None
    return _Prepared(_background(template), overlay)


def _background(template: Template) -> Pixels:
    size = (template.height, template.width, 3)
    if template.backdrop:
        backdrop = read_backdrop(template.backdrop)
        if backdrop.shape != size:
            raise TemplateError(f"{template.backdrop}: is no longer of the picture's size")
        return backdrop
    red, green, blue = template.background
    return np.full(size, (blue, green, red), np.uint8)


def _as_sheet(template: Template, picture: Pixels) -> Pixels:
    pair = template.sheet is Sheet.TWO_BY_SIX_PAIR
    return np.hstack((picture, picture)) if pair else picture


def _pixels(shot: Path | Pixels) -> Pixels:
    return shot if isinstance(shot, np.ndarray) else read_pixels(shot)
