"""The little films of a session, and what they are cut from."""

from __future__ import annotations

import enum
from dataclasses import dataclass

BEFORE_NS = 700_000_000
AFTER_NS = 500_000_000
"""How much of what lies around a shutter instant is in a boomerang, before it and after."""


class Film(enum.Enum):
    """The value is the file's name, without ``.mp4``."""

    BOOMERANG = "boomerang"  # the moment around a shutter, forwards and backwards
    TIMELAPSE = "timelapse"  # the whole session in some seconds


@dataclass(frozen=True)
class SmallFrame:
    """One recorded picture as a JPEG; ``stamp_ns`` is CLOCK_MONOTONIC."""

    stamp_ns: int
    jpeg: bytes


@dataclass(frozen=True)
class Reel:
    """What was recorded of one session, in the order of time. ``shutters`` are the instants of its
    shots (CLOCK_MONOTONIC)."""

    session_id: str
    frames: tuple[SmallFrame, ...]
    shutters: tuple[int, ...]


@dataclass(frozen=True)
class Titles:
    """What stands at the end of a time-lapse."""

    event: str
    date: str


@dataclass(frozen=True)
class MadeFilm:
    """``path`` is relative to the data directory, ``sha256`` in hexadecimal."""

    film: Film
    path: str
    bytes: int
    sha256: str


def is_near(stamp_ns: int, shutter_ns: int, lead_ns: int = 0) -> bool:
    """Whether a frame belongs to the boomerang of that shutter, or comes ``lead_ns`` before."""
    return shutter_ns - BEFORE_NS - lead_ns <= stamp_ns <= shutter_ns + AFTER_NS
