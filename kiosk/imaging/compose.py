"""Shots and a template become the picture that goes through the printer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from kiosk.domain.printing import Sheet
from kiosk.domain.templates import Template, TextFields
from kiosk.imaging.fitting import cut_for, lay_in
from kiosk.imaging.jpeg import Pixels, read_pixels
from kiosk.imaging.lettering import Letterer
from kiosk.imaging.overlay import Overlay
from kiosk.imaging.qr import draw_qr

TEMPLATES_KEPT = 8  # 20 MB each for a 4×6, 40 MB for a 6×8


@dataclass(frozen=True, eq=False)
class _Prepared:
    """What of a template is the same for every guest."""

    background: Pixels
    overlay: Overlay | None


class Composer:
    """Keeps fonts, lettering, backgrounds and overlays from print to print. Safe for threads."""

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
        picture = self.compose_one(template, shots, fields, qr_url)
        if template.sheet is Sheet.TWO_BY_SIX_PAIR:
            return np.hstack((picture, picture))
        return picture

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
        prepared = self._prepared(template)
        canvas = prepared.background.copy()
        for slot, cut in zip(template.slots, cuts, strict=True):
            lay_in(canvas, slot, cut)
        if prepared.overlay:
            prepared.overlay.lay_over(canvas)
        for text in template.texts:
            self._letterer.write(canvas, text, fields)
        if template.qr and qr_url:
            draw_qr(canvas, template.qr, qr_url, template.background)
        return canvas


def _prepare(template: Template) -> _Prepared:
    red, green, blue = template.background
    background = np.empty((template.height, template.width, 3), np.uint8)
    background[:] = (blue, green, red)
    return _Prepared(background, Overlay(template.overlay) if template.overlay else None)


def _pixels(shot: Path | Pixels) -> Pixels:
    return shot if isinstance(shot, np.ndarray) else read_pixels(shot)
