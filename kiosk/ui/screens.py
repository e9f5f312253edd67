"""Which screen a View belongs to."""

from __future__ import annotations

import enum
from typing import assert_never

from kiosk.booth.view import Notice, View
from kiosk.domain.states import (
    Arranging,
    Cancelled,
    Choosing,
    Closing,
    Delivered,
    EnteringVoucher,
    Job,
    Offered,
    Owed,
    Paying,
    Picking,
    Printing,
    Requesting,
    Settled,
    Shooting,
    TakingCash,
)


class ScreenName(enum.Enum):
    """The values are what QML matches on and what the rehearsal names its pictures after."""

    ATTRACT = "attract"
    RESTING = "resting"  # no sale could be kept now
    CHOOSE = "choose"
    PAY = "pay"
    SHOOT = "shoot"
    ARRANGE = "arrange"
    PRINTING = "printing"
    TAKE_HOME = "takehome"
    OWED = "owed"
    CANCELLED = "cancelled"
    SETTLED = "settled"


def screen_of(view: View) -> ScreenName:
    match view.state:
        case None:
            return ScreenName.RESTING if view.problems and not view.starting else ScreenName.ATTRACT
        case Choosing():
            return ScreenName.CHOOSE
        case Paying():
            return ScreenName.PAY
        case Shooting():
            return ScreenName.SHOOT
        case Arranging():
            return ScreenName.ARRANGE
        case Printing():
            return ScreenName.PRINTING
        case Delivered():
            return ScreenName.TAKE_HOME
        case Owed():
            return ScreenName.OWED
        case Cancelled():
            return ScreenName.CANCELLED
        case Settled():
            return ScreenName.SETTLED
        case _:
            assert_never(view.state)


def moment_of(view: View) -> str:
    """The screen and what it waits for, where one screen has several faces."""
    name = screen_of(view).value
    match view.state:
        case None if view.starting:
            return f"{name}-starting"
        case Paying(_, Picking()):
            return f"{name}-picking"
        case Paying(_, EnteringVoucher()):
            return f"{name}-voucher"
        case Paying(_, TakingCash()):
            return f"{name}-cash"
        case Paying(_, Requesting()):
            return f"{name}-requesting"
        case Paying(_, Offered()):
            return f"{name}-offered"
        case Paying(_, Closing()):
            return f"{name}-closing"
        case Shooting() if view.notice is Notice.ONE_MOMENT:
            return f"{name}-one-moment"
        case Arranging(_, _, None):
            return f"{name}-composing"
        case Arranging(look=look) if look:
            return f"{name}-look"
        case Printing(_, _, Job(cups_job_id=None)):
            return f"{name}-sending"
        case _:
            return name
