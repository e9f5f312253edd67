"""What staff change about a printer with one tap: done at once, and on disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import assert_never

from kiosk.booth.staff.endings import Refused
from kiosk.booth.staff.ports import Register
from kiosk.booth.staff.view import (
    Calibrate,
    Load,
    MakeDefault,
    MoveUp,
    Outcome,
    Pause,
    Resume,
)
from kiosk.domain.registered import Calibration

MOST_MM = 10.0
SCALES = (0.9, 1.1)
MOST_SHEETS = 9999
"""No kit has as many; a slip of the finger has."""

Change = MakeDefault | MoveUp | Pause | Resume | Load | Calibrate


@dataclass(frozen=True)
class Changed:
    """``what`` and ``data`` are for the audit log; ``outcome`` is None where the card shows it."""

    what: str
    data: Mapping[str, object] = field(default_factory=dict)
    outcome: Outcome | None = None


def change(register: Register, request: Change, now: datetime) -> Changed:
    """Raises Refused, or what the register raises."""
    match request:
        case MakeDefault(printer_id):
            register.make_default(printer_id, now)
            return Changed("printer made default")
        case MoveUp(printer_id):
            register.move_up(printer_id)
            return Changed("printer moved up")
        case Pause(printer_id):
            register.pause(printer_id)
            return Changed("printer paused")
        case Resume(printer_id):
            register.resume(printer_id)
            return Changed("printer resumed")
        case Load(printer_id, media, sheets):
            if not 0 <= sheets <= MOST_SHEETS:
                raise Refused(f"no printer holds {sheets} sheets")
            register.load(printer_id, media, sheets)
            kit = {"media": media.value, "sheets": sheets}
            return Changed("printer loaded", kit, Outcome.SAVED)
        case Calibrate(printer_id, calibration):
            register.calibrate(printer_id, _sane(calibration))
            return Changed("printer calibrated", asdict(calibration), Outcome.SAVED)
        case _:
            assert_never(request)


def _sane(calibration: Calibration) -> Calibration:
    """Not a number is neither more nor less than a bound."""
    moved = all(abs(mm) <= MOST_MM for mm in (calibration.right_mm, calibration.down_mm))
    if moved and SCALES[0] <= calibration.scale <= SCALES[1]:
        return calibration
    raise Refused(f"no printer is off by as much: {calibration}")
