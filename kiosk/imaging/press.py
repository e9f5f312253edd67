"""Composed pictures made ready for one printer, kept until they are printed."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Set
from pathlib import Path

import structlog

from kiosk.domain.errors import ProfileUnusable
from kiosk.domain.order import Picture
from kiosk.domain.registered import Calibration, Form
from kiosk.imaging.colour import PrinterColours, printer_colours
from kiosk.imaging.durable import write_durably
from kiosk.imaging.jpeg import Pixels, encode_sheet, read_pixels
from kiosk.imaging.placing import place

SPOOL = "spool"
QUALITY = 95
HASH_LENGTH = 16

log = structlog.get_logger()


class Press:
    """Works in ``spool`` below ``data_dir``. Safe for threads: they wait for each other, and the
    second to ask for a picture finds the first one's."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._spool = data_dir / SPOOL
        self._lock = threading.Lock()
        self._told: set[str] = set()

    def fit(self, picture: Picture, form: Form) -> Path:
        """The picture at the printer's size, calibrated, in its colours, and flushed to disk; the
        picture's own file where nothing is to be changed.

        A paid print does not wait for a profile: without a usable one it is made in sRGB, and
        the log says so once. Raises OSError where a file can't be read or written.
        """
        colours = self._colours(form)
        own = self._data_dir / picture.path
        fits = sorted((picture.width, picture.height)) == sorted(form.size)
        if fits and form.calibration == Calibration() and colours is None:
            return own
        made = self._spool / _name(picture, form, colours)
        with self._lock:
            if not made.exists():
                write_durably(made, sheet_file(read_pixels(own), form, colours))
        return made

    def clear(self, picture: Picture) -> None:
        """Deletes what ``fit`` made of it; the picture itself stays."""
        self._delete(lambda photo_id: photo_id == _photo_id(picture))

    def tidy(self, keep: Set[str]) -> None:
        """Deletes what a crash left, but for the pictures with these photo ids."""
        self._delete(lambda photo_id: photo_id not in keep)

    def _delete(self, meant: Callable[[str], bool]) -> None:
        with self._lock:
            for file in self._spool.glob("*"):
                if meant(file.name.lstrip(".").rpartition("-")[0]):
                    file.unlink(missing_ok=True)

    def _colours(self, form: Form) -> PrinterColours | None:
        if form.profile is None:
            return None
        try:
            return printer_colours(Path(form.profile))
        except ProfileUnusable as error:
            if str(error) not in self._told:
                self._told.add(str(error))
                log.warning("printing without the colour profile", error=str(error))
            return None


def sheet_file(pixels: Pixels, form: Form, colours: PrinterColours | None) -> bytes:
    """BGR ``pixels`` as the JPEG that the printer gets."""
    sheet = place(pixels, form)
    if colours is not None:
        sheet = colours.convert(sheet)
    across, down = (round(dpi) for dpi in form.dpi)
    return encode_sheet(sheet, QUALITY, (across, down), is_srgb=colours is None)


def _photo_id(picture: Picture) -> str:
    return Path(picture.path).stem


def _name(picture: Picture, form: Form, colours: PrinterColours | None) -> str:
    """Another picture, form or content of the profile has another name."""
    parts = (picture.sha256, form.size, form.calibration, form.sheet, colours and colours.key)
    digest = hashlib.sha256(repr(parts).encode()).hexdigest()
    return f"{_photo_id(picture)}-{digest[:HASH_LENGTH]}.jpg"
