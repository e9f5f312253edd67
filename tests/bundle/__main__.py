"""``./dev package`` ends with it: whether the bundle has all that the kiosk loads when it runs
from its source. What a person would find out in the middle of a session."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

from kiosk import __version__
from kiosk.commands.all import COMMANDS
from tests.bundle.contents import Bundle

PROJECT = Path(__file__).resolve().parents[2]
FOLDERS = ("assets", "kiosk/ui/qml", "kiosk/store/migrations")
PICTURES = "Qt/plugins/imageformats/"
READ = (f"{PICTURES}libqjpeg.so", f"{PICTURES}libqsvg.so")
"""Qt loads what it has for other kinds of pictures as well, PDF among them."""
MB = 1 << 20
WORDS = 1500


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bundle", description=__doc__)
    parser.add_argument("folder", type=Path, help="dist/kiosk")
    bundle = Bundle(parser.parse_args().folder.resolve())
    loaded = _loaded()
    lacks = {
        "modules": sorted(set(loaded["modules"]) - bundle.modules()),
        "Qt's libraries": bundle.lacks_libraries(filter(is_used, loaded["libraries"])),
        "files": bundle.lacks_files(PROJECT, FOLDERS),
        "what its libraries are linked with": bundle.dangling(),
        "commands": _silent_commands(bundle),
    }
    for what, names in lacks.items():
        for name in names:
            sys.stderr.write(f"the bundle lacks {what}: {name}\n")
    files = [file for file in bundle.program.parent.rglob("*") if not file.is_symlink()]
    size = sum(file.stat().st_size for file in files if file.is_file()) // MB
    modules, libraries = len(loaded["modules"]), len(loaded["libraries"])
    sys.stdout.write(
        f"the bundle, {size} MB: of {modules} modules and {libraries} libraries of Qt that are "
        f"loaded, files and {len(COMMANDS)} commands it lacks {sum(map(len, lacks.values()))}\n"
    )
    return 1 if any(lacks.values()) else 0


def is_used(library: str) -> bool:
    return library in READ or not library.startswith((PICTURES, "Qt/lib/libQt6Pdf"))


def _loaded() -> dict[str, list[str]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bundle.what_is_loaded"],
        stdout=subprocess.PIPE,
        check=True,
        cwd=PROJECT,
    )
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def _silent_commands(bundle: Bundle) -> list[str]:
    """Those that can't say what they are for."""
    asked = {"--version": f"kiosk {__version__}", **{name: name for name in COMMANDS}}
    silent = []
    for name, words in asked.items():
        command = [str(bundle.program), name, *([] if name == "--version" else ["--help"])]
        said = subprocess.run(command, capture_output=True, text=True, check=False)
        if said.returncode or words not in said.stdout:
            silent.append(f"{name}: {(said.stdout + said.stderr)[-WORDS:]}")
    return silent


if __name__ == "__main__":
    sys.exit(main())
