"""Printers, their faults, and the life of a print job, in CUPS' and IPP's own terms."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class JobState(enum.IntEnum):
    """IPP job-state (RFC 8011, 5.3.7). COMPLETED means that the backend finished with it."""

    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELED = 7
    ABORTED = 8
    COMPLETED = 9

    @property
    def terminal(self) -> bool:
        return self >= JobState.CANCELED


class QueueState(enum.IntEnum):
    """IPP printer-state (RFC 8011, 5.4.11)."""

    IDLE = 3
    PROCESSING = 4
    STOPPED = 5


class Fault(enum.Enum):
    """Why a printer does not print; the value is the IPP state reason without its suffix."""

    MEDIA_EMPTY = "media-empty"
    MEDIA_NEEDED = "media-needed"
    MEDIA_JAM = "media-jam"
    COVER_OPEN = "cover-open"
    DOOR_OPEN = "door-open"
    MARKER_SUPPLY_EMPTY = "marker-supply-empty"
    OFFLINE = "offline"
    TIMED_OUT = "timed-out"
    PAUSED = "paused"
    OTHER = "other-error"


class Sheet(enum.Enum):
    """What goes through the printer for one order."""

    FOUR_BY_SIX = "4x6"
    TWO_BY_SIX_PAIR = "2x6-pair"  # two strips side by side on one 4×6, cut by the printer


class PrinterType(enum.Enum):
    """RFC-007's ``printers.type``."""

    DYE_SUB = "dye-sub"
    INKJET = "inkjet"
    LASER = "laser"


class ConnectionType(enum.Enum):
    """RFC-007's ``printers.connection_type``."""

    USB = "usb"
    NETWORK = "network"
    IPP = "ipp"


@dataclass(frozen=True)
class QueueStatus:
    """One CUPS queue at one moment.

    ``message`` is printer-state-message as CUPS gives it, for staff and logs only.
    ``prints_left`` is None where the printer does not say.
    """

    queue: str
    state: QueueState
    accepting: bool
    faults: tuple[Fault, ...] = ()
    message: str = ""
    prints_left: int | None = None

    @property
    def able(self) -> bool:
        """Whether a job sent now can be expected to come out without a person's help."""
        return self.accepting and self.state is not QueueState.STOPPED and not self.faults


@dataclass(frozen=True)
class JobStatus:
    """One CUPS job at one moment. ``message`` is for staff and logs."""

    cups_job_id: int
    state: JobState
    faults: tuple[Fault, ...] = ()
    message: str = ""
