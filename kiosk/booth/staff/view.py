"""What the booth tells the staff's screens, and what staff may ask of it.

A ``StaffView`` is a complete picture of the moment, as the guests' ``View`` is. Every request is
answered by the next views alone; nothing that the screen asks for is waited for.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from kiosk.booth.staff.camera_view import CameraRequest, CameraView
from kiosk.booth.staff.event_view import EventRequest, EventView
from kiosk.booth.staff.rooms_view import EMPTY_ROOMS, RoomRequest, RoomsView
from kiosk.booth.staff.setup_view import OpenRequest, SetupRequest, SetupView
from kiosk.booth.staff.till_view import EMPTY_TILL, TillRequest, TillView
from kiosk.domain.devices import FoundDevice
from kiosk.domain.faults import Fault
from kiosk.domain.printing import Media, PrinterType
from kiosk.domain.registered import Calibration
from kiosk.domain.staff import StaffMember

# ---- the gate -----------------------------------------------------------------------------


class GateState(enum.Enum):
    SHUT = "shut"  # guests' screens are shown
    ASKING = "asking"  # the PIN pad is shown
    WRONG = "wrong"  # as ASKING, right after a wrong PIN
    LOCKED = "locked"  # as ASKING, and no PIN is taken until ``locked_until_ns``
    NO_PIN = "no-pin"  # no PIN was ever set: ``kiosk staff pin`` sets one
    SETUP = "setup"  # as NO_PIN, at a booth that can be set up on its screen: anybody may
    OPEN = "open"


@dataclass(frozen=True)
class Gate:
    """``locked_until_ns`` is CLOCK_MONOTONIC, None unless LOCKED. ``wrong`` PINs in a row have
    locked it; one more would lock it for ``next_lock_s`` seconds."""

    state: GateState = GateState.SHUT
    locked_until_ns: int | None = None
    wrong: int = 0
    next_lock_s: int = 0

    @property
    def covers(self) -> bool:
        """Whether the staff's screens stand before the guests'."""
        return self.state is not GateState.SHUT


# ---- printers -----------------------------------------------------------------------------


class Doing(enum.Enum):
    """What a printer does now, the one thing that staff should know first."""

    READY = "ready"
    PRINTING = "printing"
    WAITS = "waits"  # for a person: ``faults`` say why
    PAUSED = "paused"  # by staff
    RESTING = "resting"  # it failed a moment ago and is tried again soon
    UNKNOWN = "unknown"  # CUPS does not answer


class Task(enum.Enum):
    """What was asked of one printer and is not done yet."""

    TEST_PAGE = "test-page"
    CALIBRATION_PAGE = "calibration-page"
    REMOVING = "removing"


@dataclass(frozen=True)
class PrinterCard:
    """``waiting`` counts sheets that are still to come out. ``prints_left`` is None where nobody
    knows; ``counts_itself`` where the printer tells, so that staff need not."""

    id: str
    name: str
    type: PrinterType
    is_default: bool
    doing: Doing
    faults: tuple[Fault, ...]
    waiting: int
    media: Media
    prints_left: int | None
    counts_itself: bool
    calibration: Calibration
    task: Task | None = None


class Searching(enum.Enum):
    IDLE = "idle"
    LOOKING = "looking"
    DONE = "done"
    FAILED = "failed"  # CUPS does not answer


@dataclass(frozen=True)
class Found:
    """A device, and the name of the printer that it may be: one of this customer's that the cloud
    knows and that is not set up here. ``registered`` devices are in use already."""

    device: FoundDevice
    known_as: tuple[str, ...] = ()
    registered: bool = False


@dataclass(frozen=True)
class Search:
    state: Searching = Searching.IDLE
    found: tuple[Found, ...] = ()
    adding: str = ""  # the uri of the device that is being added


class Outcome(enum.Enum):
    """How the last request ended, where the cards don't show it by themselves."""

    ADDED = "added"
    REMOVED = "removed"
    TEST_PRINTED = "test-printed"
    CALIBRATION_PRINTED = "calibration-printed"
    SAVED = "saved"
    ADD_FAILED = "add-failed"
    PRINT_FAILED = "print-failed"
    REFUSED = "refused"
    CUPS_SILENT = "cups-silent"
    CASH_TAKEN = "cash-taken"
    CASH_LATE = "cash-late"  # the guest had left: it is owed
    CASH_OVER = "cash-over"  # the guest had paid: it is change
    REPRINTING = "reprinting"
    REPRINTED = "reprinted"
    REPRINT_FAILED = "reprint-failed"
    COMPED = "comped"
    REFUNDED = "refunded"
    REFUND_ASKED = "refund-asked"
    REFUND_FAILED = "refund-failed"
    CHANGE_RETURNED = "change-returned"
    SHIFT_OPENED = "shift-opened"
    SHIFT_CLOSED = "shift-closed"
    SLIP_FAILED = "slip-failed"
    OWNER_ONLY = "owner-only"  # ``detail`` names them
    NEEDS_SHIFT = "needs-shift"
    NO_PRINTER = "no-printer"  # none could print it now
    MOVED_ON = "moved-on"  # somebody or something was faster
    CAMERA_CHANGED = "camera-changed"
    CAMERA_BACK = "camera-back"  # the new one gave no picture: it is the one before again
    CAMERA_BUSY = "camera-busy"
    PROOF_FAILED = "proof-failed"
    GUEST_HERE = "guest-here"  # not while a guest is at the screen
    EVENT_OWNER_ONLY = "event-owner-only"
    SHOWCASE_CLEARED = "showcase-cleared"
    NOT_WRITTEN = "not-written"  # not yet: the booth goes on trying


