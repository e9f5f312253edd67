"""Settings as the last start found them, so that the next one needs no others for its first picture
and its camera.

They count only for the very same file of settings; whoever uses them reads that file anyway.
"""

from __future__ import annotations

import dataclasses
import enum
import hashlib
import json
import os
import typing
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kiosk import __version__

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def remembered(file: Path, settings_file: Path, kind: type[T]) -> T | None:
    """None where there is nothing to go by: the settings or the program have changed.

    A ``kind``'s fields are plain values, paths, enums, tuples, or None.
    """
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        if told["of"] != _print_of(settings_file):
            return None
        hints = typing.get_type_hints(kind)
        if hints.keys() != told["kept"].keys():
            return None
        return kind(**{k: _read(v, hints[k]) for k, v in told["kept"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def remember(file: Path, settings_file: Path, value: DataclassInstance) -> None:
    """Replaces what was there. It only saves time: where it can't be kept the next start is slower,
    and a disk that takes nothing is the preflight's to tell of."""
    kept = {f.name: _written(getattr(value, f.name)) for f in dataclasses.fields(value)}
    fresh = file.with_suffix(".new")
    with suppress(OSError, TypeError, ValueError):
        text = json.dumps({"of": _print_of(settings_file), "kept": kept})
        if file.exists() and file.read_text(encoding="utf-8") == text:
            return
        with os.fdopen(os.open(fresh, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w") as out:
            out.write(text)
        fresh.replace(file)


def _print_of(settings_file: Path) -> str:
    version = f"kiosk {__version__}\n".encode()
    return hashlib.sha256(version + settings_file.read_bytes()).hexdigest()


def _written(value: object) -> object:
    match value:
        case enum.Enum():
            return value.value
        case Path():
            return str(value)
        case _:
            return value


def _read(value: typing.Any, kind: typing.Any) -> typing.Any:
    """Raises ValueError or TypeError for what is no ``kind``."""
    choices = typing.get_args(kind) if typing.get_origin(kind) is not tuple else ()
    for choice in choices:
        if choice is not type(None):
            return None if value is None else _read(value, choice)
    if typing.get_origin(kind) is tuple:
        return tuple(value)
    return kind(value)
