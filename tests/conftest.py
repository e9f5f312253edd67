"""For every test."""

from __future__ import annotations

import os

from hypothesis import settings

# Before pytest-qt imports Qt: PySide's import hook trips over pydantic's lazy imports.
import kiosk.config  # noqa: F401 - imported for its effect on pydantic

# Tests that look at pixels bring a virtual screen of their own.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

# The same examples every time, and no clock: machines here are shared and noisy.
settings.register_profile("booth", deadline=None, derandomize=True)
settings.load_profile("booth")
