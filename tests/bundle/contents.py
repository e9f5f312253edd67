"""What is in a bundle that PyInstaller made, and what it lacks."""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Iterable
from pathlib import Path

from PyInstaller.archive.readers import CArchiveReader

PYZ = "PYZ.pyz"
STDLIB = "base_library.zip"
CHUNK = 100
"""Files that ldd is asked about at once."""


class Bundle:
    """``folder`` is PyInstaller's: the program and ``_internal``."""

    def __init__(self, folder: Path) -> None:
        self.program = folder / "kiosk"
        self.inside = folder / "_internal"

    def modules(self) -> set[str]:
        program = CArchiveReader(str(self.program))
        archive = program.open_embedded_archive(PYZ)
        with zipfile.ZipFile(self.inside / STDLIB) as stdlib:
            compiled = {_dotted(Path(name)) for name in stdlib.namelist()}
        # OpenCV's own are files, as it looks for them beside its library.
        files = (*self._libraries(), *(self.inside / "cv2").rglob("*.py"))
        beside = {_dotted(file.relative_to(self.inside)) for file in files}
        return {*archive.toc, *compiled, *beside, *program.toc}

    def lacks_files(self, root: Path, folders: Iterable[str]) -> list[str]:
        """Files of ``root`` that are not in the bundle as they are, by their paths."""
        found = (file for folder in folders for file in (root / folder).rglob("*"))
        files = (file.relative_to(root) for file in found if file.is_file())
        wanted = (file for file in files if "__pycache__" not in file.parts)
        return sorted(str(file) for file in wanted if not self._has(file, root))

    def lacks_libraries(self, names: Iterable[str]) -> list[str]:
        return sorted(name for name in names if not (self.inside / "PySide6" / name).is_file())

    def dangling(self) -> list[str]:
        """Links to nothing, and libraries that could not be loaded."""
        links = [str(f) for f in self.inside.rglob("*") if f.is_symlink() and not f.exists()]
        return sorted(links + self._unloadable())

    def _has(self, path: Path, root: Path) -> bool:
        file = self.inside / path
        return file.is_file() and file.read_bytes() == (root / path).read_bytes()

    def _libraries(self) -> list[Path]:
        found = self.inside.rglob("*.so*")
        return sorted(file for file in found if file.is_file() and not file.is_symlink())

    def _unloadable(self) -> list[str]:
        files = list(map(str, self._libraries()))
        said = ""
        for start in range(0, len(files), CHUNK):
            done = subprocess.run(
                ["/usr/bin/ldd", *files[start : start + CHUNK]],
                env={"LD_LIBRARY_PATH": str(self.inside), "PATH": "/usr/bin:/bin"},
                capture_output=True,
                text=True,
                check=False,
            )
            said += done.stdout
        return _missing(said)


def _missing(ldd: str) -> list[str]:
    """``file: library`` for each that is not found."""
    missing, file = [], ""
    for line in ldd.splitlines():
        if not line.startswith("\t"):
            file = line.rstrip(":")
        elif "not found" in line:
            missing.append(f"{file}: {line.split()[0]}")
    return missing


def _dotted(path: Path) -> str:
    """The module's name: of av/video/frame.abi3.so and of json/__init__.pyc."""
    parts = [*path.parts[:-1], path.name.partition(".")[0]]
    if parts[0].startswith("python3"):
        parts = parts[2:]  # python3.11/lib-dynload
    return ".".join(parts).removesuffix(".__init__")
