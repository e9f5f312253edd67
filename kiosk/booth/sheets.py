"""What a guest does about the sheet of paper: arranges it, has it printed, lets it be shown."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.booth.arranging import Pick, picked
from kiosk.booth.ports import Clock, PrinterPool
from kiosk.booth.screen import Screen
from kiosk.booth.shopfront import Shopfront
from kiosk.booth.showcase import Showcase
from kiosk.booth.staying import stayed
from kiosk.booth.steps import Steps
from kiosk.booth.tap_times import TapTimes
from kiosk.domain.session import Arranging, Delivered, GaveUp, OwedReason, PrintAsked


@dataclass(frozen=True)
class Sheets:
    """Each call is about the session on the screen; in a state in which it makes no sense it does
    nothing."""

    front: Shopfront
    screen: Screen
    steps: Steps
    pool: PrinterPool
    clock: Clock
    tap_times: TapTimes
    showcase: Showcase | None

    def arrange(self, pick: Pick) -> None:
        stage = self.screen.stage
        if stage is None:
            return
        event = picked(pick, stage, self.front.shop, self.clock.monotonic_ns())
        if event is not None and self.steps.take(pick.session_id, event):
            self.tap_times.picked(pick.session_id, event)

    def print(self, session_id: str) -> None:
        state = self.screen.state
        if not isinstance(state, Arranging) or state.picture is None:
            return
        package = state.order.package
        printer = self.pool.pick_for_paid(package.sheet, package.copies)
        if printer is None:
            self.steps.take(session_id, GaveUp(OwedReason.PRINT))
            return
        self.tap_times.print_asked(session_id)
        self.steps.take(session_id, PrintAsked(printer.id))

    def let_show(self, *, shown: bool) -> None:
        """Who answers is still there."""
        stage = self.screen.stage
        if stage is None or self.showcase is None or not isinstance(stage.state, Delivered):
            return
        if self.showcase.put(stage.session_id, shown=shown):
            stage = replace(stage, shown=shown)
        self.screen.change(stayed(stage, self.clock.monotonic_ns()))
