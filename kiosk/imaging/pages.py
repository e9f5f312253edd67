"""Pages for staff's eyes, printed as guests' pictures are: same size, calibration and colours."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from kiosk.domain.errors import ProfileUnusable
from kiosk.domain.registered import Form
from kiosk.imaging.calibration_page import draw_calibration_page
from kiosk.imaging.colour import PrinterColours, printer_colours
from kiosk.imaging.drawing import MARIGOLD, WHITE, Sheet, cut_out
from kiosk.imaging.durable import write_durably
from kiosk.imaging.lettering import Letterer
from kiosk.imaging.press import sheet_file
from kiosk.imaging.test_page import draw_test_page


class Pages:
    """``assets`` is the folder with the fonts and the portrait. Raises OSError where a page can't
    be written, and TemplateError where a font is missing."""

    def __init__(self, assets: Path) -> None:
        self._letterer = Letterer(assets / "fonts")
        self._portrait = assets / "clip" / "collins-cutout.png"

    def save_test_page(self, path: Path, form: Form, name: str, now: datetime) -> None:
        """For the printer called ``name``. A bad profile is told on the page itself."""
        colours, words = _colours(form)
        sheet = Sheet(form, self._letterer, WHITE)
        facts = (*_facts(form, now), words)
        draw_test_page(sheet, name, facts, cut_out(self._portrait))
        write_durably(path, sheet_file(sheet.pixels, form, colours))

    def save_calibration_page(self, path: Path, form: Form, name: str, now: datetime) -> None:
        """Printed with the form's calibration, so that the next page shows whether it helped."""
        colours, _ = _colours(form)
        sheet = Sheet(form, self._letterer, MARIGOLD)
        draw_calibration_page(sheet, name, _facts(form, now), form.calibration)
        write_durably(path, sheet_file(sheet.pixels, form, colours))


def _facts(form: Form, now: datetime) -> tuple[str, str]:
    return f"{now.astimezone():%d.%m.%Y, %H.%M}", f"{form.size.width} × {form.size.height} px"


def _colours(form: Form) -> tuple[PrinterColours | None, str]:
    if form.profile is None:
        return None, "Warna: sRGB"
    name = Path(form.profile).name
    try:
        return printer_colours(Path(form.profile)), f"Warna: {name}"
    except ProfileUnusable:
        return None, f"Warna: sRGB, {name} tidak terbaca"
