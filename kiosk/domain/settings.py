"""What staff set on the touchscreen, beside the settings file."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass

Value = str | int | bool | tuple[str, ...] | None
"""None where the file's value holds again."""

Changes = Mapping[str, Value]
"""By the setting's name: ``booth.event``, ``packages.classic.offered``."""


@dataclass(frozen=True)
class StoredSetting:
    """``value`` is what JSON made of it; ``changed_at`` is ISO UTC."""

    key: str
    value: object
    version: int
    changed_at: str
    changed_by: str


class Wrong(enum.Enum):
    """Why a value is refused."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    TOO_SMALL = "too-small"
    TOO_LARGE = "too-large"
    MALFORMED = "malformed"
    NONE_LEFT = "none-left"  # nothing would be sold any more
    UNKNOWN = "unknown"  # nothing here has this name
    CONFLICT = "conflict"  # it does not go with another setting


@dataclass(frozen=True)
class Refusal:
    """``limit`` is the bound that was passed, for TOO_LONG, TOO_SMALL and TOO_LARGE; ``detail`` is
    in English."""

    key: str
    wrong: Wrong
    limit: int | None = None
    detail: str = ""
