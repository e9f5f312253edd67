"""Where the things that ship with the kiosk lie."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from kiosk.domain.theme import Theme, theme_of


def assets() -> Path:
    """The assets folder, in a checkout and in a PyInstaller bundle."""
    bundle = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) if bundle else Path(__file__).resolve().parent.parent
    return root / "assets"


def shipped_theme() -> Theme:
    """What the screens are drawn with where the operator has not said otherwise."""
    return theme_of(tomllib.loads((assets() / "theme.toml").read_text(encoding="utf-8")))


def own_templates(data_dir: Path) -> Path:
    """The folder of the operator's own templates, which may not be there."""
    return data_dir / "templates"


def camera_command() -> list[str]:
    """Starts the camera process."""
    return _own_process("camera-process")


def motion_command() -> list[str]:
    """Starts the process that makes films."""
    return _own_process("motion-process")


def _own_process(name: str) -> list[str]:
    """In a bundle the interpreter is the kiosk itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, name]
    return [sys.executable, "-m", "kiosk", name]
