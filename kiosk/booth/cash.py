"""The effect of taking cash: by the bill acceptor, where there is one; staff always can."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.booth.bills import BillSlot
from kiosk.booth.lanes import Run
from kiosk.booth.second_look import SecondLook
from kiosk.domain.session import AcceptCash

IDLE_S = 0.5


@dataclass(frozen=True)
class Cash:
    look: SecondLook
    slot: BillSlot | None = None

    def accept(self, run: Run, effect: AcceptCash) -> None:
        """Until the session needs no more cash."""
        if not self.look.passes(run, effect.order.package) or self.slot is None:
            return
        self.slot.serve(run)
        try:
            while not run.stopped:
                run.sleep(IDLE_S)
        finally:
            self.slot.leave(run)
