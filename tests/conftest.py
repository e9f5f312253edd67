"""For every test."""

from __future__ import annotations

# Before pytest-qt imports Qt: PySide's import hook trips over pydantic's lazy imports.
import kiosk.config  # noqa: F401 - imported for its effect on pydantic
