"""Everything that can be said about a template folder before a guest sees it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.domain.errors import TemplateError
from kiosk.domain.templates import Template
from kiosk.imaging.compose import Composer
from kiosk.imaging.lettering import Letterer
from kiosk.imaging.templates.files import FILE_NAME, read_template
from kiosk.imaging.templates.findings import Finding
from kiosk.imaging.templates.geometry import geometry_of
from kiosk.imaging.templates.warnings import LONG, warnings_of


@dataclass(frozen=True)
class Checked:
    """``template`` is None where there are mistakes. A booth takes one with warnings."""

    folder: Path
    template: Template | None
    mistakes: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()


class Checker:
    """``fonts`` is the folder of the booth's own."""

    def __init__(self, fonts: Path) -> None:
        self._composer = Composer(fonts)
        self._letterer = Letterer(fonts)

    def check(self, folder: Path) -> Checked:
        """Decodes every file, which the booth's start does not wait for."""
        reading = read_template(folder)
        checked = Checked(folder, reading.template, reading.mistakes)
        if reading.template is None:
            return checked
        try:
            geometry = geometry_of(reading.template, self._composer, self._letterer, LONG)
        except TemplateError as error:
            mistake = Finding(folder / FILE_NAME, "", str(error), "replace the file")
            return replace(checked, template=None, mistakes=(mistake,))
        return replace(checked, warnings=tuple(warnings_of(geometry, self._letterer)))
