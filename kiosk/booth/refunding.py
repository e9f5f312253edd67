"""The effect of giving a QRIS payment back."""

from __future__ import annotations

from dataclasses import dataclass

import structlog

from kiosk.booth.lanes import Run
from kiosk.booth.pace import Pace
from kiosk.booth.ports import RefundDesk
from kiosk.domain.errors import CloudUnreachable
from kiosk.domain.session import RefundDone, RefundPayment, RefundRefused

log = structlog.get_logger()

LONGEST_PAUSE_S = 300.0


@dataclass(frozen=True)
class Refunding:
    desk: RefundDesk
    pace: Pace

    def refund(self, run: Run, effect: RefundPayment) -> None:
        """Until the answer is known; without a network that may be tomorrow."""
        pause_s = self.pace.refund_poll
        while not run.stopped:
            try:
                given_back = self.desk.refund(effect.payment_id)
            except CloudUnreachable as error:
                log.info("refund not asked yet", session=run.session_id, reason=str(error))
                run.sleep(pause_s)
                pause_s = min(2 * pause_s, LONGEST_PAUSE_S)
                continue
            pause_s = self.pace.refund_poll
            if given_back is not None:
                run.tell(RefundDone() if given_back else RefundRefused())
                return
            run.sleep(pause_s)
