"""What a card says, from what is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.booth.pool import Look
from kiosk.booth.staff.cards import card_of, found_among, queue_gone
from kiosk.booth.staff.view import Doing, Task
from kiosk.domain.faults import Fault
from kiosk.domain.printing import ConnectionType, Media, PrinterType, QueueState, QueueStatus
from kiosk.domain.registered import RegisteredPrinter

from .staff_room import DEVICE, a_printer

PRINTER = a_printer("p", "Front")
WELL = QueueStatus("front", QueueState.IDLE, accepting=True)
BUSY = replace(WELL, state=QueueState.PROCESSING)
STOPPED = replace(WELL, state=QueueState.STOPPED, faults=(Fault.PAUSED,))


def doing(status: QueueStatus | None, *, paused: bool = False, resting: bool = False) -> Doing:
    look = Look(replace(PRINTER, paused=paused), status, resting=resting)
    return card_of(look, None).doing


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (None, Doing.UNKNOWN),
        (WELL, Doing.READY),
        (BUSY, Doing.PRINTING),
        (replace(BUSY, faults=(Fault.COVER_OPEN,)), Doing.WAITS),
        (replace(WELL, faults=(Fault.PREPARING,)), Doing.RESTING),
        (replace(WELL, faults=(Fault.PREPARING, Fault.MEDIA_EMPTY)), Doing.WAITS),
        (STOPPED, Doing.RESTING),
        (replace(STOPPED, faults=(Fault.PAUSED, Fault.MEDIA_JAM)), Doing.WAITS),
        (replace(WELL, accepting=False), Doing.RESTING),
        (queue_gone("front", "no queue front"), Doing.WAITS),
    ],
)
def test_a_card_says_the_one_thing_first(status: QueueStatus | None, expected: Doing) -> None:
    assert doing(status) is expected


def test_a_pause_is_said_before_what_is_wrong_with_the_printer() -> None:
    assert doing(replace(WELL, faults=(Fault.MEDIA_EMPTY,)), paused=True) is Doing.PAUSED
    assert doing(None, paused=True) is Doing.UNKNOWN


def test_a_printer_that_failed_a_moment_ago_rests() -> None:
    assert doing(WELL, resting=True) is Doing.RESTING


def test_a_stopped_queue_is_no_fault_to_mend() -> None:
    assert card_of(Look(PRINTER, STOPPED), None).faults == ()


@pytest.mark.parametrize(
    ("told", "counted", "left", "counts_itself"),
    [(300, 12, 300, True), (0, 12, 0, True), (None, 12, 12, False), (None, None, None, False)],
)
def test_the_printers_own_count_goes_before_the_booths(
    told: int | None, counted: int | None, left: int | None, *, counts_itself: bool
) -> None:
    look = Look(replace(PRINTER, sheets_left=counted), replace(WELL, prints_left=told))
    card = card_of(look, None)
    assert (card.prints_left, card.counts_itself) == (left, counts_itself)


def test_a_card_tells_what_waits_and_what_is_being_done() -> None:
    card = card_of(Look(PRINTER, BUSY, waiting=7), Task.TEST_PAGE)
    assert (card.waiting, card.task, card.media) == (7, Task.TEST_PAGE, Media.FOUR_BY_SIX)


def test_a_device_may_be_a_remembered_printer_of_its_type() -> None:
    def remembered(name: str, kind: PrinterType, connection: ConnectionType) -> RegisteredPrinter:
        return replace(a_printer(name, name), queue="", type=kind, connection_type=connection)

    known = (
        remembered("Over IPP", PrinterType.DYE_SUB, ConnectionType.IPP),
        remembered("Laser", PrinterType.LASER, ConnectionType.USB),
        remembered("Over USB", PrinterType.DYE_SUB, ConnectionType.USB),
    )
    (found,) = found_among((DEVICE,), (), known)
    assert found.known_as == ("Over USB", "Over IPP")


@pytest.mark.parametrize(
    ("uri", "queue", "registered"),
    [(DEVICE.uri, "x", True), ("usb://other", "ds620", True), ("usb://other", "x", False)],
)
def test_a_device_is_in_use_by_its_address_or_its_queue(
    uri: str, queue: str, *, registered: bool
) -> None:
    printer = replace(PRINTER, uri=uri, queue=queue)
    (found,) = found_among((replace(DEVICE, queue="ds620"),), (printer,), ())
    assert found.registered is registered


def test_devices_without_queues_are_not_taken_for_each_other() -> None:
    assert not found_among((DEVICE,), (replace(PRINTER, queue=""),), ())[0].registered
