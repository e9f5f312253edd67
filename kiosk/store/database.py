"""Opening the mirror and bringing it to the newest schema."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib import resources
from typing import TYPE_CHECKING

from peewee import SqliteDatabase

from kiosk.domain.errors import KioskError
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


class StoreUnusable(KioskError):
    """The file is damaged, locked for too long, or may not be written."""


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
    """Runs what is missing, all of it in one transaction: two processes may start at once."""
    scripts = _migrations()
    with closing(sqlite3.connect(path, isolation_level=None, timeout=5)) as connection:
        connection.execute("PRAGMA journal_mode=wal")
        connection.execute("PRAGMA synchronous=full")
        if _level(connection) == len(scripts):
            return
        connection.execute("BEGIN IMMEDIATE")
        level = _level(connection)
        if level > len(scripts):
            raise StoreTooNew(f"{path} has schema {level}, this kiosk knows {len(scripts)}")
        for script in scripts[level:]:
            for statement in _statements(script):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version={len(scripts)}")
        connection.execute("COMMIT")


def _level(connection: sqlite3.Connection) -> int:
    (level,) = connection.execute("PRAGMA user_version").fetchone()
    return int(level)


def _statements(script: str) -> Iterator[str]:
    """One by one, because executescript would end the transaction first."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
