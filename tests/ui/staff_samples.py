"""The staff's room in every mood, for tests and for looking at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from kiosk.booth.staff.view import (
    Doing,
    Found,
    Gate,
    GateState,
    Outcome,
    PrinterCard,
    Report,
    Search,
    Searching,
    StaffView,
    Task,
)
from kiosk.domain.devices import Driver, FoundDevice
from kiosk.domain.faults import Fault, needs_person
from kiosk.domain.printing import ConnectionType, Media, PrinterType
from kiosk.domain.registered import Calibration
from kiosk.ui.staff.room import StaffModel
from tests.ui import (
    staff_room_samples,
    staff_settings_samples,
    staff_setup_samples,
    staff_till_samples,
)

SECOND = 1_000_000_000
OPEN = Gate(GateState.OPEN)
DNP = FoundDevice(
    "gutenprint53+usb://dnp-ds620/DS6A123",
    "Dai Nippon Printing DS620 - CUPS+Gutenprint v5.3.4",
    PrinterType.DYE_SUB,
    ConnectionType.USB,
    Driver.GUTENPRINT,
    "gutenprint.5.3://dnp-ds620/expert",
    (Media.FOUR_BY_SIX, Media.SIX_BY_EIGHT),
)
SELPHY = FoundDevice(
    "ipp://192.0.2.7/ipp/print",
    "Canon SELPHY CP1500, driverless, cups-filters 1.28.17",
    PrinterType.DYE_SUB,
    ConnectionType.NETWORK,
    Driver.EVERYWHERE,
    "everywhere",
    (Media.FOUR_BY_SIX,),
    Media.FOUR_BY_SIX,
)
OFFICE = FoundDevice(
    "usb://Xerox/Phaser?serial=1",
    "Xerox Phaser 3010",
    PrinterType.LASER,
    ConnectionType.USB,
    Driver.EVERYWHERE,
    "",
)
FOUND = (Found(DNP, ("Printer kiri",)), Found(SELPHY), Found(OFFICE))


def card(**more: object) -> PrinterCard:
    base = PrinterCard(
        "left",
        "DNP DS620",
        PrinterType.DYE_SUB,
        is_default=True,
        doing=Doing.READY,
        faults=(),
        waiting=0,
        media=Media.FOUR_BY_SIX,
        prints_left=312,
        counts_itself=False,
        calibration=Calibration(),
    )
    return replace(base, **more)  # type: ignore[arg-type]


RIGHT = card(id="right", name="Printer kanan", is_default=False, prints_left=388)
SPARE = card(id="spare", name="Canon SELPHY CP1500", is_default=False, prints_left=None)


def inside(*cards: PrinterCard, **more: object) -> StaffView:
    return StaffView(OPEN, cards, **more)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Scene:
    """``enter`` opens the page once the room shows ``view``; then it shows ``then``."""

    name: str
    view: StaffView
    enter: Callable[[StaffModel], None] = lambda _: None
    then: StaffView | None = None


def gates(now_ns: int) -> Iterator[Scene]:
    yield Scene("pin", StaffView(Gate(GateState.ASKING)), type_digits)
    yield Scene("pin-wrong", StaffView(Gate(GateState.WRONG)))
    yield Scene("pin-locked", StaffView(Gate(GateState.LOCKED, now_ns + 94 * SECOND, 7, 300)))
    yield Scene("pin-none", StaffView(Gate(GateState.NO_PIN)))


def cards() -> Iterator[Scene]:
    yield Scene("empty", inside())
    yield Scene("ready", inside(card(), RIGHT))
    printing = card(doing=Doing.PRINTING, waiting=3)
    yield Scene("printing", inside(printing, replace(RIGHT, doing=Doing.PAUSED)))
    empty = card(doing=Doing.WAITS, faults=(Fault.MEDIA_EMPTY,), waiting=2, prints_left=0)
    yield Scene("waits", inside(empty, replace(RIGHT, doing=Doing.PRINTING, waiting=1)))
    for fault in Fault:
        doing = Doing.WAITS if needs_person(fault) else Doing.RESTING
        held = card(doing=doing, faults=(fault,), waiting=2)
        yield Scene(f"fault-{fault.value}", inside(held, RIGHT))
    low = card(prints_left=31)
    yield Scene("low", inside(low, replace(SPARE, doing=Doing.RESTING)))
    silent = (card(doing=Doing.UNKNOWN, waiting=1), replace(RIGHT, doing=Doing.UNKNOWN))
    yield Scene("silent", inside(*silent))
    news = Report(1, Outcome.CUPS_SILENT)
    yield Scene("silent-empty", inside(search=Search(Searching.FAILED), report=news))
    testing = card(task=Task.TEST_PAGE, doing=Doing.PRINTING)
    yield Scene("testing", inside(testing, RIGHT))
    added = Report(2, Outcome.ADDED, "DNP DS620")
    yield Scene("added", inside(card(prints_left=None), report=added))
    tested = Report(3, Outcome.TEST_PRINTED, "DNP DS620")
    yield Scene("tested", inside(card(prints_left=399), report=tested))
    failed = Report(4, Outcome.PRINT_FAILED, "DNP DS620", "job-aborted-by-system: Paper jam (4)")
    yield Scene("print-failed", inside(card(), RIGHT, report=failed))
    yield Scene("three", inside(card(), RIGHT, SPARE))


def pages() -> Iterator[Scene]:
    some = Search(Searching.LOOKING, FOUND[:1])
    yield Scene("searching", inside(search=Search(Searching.LOOKING)), StaffModel.open_search)
    yield Scene("searching-some", inside(search=some), StaffModel.open_search)
    used = replace(FOUND[0], registered=True, known_as=())
    done = Search(Searching.DONE, (used, *FOUND[1:]))
    yield Scene("found", inside(card(), search=done), StaffModel.open_search)
    nothing = inside(search=Search(Searching.DONE))
    yield Scene("found-none", nothing, StaffModel.open_search)
    failed = inside(search=Search(Searching.FAILED))
    yield Scene("search-failed", failed, StaffModel.open_search)
    search = Search(Searching.DONE, FOUND)
    yield Scene("confirm", inside(search=search), open_confirm)
    adding = inside(search=replace(search, adding=DNP.uri))
    yield Scene("adding", inside(search=search), open_confirm, adding)
    why = "lpadmin: Unable to connect to 192.0.2.7:631: No route to host"
    refused = inside(search=search, report=Report(5, Outcome.ADD_FAILED, "Printer kiri", why))
    yield Scene("add-failed", inside(search=search), open_confirm, refused)
    yield Scene("refill", inside(card(), RIGHT), open_refill)
    yield Scene("refill-counts", inside(card(counts_itself=True)), open_refill)
    moved = card(calibration=Calibration(1.2, -0.8, 1.012))
    yield Scene("calibrate", inside(moved), open_calibrate)
    yield Scene("remove", inside(card()), open_remove)
    yield Scene("remove-waiting", inside(card(waiting=2)), open_remove)


def scenes(now_ns: int) -> Iterator[Scene]:
    yield from gates(now_ns)
    for scene in cards():
        quiet = replace(scene.view, report=None)
        yield replace(scene, view=quiet, enter=StaffModel.open_printers, then=scene.view)
    yield from pages()
    for mood in (*staff_till_samples.moods(), *staff_settings_samples.moods()):
        yield Scene(*mood)
    for mood in staff_room_samples.moods(card(), RIGHT):
        yield Scene(*mood)
    for mood in staff_setup_samples.moods(card(), Search(Searching.DONE, FOUND)):
        yield Scene(*mood)


def type_digits(staff: StaffModel) -> None:
    for digit in "4815":
        staff.gate.press(digit)


def open_confirm(staff: StaffModel) -> None:
    staff.open_confirm(DNP.uri)


def open_refill(staff: StaffModel) -> None:
    staff.open_refill("left")


def open_calibrate(staff: StaffModel) -> None:
    staff.open_calibrate("left")


def open_remove(staff: StaffModel) -> None:
    staff.open_remove("left")
