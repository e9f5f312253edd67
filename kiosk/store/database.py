"""Opening the mirror and bringing it to the newest schema."""

from __future__ import annotations

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib import resources
from typing import TYPE_CHECKING

from peewee import SqliteDatabase

from kiosk.domain.errors import KioskError, StoreUnusable
from kiosk.store.models import mirror

if TYPE_CHECKING:
    from pathlib import Path

PRAGMAS = {
    "journal_mode": "wal",
    # FULL, because NORMAL in WAL mode may lose committed transactions at a power cut.
    "synchronous": "full",
    "foreign_keys": 1,
    "busy_timeout": 5000,
}


class StoreTooNew(KioskError):
    """The store was written by a newer version of the kiosk."""


def open_database(path: Path) -> SqliteDatabase:
    """The mirror at ``path``, made with narrow rights where there is none, and migrated.

    Connections are made by each thread at its first query; a thread closes its own at its end.
    Raises StoreTooNew and StoreUnusable.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        _migrate(path)
    except (OSError, sqlite3.Error) as error:
        raise StoreUnusable(f"{path}: {error}") from error
    database = SqliteDatabase(str(path), pragmas=PRAGMAS)
    mirror.initialize(database)
    return database


def _migrations() -> list[str]:
    folder = resources.files("kiosk.store") / "migrations"
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".sql")), key=lambda f: f.name)
    return [f.read_text(encoding="utf-8") for f in files]


def _migrate(path: Path) -> None:
    """Runs what is missing, each migration and its number in one transaction."""
    scripts = _migrations()
    with _alone(path.parent), closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=wal")
        connection.execute("PRAGMA synchronous=full")
        (level,) = connection.execute("PRAGMA user_version").fetchone()
        if level > len(scripts):
            raise StoreTooNew(f"{path} has schema {level}, this kiosk knows {len(scripts)}")
        for number, script in enumerate(scripts[level:], start=level + 1):
            connection.executescript(
                f"BEGIN IMMEDIATE; {script} PRAGMA user_version={number}; COMMIT;"
            )


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Processes that start together wait for each other here: SQLite itself does not wait where
    one of them turns WAL on.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
