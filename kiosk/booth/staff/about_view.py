"""What this booth is, and its logs for whoever looks after it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class LicenceFacts:
    """``type`` and ``until`` as the key has them, both empty where there is none; ``trouble`` says
    in English why it does not hold, empty where it does."""

    type: str = ""
    until: date | None = None
    trouble: str = ""


@dataclass(frozen=True)
class BoothFacts:
    version: str
    customer: str
    booth_id: str
    licence: LicenceFacts


@dataclass(frozen=True)
class MachineFacts:
    """``free`` and ``disk`` are of the disk with the data directory, in bytes, as ``memory`` is;
    ``up_s`` is since the machine was switched on."""

    host: str
    system: str
    processors: int
    memory: int
    disk: int
    free: int
    up_s: int


class Copying(enum.Enum):
    IDLE = "idle"
    GOING = "going"
    DONE = "done"
    NO_STICK = "no-stick"
    FULL = "full"
    FAILED = "failed"


@dataclass(frozen=True)
class LogCopy:
    """``part`` of it is done, 0 to 1; ``file`` is its name on the stick."""

    state: Copying = Copying.IDLE
    part: float = 0.0
    file: str = ""


@dataclass(frozen=True)
class AboutView:
    """Both facts are None before they were asked for."""

    booth: BoothFacts | None = None
    machine: MachineFacts | None = None
    copy: LogCopy = LogCopy()


@dataclass(frozen=True)
class CopyLogs:
    """Onto the USB stick that is plugged in."""
