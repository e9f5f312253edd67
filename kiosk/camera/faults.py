"""Camera faults in words that staff can act on."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from kiosk.domain.camera import CameraTrouble
from kiosk.domain.errors import CameraUnavailable


class FaultKind(enum.Enum):
    """Whether waiting can help."""

    PASSING = "passing"  # unplugged, busy, no answer
    LASTING = "lasting"  # no permission, no such device, no usable mode


@dataclass(frozen=True)
class Fault:
    kind: FaultKind
    text: str
    trouble: CameraTrouble = CameraTrouble.OTHER


class SourceFault(CameraUnavailable):
    """Raised by a source that can't go on; carries the fault to tell staff."""

    def __init__(
        self, kind: FaultKind, text: str, trouble: CameraTrouble = CameraTrouble.OTHER
    ) -> None:
        super().__init__(text)
        self.fault = Fault(kind, text, trouble)


def passing(text: str, trouble: CameraTrouble = CameraTrouble.OTHER) -> SourceFault:
    return SourceFault(FaultKind.PASSING, text, trouble)


def lasting(text: str, trouble: CameraTrouble = CameraTrouble.OTHER) -> SourceFault:
    return SourceFault(FaultKind.LASTING, text, trouble)
