"""Which effect is done by whom, and in which lane."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import assert_never

from kiosk.booth.cash import Cash
from kiosk.booth.lanes import Run
from kiosk.booth.paying import Paying
from kiosk.booth.printing import PrintDesk
from kiosk.booth.refunding import Refunding
from kiosk.booth.shooting import Shooting
from kiosk.domain import session as s


class Lane(enum.Enum):
    """One worker for each slow thing that is one."""

    PAYMENTS = "payments"
    CAMERA = "camera"
    IMAGING = "imaging"
    CASH = "cash"


def lane_of(effect: s.Effect) -> Lane | None:
    """None where each has a thread of its own: prints and refunds go on beside each other."""
    match effect:
        case s.RequestPayment() | s.WatchPayment() | s.ClosePayment():
            return Lane.PAYMENTS
        case s.AcceptCash():
            return Lane.CASH
        case s.TakeShot():
            return Lane.CAMERA
        case s.Compose():
            return Lane.IMAGING
        case s.SubmitPrint() | s.FollowPrint() | s.WithdrawPrint() | s.RefundPayment():
            return None
        case _:
            assert_never(effect)


@dataclass(frozen=True)
class Performers:
    paying: Paying
    cash: Cash
    refunding: Refunding
    shooting: Shooting
    printing: PrintDesk

    def perform(self, run: Run, effect: s.Effect) -> None:
        """Returns when the effect is done or the run is to stop."""
        match effect:
            case s.RequestPayment():
                self.paying.request(run, effect)
            case s.WatchPayment():
                self.paying.watch(run, effect)
            case s.ClosePayment():
                self.paying.close(run, effect)
            case s.AcceptCash():
                self.cash.accept(run, effect)
            case s.RefundPayment():
                self.refunding.refund(run, effect)
            case s.TakeShot():
                self.shooting.take(run, effect)
            case s.Compose():
                picture = self.shooting.compose(run, effect)
                if picture is not None:
                    self.printing.prepare(effect.order, picture)
            case s.SubmitPrint():
                self.printing.submit(run, effect)
            case s.FollowPrint():
                self.printing.follow(run, effect)
            case s.WithdrawPrint():
                self.printing.withdraw(run, effect)
            case _:
                assert_never(effect)
