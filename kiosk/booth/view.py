"""What the booth tells the screen, and what the screen may tell the booth.

A ``View`` is a complete picture of the moment: the screen draws the newest and keeps nothing.
An ``Intent`` carries the session and the step that the guest was looking at, so that a second
tap, or one that arrives late, is recognised and does nothing.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from kiosk.domain.faults import Fault
from kiosk.domain.order import Package, PaymentMethod
from kiosk.domain.states import State


class Check(enum.Enum):
    """What preflight looks at."""

    CAMERA = "camera"
    PRINTER = "printer"
    MEDIA = "media"
    CUPS = "cups"  # whether it would print twice after a restart; the doctor alone asks
    DISK = "disk"
    STORE = "store"
    LICENCE = "licence"
    CLOUD = "cloud"
    PAYMENT = "payment"  # whether a guest could pay in one way at least
    CLOCK = "clock"
    SETTINGS = "settings"  # whether all that staff have set has an effect; the doctor alone asks


@dataclass(frozen=True)
class Problem:
    """One reason why no sale could be kept now. ``detail`` and ``remedy`` are for staff. ``soon``
    where nothing is wrong: a part is still starting."""

    check: Check
    detail: str
    remedy: str
    soon: bool = False


def is_starting(problems: tuple[Problem, ...]) -> bool:
    """Whether a sale waits for the booth's start alone."""
    return bool(problems) and all(problem.soon for problem in problems)


class Notice(enum.Enum):
    """Something the guest should know about the step at hand, said in their words by the screen."""

    ONE_MOMENT = "one-moment"  # the camera is being found again
    PAYMENT_UNREACHABLE = "payment-unreachable"  # the cloud does not answer; still trying
    PRINTER_WAITS = "printer-waits"  # staff have to do something at the printer
    STILL_CHECKING = "still-checking"  # asking once more whether the payment arrived
    VOUCHER_WRONG = "voucher-wrong"  # misread, made up, or another customer's
    VOUCHER_EXPIRED = "voucher-expired"
    VOUCHER_USED = "voucher-used"
    VOUCHER_LATER = "voucher-later"  # too many wrong ones: a pause


@dataclass(frozen=True)
class Countdown:
    """The shutter falls at ``shutter_ns`` (CLOCK_MONOTONIC); ``seconds`` is the whole countdown."""

    seq: int
    shutter_ns: int
    seconds: float


@dataclass(frozen=True)
class InLine:
    """The print waits in the booth for its turn; ``guests`` have theirs before it."""

    guests: int


@dataclass(frozen=True)
class AtPrinter:
    """CUPS has the print. ``begun``: it is being sent, or was. ``out`` of its sheets are known to
    have come out, 0 also where nobody tells; one takes ``seconds_a_sheet`` here."""

    begun: bool
    out: int
    seconds_a_sheet: float


PrintProgress = InLine | AtPrinter


@dataclass(frozen=True)
class View:
    """Everything the screen shows.

    ``session_id`` and ``state`` are None on the attract screen.
    ``problems`` is empty while a sale can be kept.
    ``countdown`` is the one for the shot that is due; none while the shot before is looked at.
    ``deadline_ns`` (CLOCK_MONOTONIC) is when the step ends by itself, None where it does not; while
    shots are taken, when the look at one ends that may be taken again.
    ``ways`` are the ways to pay that work now, the preferred first; ``refused_ways`` are sold here
    and don't work now. ``looks`` are what the guest may pick, the empty one among them.
    ``templates`` fit what was bought, its own first; empty where there is no choice.
    ``retakes_left`` is how many shots the guest may still have taken again. ``may_stay``: a touch
    moves ``deadline_ns`` on (StayOn).
    ``event`` is the event's name and ``mirror`` how the live picture is shown, None where the
    screen's own settings hold.
    ``download_url`` is what the guest's QR code says; ``data_dir`` roots every picture's path.
    ``print_progress`` is None until something is known. ``online``: whether the cloud answered
    last, None before it was asked. ``showcase`` are prints that their guests let be shown here,
    the newest first, between sessions alone. ``shown``: whether this guest does, None where that
    is not asked.
    """

    packages: tuple[Package, ...]
    problems: tuple[Problem, ...] = ()
    session_id: str | None = None
    state: State | None = None
    countdown: Countdown | None = None
    notice: Notice | None = None
    printer_faults: tuple[Fault, ...] = ()
    deadline_ns: int | None = None
    download_url: str = ""
    ways: tuple[PaymentMethod, ...] = ()
    refused_ways: tuple[PaymentMethod, ...] = ()
    looks: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()
    retakes_left: int = 0
    may_stay: bool = False
    print_progress: PrintProgress | None = None
    online: bool | None = None
    showcase: tuple[str, ...] = ()
    shown: bool | None = None
    event: str | None = None
    mirror: bool | None = None

    @property
    def starting(self) -> bool:
        """Between guests, while the booth starts: a touch is kept until it is known what can be
        sold."""
        return self.state is None and is_starting(self.problems)


@dataclass(frozen=True)
class Begin:
    """A touch on the attract screen."""


@dataclass(frozen=True)
class Choose:
    """``copies`` is None for as many as the package has."""

    session_id: str
    package_key: str
    copies: int | None = None


@dataclass(frozen=True)
class PickWay:
    session_id: str
    method: PaymentMethod


@dataclass(frozen=True)
class LeaveWay:
    """Back to the ways to pay."""

    session_id: str


@dataclass(frozen=True)
class EnterVoucher:
    """``code`` as the guest typed it."""

    session_id: str
    code: str


@dataclass(frozen=True)
class HavePaid:
    """The guest says so: Xendit is asked at once."""

    session_id: str


@dataclass(frozen=True)
class Leave:
    """Back or cancel; has a meaning before payment only."""

    session_id: str


@dataclass(frozen=True)
class PickLook:
    """Empty for the shots as they were taken."""

    session_id: str
    look: str


@dataclass(frozen=True)
class PickTemplate:
    """One of ``View.templates``, by its folder's name."""

    session_id: str
    template: str


@dataclass(frozen=True)
class ArrangeShots:
    """``slots`` has, for each slot in order, the ``seq`` of the shot that is to be in it."""

    session_id: str
    slots: tuple[int, ...]


@dataclass(frozen=True)
class Retake:
    """The guest wants the shot ``seq`` taken once more."""

    session_id: str
    seq: int


@dataclass(frozen=True)
class StayOn:
    """The guest is still there: the step on the screen begins its time anew."""

    session_id: str


@dataclass(frozen=True)
class Print:
    """The guest likes the picture."""

    session_id: str


@dataclass(frozen=True)
class ShowPrint:
    """Whether the guest lets the print be shown on the attract screen for some hours."""

    session_id: str
    shown: bool


@dataclass(frozen=True)
class Finish:
    """The guest has taken everything, or read why there is nothing to take."""

    session_id: str


Tap = (
    Choose
    | PickWay
    | LeaveWay
    | EnterVoucher
    | HavePaid
    | Leave
    | PickLook
    | PickTemplate
    | ArrangeShots
    | Retake
    | StayOn
    | Print
    | ShowPrint
    | Finish
)
"""On a session, which it names."""

Intent = Begin | Tap
