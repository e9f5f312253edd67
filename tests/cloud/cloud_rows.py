"""The cloud's tables as they lie on the disk, once the cloud has stopped."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

Rows = dict[str, dict[str, object]]


def read_rows(data: Path, table: str, columns: tuple[str, ...]) -> Rows:
    """``columns`` of every row of ``table``, by its id."""
    with closing(sqlite3.connect(f"file:{_database(data)}?mode=ro", uri=True)) as connection:
        rows = connection.execute(f"SELECT {', '.join(columns)} FROM {table}")  # noqa: S608 - ours
        told = [dict(zip(columns, row, strict=True)) for row in rows]
    by_id = {str(row["id"]): row for row in told}
    assert len(by_id) == len(told), f"an id of {table} stands there twice"
    return by_id


def _database(data: Path) -> Path:
    """Miniflare names the file by a digest, and keeps one for itself beside it."""
    (found,) = (path for path in (data / "cloudflare").rglob("*.sqlite") if _has_photos(path))
    return found


def _has_photos(path: Path) -> bool:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        query = "SELECT count(*) FROM sqlite_master WHERE name = 'applied_events'"
        (count,) = connection.execute(query).fetchone()
        return bool(count)
