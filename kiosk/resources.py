"""Where the things that ship with the kiosk lie."""

from __future__ import annotations

import sys
from pathlib import Path


def assets() -> Path:
    """The assets folder, in a checkout and in a PyInstaller bundle."""
    bundle = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) if bundle else Path(__file__).resolve().parent.parent
    return root / "assets"


def camera_command() -> list[str]:
    """Starts the camera process; in a bundle the interpreter is the kiosk itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "camera-process"]
    return [sys.executable, "-m", "kiosk", "camera-process"]
