"""Session events to rows of the journal and back."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from pydantic import TypeAdapter

from kiosk.domain import session


def encode(event: session.Event) -> tuple[str, str]:
    """The event's type and its data as JSON."""
    kind = type(event).__name__
    return kind, _adapters()[kind].dump_json(event).decode()


def decode(kind: str, data: str) -> session.Event:
    """The event; ValueError where the type is unknown or the data does not fit it."""
    if kind not in _adapters():
        raise ValueError(f"unknown session event {kind!r}")
    event: session.Event = _adapters()[kind].validate_json(data)
    return event


@cache
def _adapters() -> dict[str, TypeAdapter[Any]]:
    return {kind.__name__: TypeAdapter(kind) for kind in get_args(session.Event)}
