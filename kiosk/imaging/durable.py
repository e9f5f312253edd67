"""Files that are whole on disk or not there, whatever happens to the power."""

from __future__ import annotations

import os
from pathlib import Path

FILE_MODE = 0o600
FOLDER_MODE = 0o700


def write_durably(path: Path, content: bytes) -> None:
    """Writes beside, flushes, renames, flushes the folder; only the booth's user may read it.

    Missing folders are made. Raises OSError, such as ENOSPC, and then leaves nothing behind.
    """
    make_folder(path.parent)
    part = path.with_name(f".{path.name}.part")
    try:
        _write_flushed(part, content)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)


def make_folder(folder: Path) -> None:
    """With those above it, each flushed: some milliseconds for each that is missing.

    Raises OSError.
    """
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(FOLDER_MODE, exist_ok=True)
    _flush_folder(folder.parent)


def _write_flushed(path: Path, content: bytes) -> None:
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, FILE_MODE)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(fd, rest) :]
        os.fsync(fd)
    finally:
        os.close(fd)


def _flush_folder(folder: Path) -> None:
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
