"""What staff see of a printer, from what is known about it."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.booth.pool import Look
from kiosk.booth.staff.view import Doing, Found, PrinterCard, Task
from kiosk.domain.devices import FoundDevice
from kiosk.domain.faults import Fault, needs_person
from kiosk.domain.printing import QueueState, QueueStatus
from kiosk.domain.registered import RegisteredPrinter


def card_of(look: Look, task: Task | None) -> PrinterCard:
    printer, status = look.printer, look.status
    return PrinterCard(
        id=printer.id,
        name=printer.name,
        type=printer.type,
        is_default=printer.is_default,
        doing=_doing(look),
        faults=() if status is None else present(status),
        waiting=look.waiting,
        media=look.media,
        prints_left=look.prints_left,
        counts_itself=status is not None and status.prints_left is not None,
        calibration=printer.calibration,
        task=task,
    )


def _doing(look: Look) -> Doing:
    """The pause first, for staff made it themselves; then what a person has to mend."""
    if look.status is None:
        return Doing.UNKNOWN
    if look.printer.paused:
        return Doing.PAUSED
    faults = present(look.status)
    if any(needs_person(fault) for fault in faults):
        return Doing.WAITS
    if (
        faults
        or look.resting
        or look.status.state is QueueState.STOPPED
        or not look.status.accepting
    ):
        return Doing.RESTING
    if look.status.state is QueueState.PROCESSING:
        return Doing.PRINTING
    return Doing.READY


def present(status: QueueStatus) -> tuple[Fault, ...]:
    """Without the one that only says that CUPS has stopped the queue."""
    return tuple(fault for fault in status.faults if fault is not Fault.PAUSED)


def queue_gone(queue: str, why: str) -> QueueStatus:
    """How a printer looks whose queue somebody has taken out of CUPS: to be added again."""
    return QueueStatus(
        queue, QueueState.STOPPED, accepting=False, faults=(Fault.DRIVER,), message=why
    )


def found_among(
    devices: Iterable[FoundDevice],
    registered: tuple[RegisteredPrinter, ...],
    remembered: tuple[RegisteredPrinter, ...],
) -> tuple[Found, ...]:
    return tuple(
        Found(device, _known_as(device, remembered), in_use(device, registered))
        for device in devices
    )


def in_use(device: FoundDevice, registered: Iterable[RegisteredPrinter]) -> bool:
    return any(
        device.uri == printer.uri or (device.queue and device.queue == printer.queue)
        for printer in registered
    )


def _known_as(device: FoundDevice, remembered: tuple[RegisteredPrinter, ...]) -> tuple[str, ...]:
    """The cloud knows no device: whatever is of its type may be it, the same connection first."""
    alike = [printer for printer in remembered if printer.type is device.type]
    alike.sort(key=lambda printer: printer.connection_type is not device.connection_type)
    return tuple(printer.name for printer in alike)
