"""Promise 1 once more: whether the sale can still be kept, asked just before money can come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import structlog

from kiosk.booth.lanes import Run
from kiosk.booth.pace import Pace
from kiosk.booth.ports import Clock
from kiosk.booth.view import Notice, Problem
from kiosk.domain.order import Package
from kiosk.domain.session import CancelAsked, CancelReason

log = structlog.get_logger()


@dataclass(frozen=True)
class SecondLook:
    """``against`` asks the devices: what stands against selling this package, with its copies."""

    against: Callable[[Package], tuple[Problem, ...]]
    clock: Clock
    pace: Pace

    def passes(self, run: Run, package: Package) -> bool:
        """A fault gets a moment to pass: after a restart the camera is only just starting. One
        that stays ends the session before anything is asked of the guest."""
        give_up_ns = self.clock.monotonic_ns() + int(self.pace.second_look * 1e9)
        waited = False
        while not run.stopped:
            problems = self.against(package)
            if not problems:
                if waited:
                    run.notice(None)
                return True
            if self.clock.monotonic_ns() >= give_up_ns:
                details = [f"{problem.check.value}: {problem.detail}" for problem in problems]
                log.warning("sale not kept", session=run.session_id, problems=details)
                run.tell(CancelAsked(CancelReason.OUT_OF_SERVICE))
                return False
            waited = True
            run.notice(Notice.ONE_MOMENT)
            run.sleep(self.pace.look_again)
        return False
