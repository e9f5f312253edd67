"""Adding and removing printers: all of it, or nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.booth.staff.endings import Refused
from kiosk.booth.staff.setting_up import SettingUp
from kiosk.booth.staff.view import Outcome
from kiosk.domain.devices import FoundDevice
from kiosk.domain.errors import KioskError, PrintingUnavailable, PrintRefused
from kiosk.domain.printing import Media, PrinterType, Sheet
from kiosk.domain.registered import PixelSize
from kiosk.store.printers import PrinterRegister
from tests.booth.paper_world import Held, PaperPrinter

from .staff_room import DEVICE, StaffRoom


@pytest.fixture
def setting_up(still_room: StaffRoom) -> SettingUp:
    office = still_room.office()
    return SettingUp(office.printers, office.register, office.identity, office.clock, office.keys)


def test_a_device_becomes_a_printer_with_all_that_the_device_is(
    still_room: StaffRoom, setting_up: SettingUp
) -> None:
    sizes = {Sheet.FOUR_BY_SIX: PixelSize(1240, 1844)}
    device = replace(DEVICE, pixel_sizes=sizes, seconds_per_sheet=8.5)
    ending = setting_up.add(device, " DNP  DS620 ", Media.SIX_BY_EIGHT)
    assert (ending.outcome, ending.about) == (Outcome.ADDED, "DNP DS620")
    printer = still_room.registered("DNP DS620")
    assert printer.is_default
    assert (printer.queue, printer.uri, printer.type) == (
        "dnp-ds620",
        DEVICE.uri,
        PrinterType.DYE_SUB,
    )
    assert (printer.media, printer.pixel_sizes) == (Media.SIX_BY_EIGHT, sizes)
    assert printer.seconds_per_sheet == 8.5
    assert list(still_room.cups.printers) == ["dnp-ds620"]


def test_two_of_a_kind_get_names_of_their_own(still_room: StaffRoom, setting_up: SettingUp) -> None:
    setting_up.add(DEVICE, "DNP DS620", Media.FOUR_BY_SIX)
    second = setting_up.add(replace(DEVICE, uri="usb://second"), "DNP DS620", Media.FOUR_BY_SIX)
    assert second.about == "DNP DS620 2"
    assert still_room.registered("DNP DS620 2").queue == "dnp-ds620-2"


def test_a_remembered_printer_is_itself_again(still_room: StaffRoom, setting_up: SettingUp) -> None:
    known = still_room.register("Kiri", here=False)
    setting_up.add(DEVICE, "Kiri", Media.FOUR_BY_SIX)
    assert still_room.registered("Kiri").id == known.id
    assert still_room.mirror.printers.remembered() == ()


def test_a_number_behind_a_name_makes_nobody_a_remembered_printer(
    still_room: StaffRoom, setting_up: SettingUp
) -> None:
    still_room.register("Kiri")
    still_room.register("Kiri 2", here=False)
    assert setting_up.add(DEVICE, "Kiri", Media.FOUR_BY_SIX).about == "Kiri 3"


def test_somebody_elses_queue_is_not_taken_over(
    still_room: StaffRoom, setting_up: SettingUp
) -> None:
    still_room.cups.printers = {"office": PaperPrinter()}
    setting_up.add(DEVICE, "Office", Media.FOUR_BY_SIX)
    assert still_room.registered("Office").queue == "office-2"


def test_the_remains_of_an_attempt_that_a_power_cut_ended_are_used(
    still_room: StaffRoom, setting_up: SettingUp
) -> None:
    still_room.cups.printers = {"dnp": PaperPrinter()}
    setting_up.add(replace(DEVICE, queue="dnp"), "Kanan", Media.FOUR_BY_SIX)
    assert still_room.registered("Kanan").queue == "dnp"
    assert list(still_room.cups.printers) == ["dnp"]


@pytest.mark.parametrize(
    "failure", [PrintRefused("the printer does not answer"), PrintingUnavailable("cupsd died")]
)
def test_an_add_that_cups_fails_leaves_nothing(
    still_room: StaffRoom, setting_up: SettingUp, failure: KioskError
) -> None:
    still_room.cups.add_fails = failure
    with pytest.raises(type(failure), match=str(failure)):
        setting_up.add(DEVICE, "DNP", Media.FOUR_BY_SIX)
    assert still_room.cups.printers == {}
    assert still_room.mirror.printers.all() == ()


class TakenMeanwhile:
    """The command line registers a printer of that name while CUPS adds the queue."""

    def __init__(self, register: PrinterRegister) -> None:
        self._register = register
        self.all = register.all

    def add(self, *_: object) -> None:
        raise KioskError("there is a printer called DNP already")


def test_an_add_that_the_register_refuses_leaves_nothing(still_room: StaffRoom) -> None:
    office = still_room.office()
    register = TakenMeanwhile(still_room.mirror.printers)
    setting_up = SettingUp(office.printers, register, office.identity, office.clock, office.keys)
    with pytest.raises(KioskError, match="already"):
        setting_up.add(DEVICE, "DNP", Media.FOUR_BY_SIX)
    assert still_room.cups.printers == {}


def test_a_failed_add_leaves_the_queue_that_was_there(
    still_room: StaffRoom, setting_up: SettingUp
) -> None:
    still_room.cups.printers = {"dnp": PaperPrinter()}
    still_room.cups.add_fails = PrintRefused("no")
    with pytest.raises(PrintRefused):
        setting_up.add(replace(DEVICE, queue="dnp"), "DNP", Media.FOUR_BY_SIX)
    assert list(still_room.cups.printers) == ["dnp"]


@pytest.mark.parametrize(
    ("device", "name", "media", "why"),
    [
        (DEVICE, " \n ", Media.FOUR_BY_SIX, "needs a name"),
        (DEVICE, "DNP", Media.OTHER, "takes no other"),
        (replace(DEVICE, ppd_name=""), "DNP", Media.FOUR_BY_SIX, "no driver"),
        (replace(DEVICE, uri="ipp://front/ipp/print"), "DNP", Media.FOUR_BY_SIX, "already"),
    ],
)
def test_what_makes_no_sense_is_refused_before_cups_hears_of_it(
    still_room: StaffRoom,
    setting_up: SettingUp,
    device: FoundDevice,
    name: str,
    media: Media,
    why: str,
) -> None:
    still_room.register("Front")
    with pytest.raises(Refused, match=why):
        setting_up.add(device, name, media)
    assert "add_queue" not in still_room.cups.asked


def test_a_booth_that_is_not_activated_adds_nothing(still_room: StaffRoom) -> None:
    office = still_room.office()
    setting_up = SettingUp(
        office.printers, office.register, lambda: None, office.clock, office.keys
    )
    with pytest.raises(Refused, match="activate"):
        setting_up.add(DEVICE, "DNP", Media.FOUR_BY_SIX)


def test_a_removed_printer_is_remembered_and_its_queue_gone(
    still_room: StaffRoom, setting_up: SettingUp
) -> None:
    printer = still_room.register("Front")
    assert setting_up.remove(printer).outcome is Outcome.REMOVED
    assert still_room.cups.printers == {}
    assert [known.id for known in still_room.mirror.printers.remembered()] == [printer.id]


def test_a_printer_with_a_job_begun_is_not_removed(
    still_room: StaffRoom, setting_up: SettingUp
) -> None:
    printer = still_room.register("Front")
    still_room.cups.jobs.append(Held("front", "key", "photo.jpg", 1, begun=True))
    with pytest.raises(Refused, match="printing"):
        setting_up.remove(printer)
    assert still_room.registered("Front").is_set_up


def test_a_printer_is_not_removed_while_nobody_knows_what_cups_holds(
    still_room: StaffRoom, setting_up: SettingUp
) -> None:
    printer = still_room.register("Front")
    still_room.cups.crash()
    with pytest.raises(PrintingUnavailable):
        setting_up.remove(printer)
    assert still_room.registered("Front").is_set_up


def test_a_printer_whose_queue_is_lost_can_be_removed(
    still_room: StaffRoom, setting_up: SettingUp
) -> None:
    printer = still_room.register("Front")
    still_room.cups.printers = {}
    setting_up.remove(printer)
    assert still_room.mirror.printers.all() == ()
