"""The papers on offer, made once each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject

from kiosk.domain.order import Package
from kiosk.domain.templates import Template, TextFields
from kiosk.ui.models.paper import PaperModel, plain_template


class Papers:
    """``templates`` by the name that packages call them; ``fields`` fill their words."""

    def __init__(
        self, templates: Mapping[str, Template], fields: TextFields, parent: QObject
    ) -> None:
        self._templates = templates
        self._fields = fields
        self._parent = parent
        self._models: dict[str, PaperModel] = {}

    def call_event(self, name: str) -> bool:
        """Whether that is another name: papers made before keep theirs."""
        if name == self._fields.event:
            return False
        self._fields = replace(self._fields, event=name)
        self._models.clear()
        return True

    def of(self, package: Package) -> PaperModel:
        return self.laid_out(package, package.template)

    def laid_out(self, package: Package, name: str) -> PaperModel:
        """What ``package`` looks like in the template ``name``."""
        if name not in self._models:
            template = self._templates.get(name) or plain_template(package)
            self._models[name] = PaperModel(template, self._fields, self._parent)
        return self._models[name]

    def title(self, name: str) -> str:
        """What the template is called; empty where there is none of this ``name``."""
        template = self._templates.get(name)
        return template.name if template else ""
