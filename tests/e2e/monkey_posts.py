"""Where the monkey is let loose: each face of the guests' screens and each of the staff's rooms."""

from __future__ import annotations

import enum

from kiosk.booth.staff.view import GateState
from kiosk.booth.view import Notice
from kiosk.domain import session as s
from kiosk.ui.screens import ScreenName, moment_of, screen_of
from kiosk.ui.window import Screen


class Post(enum.Enum):
    """The values of guests' posts are the screens' moments where there is one."""

    ATTRACT = "attract"
    CHOOSE = "choose"
    PICKING = "pay-picking"
    REQUESTING = "pay-requesting"
    OFFERED = "pay-offered"
    CLOSING = "pay-closing"
    VOUCHER = "pay-voucher"
    CASH = "pay-cash"
    COUNTING = "shoot-counting"
    REVIEW = "shoot-review"
    ONE_MOMENT = "shoot-one-moment"
    ARRANGE = "arrange"
    SENDING = "printing-sending"
    PRINTING = "printing"
    WAITS = "printing-waits"
    TAKE_HOME = "takehome"
    OWED = "owed"
    CANCELLED = "cancelled"
    SETTLED = "settled"
    RESTING = "resting"
    HOME = "staff-home"
    TILL = "staff-till"
    SESSIONS = "staff-sessions"
    PRINTERS = "staff-printers"
    MORE = "staff-more"
    CAMERA = "staff-camera"
    EVENT = "staff-event"
    SYNC = "staff-sync"
    ABOUT = "staff-about"
    PIN_PAD = "staff-pin-pad"  # who stands before it does not know the PIN

    @property
    def is_staffs(self) -> bool:
        return self.value.startswith("staff-")

    @property
    def is_paid(self) -> bool:
        return self in PAID

    @property
    def is_timed(self) -> bool:
        """Whether time ends it and may be moved on; elsewhere the booth is at work, which takes the
        time that it takes."""
        return self not in AT_WORK


AT_WORK = (
    Post.REQUESTING,
    Post.CLOSING,
    Post.COUNTING,
    Post.REVIEW,
    Post.ONE_MOMENT,
    Post.SENDING,
    Post.PRINTING,
    Post.WAITS,
)
PAID = (
    *(Post.COUNTING, Post.REVIEW, Post.ONE_MOMENT, Post.ARRANGE),
    *(Post.SENDING, Post.PRINTING, Post.WAITS, Post.TAKE_HOME, Post.OWED, Post.SETTLED),
)
GUESTS = tuple(post for post in Post if not post.is_staffs)


def post_of(screen: Screen) -> Post | None:
    """Where the booth is now; None on the way between two posts, or where no room is open."""
    gate = screen.staff.view.gate.state
    if gate is not GateState.SHUT:
        return _room_of(str(screen.staff.page)) if gate is GateState.OPEN else Post.PIN_PAD
    view = screen.booth.view
    if view is None:
        return None
    match view.state:
        case s.Shooting() if view.notice is not Notice.ONE_MOMENT:
            return Post.COUNTING if view.countdown is not None else Post.REVIEW
        case s.Printing() if view.notice is Notice.PRINTER_WAITS or view.printer_faults:
            return Post.WAITS
        case s.Arranging():
            return Post.ARRANGE
        case _:
            moment = moment_of(view)
            return next((post for post in GUESTS if post.value == moment), None)


def _room_of(page: str) -> Post | None:
    """What is opened from a room is still that room's."""
    return ROOMS.get(page)


ROOMS = {
    "home": Post.HOME,
    **dict.fromkeys(("till", "code", "claim", "deed", "shift", "drawer"), Post.TILL),
    **dict.fromkeys(("sessions", "session", "complaint"), Post.SESSIONS),
    **dict.fromkeys(
        ("printers", "search", "confirm", "refill", "calibrate", "remove"), Post.PRINTERS
    ),
    "more": Post.MORE,
    "camera": Post.CAMERA,
    "event": Post.EVENT,
    "sync": Post.SYNC,
    "about": Post.ABOUT,
}


def is_idle(screen: Screen) -> bool:
    """Between guests, and no room of the staff's is open."""
    view = screen.booth.view
    return (
        view is not None
        and screen_of(view) in (ScreenName.ATTRACT, ScreenName.RESTING)
        and screen.staff.view.gate.state is GateState.SHUT
    )
