"""Printers, their faults, and the life of a print job, in CUPS' and IPP's own terms."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import assert_never

from kiosk.domain.faults import Fault, needs_person


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


class Sheet(enum.Enum):
    """What goes through the printer for one order."""

    FOUR_BY_SIX = "4x6"
    TWO_BY_SIX_PAIR = "2x6-pair"  # two strips side by side on one 4×6, cut by the printer
    SIX_BY_EIGHT = "6x8"


class Media(enum.Enum):
    """The paper (and ribbon) that is loaded."""

    FOUR_BY_SIX = "4x6"
    SIX_BY_EIGHT = "6x8"
    OTHER = "other"  # something that no package of ours is printed on


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


def fits(media: Media, sheet: Sheet, printer: PrinterType) -> bool:
    """Whether ``sheet`` can be made of what is loaded: a dye-sub cuts smaller ones off a 6×8."""
    match media:
        case Media.FOUR_BY_SIX:
            return sheet is not Sheet.SIX_BY_EIGHT
        case Media.SIX_BY_EIGHT:
            return sheet is Sheet.SIX_BY_EIGHT or printer is PrinterType.DYE_SUB
        case Media.OTHER:
            return False
        case _:
            assert_never(media)


@dataclass(frozen=True)
class QueueStatus:
    """One CUPS queue at one moment.

    ``message`` is printer-state-message as CUPS gives it, for staff and logs only.
    ``prints_left`` and ``media_ready`` are None where the printer does not say. ``offered`` is
    what the queue's driver can print, whatever is loaded; None where it has no driver; with
    ``cuts_strips`` the printer cuts a pair of strips apart.
    ``askable``: the printer itself can be asked, so that its faults are those of now. Another's
    are the last words of its driver, and stay until the next try.
    """

    queue: str
    state: QueueState
    accepting: bool
    faults: tuple[Fault, ...] = ()
    message: str = ""
    prints_left: int | None = None
    media_ready: Media | None = None
    offered: frozenset[Sheet] | None = None
    cuts_strips: bool = False
    askable: bool = False

    @property
    def able(self) -> bool:
        """Whether a job sent now can be expected to come out without a person's help."""
        waits = any(needs_person(fault) for fault in self.faults)
        return self.accepting and self.state is not QueueState.STOPPED and not waits


@dataclass(frozen=True)
class JobStatus:
    """One CUPS job at one moment. ``message`` is for staff and logs.

    ``prints_left`` is what the printer's counter said when the job was submitted, where it counts.
    ``begun`` is whether CUPS ever started to send it to the printer: a job that was begun and is
    not over may have sheets out already. ``seconds`` is how long it ran, once it is over.
    """

    cups_job_id: int
    state: JobState
    faults: tuple[Fault, ...] = ()
    message: str = ""
    begun: bool = False
    seconds: float | None = None
    prints_left: int | None = None


@dataclass(frozen=True)
class DeviceJob:
    """What the printer itself remembers of a job. ``sheets`` are those that came out, None where
    the printer does not count them for each job."""

    state: JobState
    sheets: int | None
