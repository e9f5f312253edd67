"""The booth's pictures: shots saved as taken, prints composed from them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from kiosk.domain.camera import Frame
from kiosk.domain.errors import TemplateError
from kiosk.domain.order import Order, Picture, Shot
from kiosk.domain.templates import Template, TextFields
from kiosk.domain.times import iso, moment
from kiosk.imaging.compose import Composer
from kiosk.imaging.saving import save_jpeg

SHOT_QUALITY = 92
PRINT_QUALITY = 95


class Darkroom:
    """Every path is relative to ``data_dir``. ``download_base`` is the address before the code."""

    def __init__(
        self,
        data_dir: Path,
        templates: Mapping[str, Template],
        composer: Composer,
        *,
        event: str,
        download_base: str,
    ) -> None:
        self._data_dir = data_dir
        self._templates = templates
        self._composer = composer
        self._event = event
        self._download_base = download_base

    def prepare(self) -> None:
        """Reads every template ahead of the first guest, who would wait a third of a second."""
        for template in self._templates.values():
            self._composer.prepare(template)

    def save_shot(self, frame: Frame, path: str, taken_at: datetime, seq: int) -> Shot:
        saved = save_jpeg(frame.pixels, self._data_dir / path, SHOT_QUALITY, taken_at)
        return Shot(seq, path, iso(taken_at), saved.width, saved.height)

    def compose(self, order: Order, shots: tuple[Shot, ...], path: str, look: str = "") -> Picture:
        """The same arguments give the same bytes, so that doing it again changes nothing."""
        template = self._templates.get(order.package.template)
        if template is None:
            raise TemplateError(f"template {order.package.template!r} is not there any more")
        taken_at = moment(shots[-1].taken_at)
        fields = TextFields(
            event=self._event, date=f"{taken_at.astimezone():%d.%m.%Y}", code=order.code[:6]
        )
        pixels = self._composer.compose(
            template,
            [self._data_dir / shot.path for shot in shots],
            fields,
            self._download_base + order.code,
        )
        saved = save_jpeg(pixels, self._data_dir / path, PRINT_QUALITY, taken_at)
        return Picture(path, saved.width, saved.height, saved.sha256)
