"""Everything that a SQLite database holds, in a form that can be compared."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

OWN_TABLES = "_cf_"  # D1's


@dataclass(frozen=True)
class Contents:
    schema: tuple[tuple[bytes, ...], ...]
    tables: tuple[tuple[str, int, str], ...]
    """Name, rows, and a digest of every value with its type, in the order of the rows."""


def contents_of(file: Path) -> Contents:
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as db:
        db.text_factory = bytes  # text may hold what is no valid UTF-8
        schema = tuple(
            row
            for row in db.execute(
                "select type, name, tbl_name, coalesce(sql, '') from sqlite_master order by 1, 2"
            )
            if not row[1].startswith(OWN_TABLES.encode())
        )
        names = [row[1].decode() for row in schema if row[0] == b"table"]
        return Contents(schema, tuple(_digest(db, name) for name in names))


def _digest(db: sqlite3.Connection, table: str) -> tuple[str, int, str]:
    columns = [row[1].decode() for row in db.execute(f'pragma table_info("{table}")')]
    values = ", ".join(f'typeof("{name}"), "{name}"' for name in columns)
    digest, rows = hashlib.sha256(), 0
    for row in db.execute(f'select {values} from "{table}" order by rowid'):  # noqa: S608 - own names
        digest.update(repr(row).encode())
        rows += 1
    return table, rows, digest.hexdigest()
