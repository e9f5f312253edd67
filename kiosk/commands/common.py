"""What every command shares: its options, its output, and how it fails."""

from __future__ import annotations

import dataclasses
import enum
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kiosk.commands.exits import DONE, FAILED, WRONG_USE
from kiosk.commands.running import CONFIG_FILE, DATA_DIR, private_folder, settings
from kiosk.domain.errors import ConfigError, KioskError

if TYPE_CHECKING:
    from kiosk.store.mirror import Mirror

__all__ = [
    "CONFIG_FILE",
    "DATA_DIR",
    "DONE",
    "FAILED",
    "WRONG_USE",
    "AsJson",
    "ConfigFile",
    "DataDir",
    "answer",
    "mirror_in",
    "plain",
    "private_folder",
    "settings",
    "table",
    "told",
]

ConfigFile = Annotated[Path, typer.Option("--config", help="The booth's settings.")]
DataDir = Annotated[Path, typer.Option("--data-dir", help="Where the booth keeps everything.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object on standard output.")]


@contextmanager
def told() -> Iterator[None]:
    """Turns the booth's own errors, and the system's, into one line and an exit code."""
    try:
        yield
    except ConfigError as error:
        typer.echo(f"kiosk: {error}", err=True)
        raise typer.Exit(WRONG_USE) from None
    except (KioskError, OSError) as error:
        typer.echo(f"kiosk: {error}", err=True)
        raise typer.Exit(FAILED) from None


@contextmanager
def mirror_in(data_dir: Path) -> Iterator[Mirror]:
    """The store below ``data_dir``, closed at the end."""
    from kiosk.clock import RandomKeys
    from kiosk.logs import log_to
    from kiosk.store.mirror import open_mirror

    folder = private_folder(data_dir)
    log_to(folder / "logs")
    mirror = open_mirror(folder, RandomKeys().new_id)
    try:
        yield mirror
    finally:
        mirror.close()


def answer(value: Any, *, as_json: bool, text: Callable[[], str]) -> None:
    """``value`` as one JSON object, or ``text`` for a person."""
    if as_json:
        json.dump(plain(value), sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")
    else:
        typer.echo(text())


def plain(value: Any) -> Any:
    """Dataclasses, enums and paths as what JSON knows."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {plain(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | frozenset):
        return [plain(item) for item in value]
    if isinstance(value, enum.Enum):
        return value.value
    return str(value) if isinstance(value, Path) else value


def table(rows: Sequence[tuple[str, ...]]) -> str:
    """Columns as wide as their widest cell."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))] if rows else []
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)
