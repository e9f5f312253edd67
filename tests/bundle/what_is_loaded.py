"""What the kiosk loads when it runs from its source, as JSON: every module that any line of it
imports, and the libraries of a window whose keyboard is up. A process of its own."""

from __future__ import annotations

import ast
import contextlib
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import kiosk
from kiosk.commands.all import COMMANDS

OURS = Path(kiosk.__file__).parent
ONLY_HERE = ("kiosk.local", "tests", "mypy_boto3_s3", "_distutils_hack")
MAPS = Path("/proc/self/maps")


def main() -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    commands = {f"kiosk.commands.{place.partition(':')[0]}" for place in COMMANDS.values()}
    for name in sorted(commands.union(*map(imports, sources()))):
        with contextlib.suppress(ImportError):  # a name out of a module, or for another system
            import_module(name)
    found = sorted(name for name in sys.modules if has_file(name) and not is_only_here(name))
    libraries = sorted(libraries_of_a_window())
    sys.stdout.write(json.dumps({"modules": found, "libraries": libraries}))
    return 0


def libraries_of_a_window() -> set[str]:
    """Those of Qt, while its keyboard is there."""
    from tests.ui import keyboard_probe  # it imports what is the tests' alone

    found: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        keyboard_probe.probe(
            Path(folder), (540, 960), look=lambda: found.update(mapped_libraries())
        )
    return found


def sources() -> Iterator[Path]:
    return (file for file in OURS.rglob("*.py") if "local" not in file.relative_to(OURS).parts[:1])


def imports(file: Path) -> Iterator[str]:
    """Also what is imported in functions, and what is imported for types alone."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(module), names=names, level=0):
                yield module
                yield from (f"{module}.{alias.name}" for alias in names)


def is_only_here(name: str) -> bool:
    return any(name == each or name.startswith(each + ".") for each in ONLY_HERE)


def has_file(name: str) -> bool:
    """Those without one are within others, or are the interpreter itself."""
    spec = getattr(sys.modules[name], "__spec__", None)
    return spec is not None and spec.name == name and Path(spec.origin or "").is_file()


def mapped_libraries() -> set[str]:
    """Those of Qt, by their paths in its package."""
    lines = MAPS.read_text(encoding="utf-8").splitlines()
    paths = (line.split(maxsplit=5)[-1] for line in lines if "/PySide6/" in line)
    return {path.rpartition("/PySide6/")[2] for path in paths}


if __name__ == "__main__":
    sys.exit(main())
