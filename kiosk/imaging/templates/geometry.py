"""What of a template is seen where: the masks and boxes that its check looks at."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kiosk.domain.templates import Slot, Template, TextFields
from kiosk.imaging.compose import Composer
from kiosk.imaging.fitting import lay_in
from kiosk.imaging.jpeg import Pixels
from kiosk.imaging.lettering import Letterer, LineBox
from kiosk.imaging.templates.pictures import read_overlay

Mask = npt.NDArray[np.bool_]

COVERED = 128
"""Alpha from this on hides more than it shows."""

GREY = 128


@dataclass(frozen=True, eq=False)
class Geometry:
    """``shapes`` are the slots, one mask each; ``alpha`` is the overlay's, None without one.

    ``ground`` is the picture with grey shots and without words and code, BGR; ``lines`` are where
    the words stand, None for a line without any.
    """

    template: Template
    shapes: tuple[Mask, ...]
    alpha: Pixels | None
    ground: Pixels
    lines: tuple[LineBox | None, ...]

    @property
    def seen(self) -> Mask:
        """Where the overlay lets something be seen."""
        if self.alpha is None:
            return np.ones((self.template.height, self.template.width), np.bool_)
        return self.alpha < COVERED


def geometry_of(
    template: Template, composer: Composer, letterer: Letterer, fields: TextFields
) -> Geometry:
    """Raises TemplateError."""
    overlay = read_overlay(template.overlay) if template.overlay else None
    return Geometry(
        template,
        tuple(_shape(template, number) for number in range(template.shots)),
        None if overlay is None else np.ascontiguousarray(overlay[:, :, 3]),
        composer.under_words(template, [_grey(slot) for slot in template.slots]),
        tuple(letterer.box(text, fields) for text in template.texts),
    )


def _shape(template: Template, number: int) -> Mask:
    slot = template.slots[number]
    canvas = np.zeros((template.height, template.width, 3), np.uint8)
    lay_in(canvas, slot, np.full((slot.height, slot.width, 3), 255, np.uint8))
    return canvas[:, :, 0] >= COVERED


def _grey(slot: Slot) -> Pixels:
    return np.full((slot.height, slot.width, 3), GREY, np.uint8)