@dataclass(frozen=True)
class Report:
    """``about`` is a printer's name or a claim code. ``detail`` is for staff who can read English,
    and for the log. ``number`` grows with every report, so that the same one twice is told
    twice."""

    number: int
    outcome: Outcome
    about: str = ""
    detail: str = ""


@dataclass(frozen=True)
class StaffView:
    """``member`` is who came in; None while the gate is not open. ``setup`` is the first start,
    None once it is ended."""

    gate: Gate = Gate()
    printers: tuple[PrinterCard, ...] = ()
    search: Search = Search()
    report: Report | None = None
    till: TillView = EMPTY_TILL
    member: StaffMember | None = None
    rooms: RoomsView = EMPTY_ROOMS
    camera: CameraView | None = None
    event: EventView | None = None
    setup: SetupView | None = None


# ---- requests -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Knock:
    """Five taps in the corner."""


@dataclass(frozen=True)
class EnterPin:
    pin: str = field(repr=False)


@dataclass(frozen=True)
class GoOut:
    """Back to the guests' screens."""


@dataclass(frozen=True)
class LookForPrinters:
    pass


@dataclass(frozen=True)
class AddPrinter:
    """``name`` is what staff call it; the name of a known printer makes it that one again."""

    uri: str
    name: str
    media: Media


@dataclass(frozen=True)
class PrintTestPage:
    printer_id: str


@dataclass(frozen=True)
class PrintCalibrationPage:
    printer_id: str


@dataclass(frozen=True)
class Calibrate:
    printer_id: str
    calibration: Calibration


@dataclass(frozen=True)
class MakeDefault:
    printer_id: str


@dataclass(frozen=True)
class MoveUp:
    """One place earlier in the order of preference."""

    printer_id: str


@dataclass(frozen=True)
class Pause:
    printer_id: str


@dataclass(frozen=True)
class Resume:
    """Undoes a pause, and starts the queue where CUPS has stopped it."""

    printer_id: str


@dataclass(frozen=True)
class Load:
    """Staff have loaded ``media`` with ``sheets`` prints on it."""

    printer_id: str
    media: Media
    sheets: int


@dataclass(frozen=True)
class RemovePrinter:
    printer_id: str


Request = (
    Knock
    | EnterPin
    | GoOut
    | LookForPrinters
    | AddPrinter
    | PrintTestPage
    | PrintCalibrationPage
    | Calibrate
    | MakeDefault
    | MoveUp
    | Pause
    | Resume
    | Load
    | RemovePrinter
    | TillRequest
    | CameraRequest
    | EventRequest
    | RoomRequest
    | OpenRequest
    | SetupRequest
)
