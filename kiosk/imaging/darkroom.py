"""The booth's pictures: shots saved as taken, prints composed from them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import structlog

from kiosk.domain.camera import Frame
from kiosk.domain.errors import LookUnusable, TemplateError
from kiosk.domain.order import Order, Picture, Shot
from kiosk.domain.templates import Template, TextFields
from kiosk.domain.times import iso, moment
from kiosk.imaging.compose import Composer
from kiosk.imaging.developing import Developer
from kiosk.imaging.durable import make_folder
from kiosk.imaging.evening import evened, gains_for
from kiosk.imaging.jpeg import Pixels
from kiosk.imaging.looks.looks import Looks
from kiosk.imaging.looks.thumbnails import thumbnails_of
from kiosk.imaging.saving import save_jpeg, save_original

log = structlog.get_logger()

PRINT_QUALITY = 95


class Darkroom:
    """Every path is relative to ``data_dir``. ``download_base`` is the address before the code.
    ``quality`` is that of the shots' files, 1–100. ``even``: the shots of one print are made alike
    in exposure and white balance."""

    def __init__(
        self,
        data_dir: Path,
        templates: Mapping[str, Template],
        composer: Composer,
        looks: Looks,
        *,
        event: str,
        download_base: str,
        quality: int,
        even: bool,
    ) -> None:
        self._data_dir = data_dir
        self._templates = templates
        self._composer = composer
        self._looks = looks
        self._developer = Developer(data_dir)
        self._quality = quality
        self._even = even
        self._event = event
        self._download_base = download_base

    def call_event(self, name: str) -> None:
        """What stands on the prints that are composed from now on. From any thread."""
        self._event = name

    def prepare(self) -> None:
        """Reads every template and look ahead of the first guest, who would wait half a second."""
        for template in self._templates.values():
            self._composer.prepare(template)
        self._looks.prepare()

    def make_room(self, path: str) -> None:
        make_folder((self._data_dir / path).parent)

    def save_shot(self, frame: Frame, path: str, taken_at: datetime, seq: int) -> Shot:
        file = self._data_dir / path
        if frame.original is None:
            saved = save_jpeg(frame.pixels, file, self._quality, taken_at)
        else:
            height, width = frame.pixels.shape[:2]
            saved = save_original(frame.original, (width, height), file, taken_at)
        return Shot(seq, path, iso(taken_at), saved.width, saved.height)

    def develop(self, order: Order, shot: Shot) -> None:
        """Reads ``shot`` back and cuts it for its slot, ahead of the print. Raises TemplateError
        and OSError; ``compose`` tries what failed here once more."""
        slots = self._template(order).slots
        if (shot.seq, shot.take) == (1, 1):
            self._developer.forget()
        if shot.seq <= len(slots):
            self._developer.develop(shot, slots[shot.seq - 1])

    def compose(
        self,
        order: Order,
        shots: tuple[Shot, ...],
        path: str,
        look: str = "",
        template: str = "",
    ) -> Picture:
        """``shots`` are in the order of the slots; the package's own template where empty. The same
        arguments give the same bytes, so that doing it again changes nothing.

        Raises TemplateError and OSError. A look that is no longer there is left out, and for a
        picked template that is no longer there, or no longer fits, the package's own is taken.
        """
        return self._compose(self._picked(order, template), order, shots, path, look)

    def _compose(
        self, template: Template, order: Order, shots: tuple[Shot, ...], path: str, look: str
    ) -> Picture:
        taken_at = max(moment(shot.taken_at) for shot in shots)
        fields = TextFields(
            event=self._event, date=f"{taken_at.astimezone():%d.%m.%Y}", code=order.code[:6]
        )
        cuts = [self._in_look(cut, look) for cut in self._cuts(template, shots)]
        pixels = self._composer.sheet(template, cuts, fields, self._download_base + order.code)
        saved = save_jpeg(pixels, self._data_dir / path, PRINT_QUALITY, taken_at)
        return Picture(path, saved.width, saved.height, saved.sha256)

    def thumbnails(self, shots: tuple[Shot, ...], width: int) -> Mapping[str, Pixels]:
        """The first shot in each look; see ``thumbnails_of``."""
        return thumbnails_of(self._data_dir, shots[0], self._looks, width)

    def _template(self, order: Order) -> Template:
        template = self._templates.get(order.package.template)
        if template is None:
            raise TemplateError(f"template {order.package.template!r} is not there any more")
        return template

    def _picked(self, order: Order, name: str) -> Template:
        """A paid print is made also where what was picked was taken away since."""
        package = order.package
        template = self._templates.get(name) if name else None
        if template is not None and (template.sheet, template.shots) == (
            package.sheet,
            package.shots,
        ):
            return template
        if name:
            log.warning("composed without its template", template=name)
        return self._template(order)

    def _cuts(self, template: Template, shots: tuple[Shot, ...]) -> list[Pixels]:
        slots = zip(shots, template.slots, strict=True)
        developed = [self._developer.develop(shot, slot) for shot, slot in slots]
        if not self._even:
            return [one.cut for one in developed]
        gains = gains_for([one.light for one in developed])
        return [evened(one.cut, gain) for one, gain in zip(developed, gains, strict=True)]

    def _in_look(self, cut: Pixels, look: str) -> Pixels:
        """A paid print is made also where the look's file was taken away since it was picked."""
        try:
            return self._looks.apply(look, cut)
        except LookUnusable as error:
            log.warning("composed without its look", look=look, why=str(error))
            return cut
