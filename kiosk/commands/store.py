"""Commands that need the store alone: ``status``, ``audit``, ``backup``, ``restore``."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path
from typing import Annotated

import typer

from kiosk.booth.audit import Violation, audit
from kiosk.clock import SystemClock
from kiosk.commands.common import (
    CONFIG_FILE,
    DATA_DIR,
    FAILED,
    AsJson,
    ConfigFile,
    DataDir,
    answer,
    mirror_in,
    private_folder,
    settings,
    table,
    told,
)
from kiosk.domain.chain import Anchor
from kiosk.domain.errors import KioskError
from kiosk.domain.money import rupiah
from kiosk.domain.times import moment
from kiosk.only_one import only_one
from kiosk.store import backup as copies, reports
from kiosk.store.mirror import FILE
from kiosk.store.report import kept_anchors
from kiosk.wiring.printing import pool_of


def status(
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Sessions and takings today, prints left, and what still waits for the cloud."""
    with told(), mirror_in(data_dir) as mirror:
        now = SystemClock().now()
        midnight = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        today = reports.day(midnight.astimezone(UTC))
        waiting = mirror.outbox.summary()
        looks = pool_of(settings(config, data_dir), mirror).refresh()
        left = [(look.printer.name, look.prints_left) for look in looks]
        synced = reports.last_sync()
        age = None if waiting.oldest is None else (now - moment(waiting.oldest)).total_seconds()
        facts = {
            "sessions_today": today.sessions,
            "delivered_today": today.delivered,
            "owed": today.owed,
            "revenue": today.revenue,
            "printers": [{"name": name, "prints_left": count} for name, count in left],
            "outbox": {"pending": waiting.pending, "oldest_s": age},
            "last_sync": synced,
        }
        rows = [
            ("Sessions today", f"{today.sessions}, {today.delivered} delivered"),
            ("Owed to guests", str(today.owed)),
            ("Takings today", rupiah(today.revenue)),
            *(
                (f"Prints left, {name}", "nobody counts" if n is None else str(n))
                for name, n in left
            ),
            ("Waiting for the cloud", _waiting(waiting.pending, age)),
            ("Last heard of the cloud", synced or "never"),
        ]
        answer(facts, as_json=as_json, text=lambda: table(rows))


def _waiting(pending: int, age: float | None) -> str:
    return "nothing" if age is None else f"{pending}, the oldest for {age:.0f} s"


def check_promises(
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Checks the promises against what is on disk; every violation is a row."""
    del config
    with told(), mirror_in(data_dir) as mirror:
        folder = private_folder(data_dir)
        found = audit(mirror.evidence, folder, _kept_anchors(folder))
        sessions = reports.count()
        answer(
            {"sessions": sessions, "violations": found},
            as_json=as_json,
            text=lambda: _verdict(sessions, found),
        )
        if found:
            raise typer.Exit(FAILED)


def _kept_anchors(folder: Path) -> tuple[Anchor, ...]:
    try:
        return kept_anchors(folder)
    except ValueError as error:
        raise KioskError(str(error)) from error


def _verdict(sessions: int, found: tuple[Violation, ...]) -> str:
    if not found:
        return f"{sessions} sessions, every promise kept."
    return table(
        [("session", "promise", "what is wrong")]
        + [(v.session_id or "–", v.promise, v.detail) for v in found]
    )


def back_up(
    file: Annotated[Path | None, typer.Argument(help="Where the copy goes.")] = None,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """A consistent copy of the store, also while the booth runs."""
    del config
    with told():
        folder = private_folder(data_dir)
        stamp = SystemClock().now().strftime("%Y%m%d-%H%M%S")
        target = (file or folder / "backups" / f"kiosk-{stamp}.db").resolve()
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not (folder / FILE).is_file():
            raise KioskError(f"there is no store in {folder}")
        copies.back_up(folder / FILE, target)
        answer({"file": target}, as_json=as_json, text=lambda: f"Backed up to {target}")


def restore(
    file: Annotated[Path, typer.Argument(help="A copy made by kiosk backup.")],
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Puts a backup in the store's place and keeps the store that was there."""
    del config
    with told():
        folder = private_folder(data_dir)
        with only_one(folder):
            kept = copies.restore(file.resolve(), folder / FILE)
        answer(
            {"restored": file, "kept": kept},
            as_json=as_json,
            text=lambda: f"Restored {file}." + (f" What was there: {kept}" if kept else ""),
        )
