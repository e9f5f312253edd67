"""A consistent copy of the store while it is in use, and back."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from pathlib import Path

from kiosk.domain.errors import KioskError


class NotABackup(KioskError):
    """The file is not a sound copy of a kiosk's store."""


class NotCopied(KioskError):
    """The store is damaged, or there is no room for the copy."""


def back_up(store: Path, target: Path) -> None:
    """Copies ``store`` to ``target`` (rights 0600), complete or not at all. Raises NotCopied."""
    part = target.with_name(target.name + ".part")
    try:
        os.close(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600))
        _copy(store, part)
        _flush(part)
        part.replace(target)
        _flush(target.parent)
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise NotCopied(f"{store} can't be copied to {target}: {error}") from error


def restore(backup: Path, store: Path) -> Path | None:
    """Puts ``backup`` in the store's place; the store that was there is kept and its path returned.

    The kiosk must not be running. A store too damaged to be copied is kept as it is, file by file.
    Raises NotABackup and NotCopied, and then leaves everything as it was.
    """
    _check(backup)
    part = store.with_name(store.name + ".part")
    back_up(backup, part)
    kept = _set_aside(store)
    part.replace(store)
    _flush(store.parent)
    return kept


def _copy(source: Path, target: Path) -> None:
    with (
        contextlib.closing(sqlite3.connect(f"{source.as_uri()}?mode=ro", uri=True)) as reader,
        contextlib.closing(sqlite3.connect(target)) as writer,
    ):
        reader.backup(writer)


def _check(backup: Path) -> None:
    try:
        with contextlib.closing(sqlite3.connect(f"{backup.as_uri()}?mode=ro", uri=True)) as db:
            (verdict,) = db.execute("PRAGMA integrity_check").fetchone()
            db.execute("SELECT 1 FROM session_events LIMIT 1")
    except sqlite3.Error as error:
        raise NotABackup(f"{backup}: {error}") from error
    if verdict != "ok":
        raise NotABackup(f"{backup}: {verdict}")


def _set_aside(store: Path) -> Path | None:
    if not store.exists():
        return None
    kept = store.with_name(store.name + ".before-restore")
    try:
        back_up(store, kept)
    except NotCopied:
        _keep_files(store, kept)
    for suffix in ("-wal", "-shm"):
        store.with_name(store.name + suffix).unlink(missing_ok=True)
    return kept


def _keep_files(store: Path, kept: Path) -> None:
    for suffix in ("", "-wal"):
        damaged = store.with_name(store.name + suffix)
        if damaged.exists():
            copy = kept.with_name(kept.name + suffix)
            shutil.copy2(damaged, copy)
            _flush(copy)


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
