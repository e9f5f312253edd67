"""For every test."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

# Before pytest-qt imports Qt: PySide's import hook trips over pydantic's lazy imports.
import kiosk.config  # noqa: F401 - imported for its effect on pydantic
from kiosk.local import ports
from tests.warm_kiosk import WarmKiosk

# Tests that look at pixels bring a virtual screen of their own.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

# A server that is restarted finds its port free: no two processes of a run pick the same ones.
ports.CHOICES = ports.CHOICES[int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:]) :: 8]

# The same examples every time, and no clock: machines here are shared and noisy.
settings.register_profile("booth", deadline=None, derandomize=True)
settings.load_profile("booth")


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The kind of application that the kiosk makes itself."""
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication


@pytest.fixture(scope="session")
def warm_kiosk() -> Iterator[WarmKiosk]:
    with WarmKiosk() as warm:
        yield warm
