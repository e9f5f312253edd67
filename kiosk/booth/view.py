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
from kiosk.domain.session import State


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
class View:
    """Everything the screen shows.

    ``session_id`` and ``state`` are None on the attract screen.
    ``problems`` is empty while a sale can be kept.
    ``deadline_ns`` (CLOCK_MONOTONIC) is when the step ends by itself, None where it does not.
    ``ways`` are the ways to pay that work now, the preferred first; ``refused_ways`` are sold here
    and don't work now. ``looks`` are what the guest may pick, the empty one among them.
    ``templates`` fit what was bought, its own first; empty where there is no choice.
    ``retakes_left`` is how many shots the guest may still have taken again. ``may_stay``: a touch
    moves ``deadline_ns`` on (StayOn).
    ``download_url`` is what the guest's QR code says; ``data_dir`` roots every picture's path.
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
    """One of ``View.templates``, by its name."""

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
class Finish:
    """The guest has taken everything, or read why there is nothing to take."""

    session_id: str


Intent = (
    Begin
    | Choose
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
    | Finish
)
