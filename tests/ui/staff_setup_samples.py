"""The first start in every mood."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from kiosk.booth.staff.camera_view import CameraView
from kiosk.booth.staff.setup_view import Activating, JudgedLicence, Rehearsing, SetupView
from kiosk.booth.staff.view import (
    Doing,
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
from kiosk.domain.activation import LicenceFault, LicenceTerms
from kiosk.domain.faults import Fault
from kiosk.domain.setup import SetupStep
from kiosk.ui.staff.room import StaffModel
from tests.ui.staff_settings_samples import CAMERA, OWNER

KEY = (
    "PB1." + "eyJpZCI6ImxpYy0wMDEiLCJ0eXBlIjoicHJvIiwiaXNzdWVkIjoiMjAyNi0wMS0wMSJ9" + "." + 86 * "k"
)
GOOD = JudgedLicence(KEY, LicenceTerms("pro", date(2027, 12, 31)))
EMPTY = SetupView(SetupStep.LICENCE)
TYPED = replace(EMPTY, licence=GOOD)

DARK = replace(
    CAMERA,
    now=replace(
        CAMERA.now, live=False, detail="The camera is unplugged. Check its cable and power."
    ),
)

Mood = tuple[str, StaffView, Callable[[StaffModel], None], Any]


def outside(setup: SetupView, camera: CameraView = CAMERA) -> StaffView:
    return StaffView(Gate(GateState.SETUP), setup=setup, camera=camera)


def inside(step: SetupStep, *cards: PrinterCard, **more: Any) -> StaffView:
    setup = SetupView(step, **more.pop("setup", {}))
    room = {"member": OWNER, "camera": CAMERA, **more}
    return StaffView(Gate(GateState.OPEN), cards, setup=setup, **room)


def at_licence(staff: StaffModel) -> None:
    to_welcome(staff)
    staff.setup.go_on()


def typed(staff: StaffModel) -> None:
    at_licence(staff)
    staff.setup.type_instead()
    staff.setup.type_key(KEY)


def at_holder(staff: StaffModel) -> None:
    typed(staff)
    staff.setup.go_on()
    staff.setup.type_name("Sudut Studio")
    staff.setup.type_email("halo@sudut")


def at_pin(staff: StaffModel) -> None:
    at_holder(staff)
    staff.setup.type_email("halo@sudut.example")
    staff.setup.go_on()


def press(staff: StaffModel, digits: str) -> None:
    for digit in digits:
        staff.setup.press(digit)


def weak(staff: StaffModel) -> None:
    at_pin(staff)
    press(staff, "1234")
    staff.setup.enter()


def again(staff: StaffModel) -> None:
    at_pin(staff)
    press(staff, "2580")
    staff.setup.enter()
    press(staff, "25")


def activating(staff: StaffModel) -> None:
    again(staff)
    press(staff, "80")
    staff.setup.enter()


def to_welcome(staff: StaffModel) -> None:
    while staff.setup.page != "welcome":
        staff.setup.back()


def nothing(_: StaffModel) -> None:
    pass


def moods(card: PrinterCard, search: Search) -> Iterator[Mood]:
    yield "setup-welcome", outside(EMPTY), nothing, None
    activated = SetupView(SetupStep.PIN)
    yield "setup-welcome-pin", outside(activated), to_welcome, None
    yield "setup-licence", outside(EMPTY), at_licence, None
    yield "setup-licence-dark", outside(EMPTY, DARK), at_licence, None
    for fault in (LicenceFault.UNREADABLE, LicenceFault.EXPIRED, LicenceFault.OTHER):
        wrong = replace(EMPTY, licence=JudgedLicence(KEY, fault, shown=True))
        yield f"setup-licence-{fault.value}", outside(wrong), at_licence, None
    shown = replace(EMPTY, licence=replace(GOOD, shown=True))
    yield "setup-licence-good", outside(EMPTY), at_licence, outside(shown)
    yield "setup-typing", outside(TYPED), typed, None
    forged = replace(EMPTY, licence=JudgedLicence(KEY, LicenceFault.FORGED))
    yield "setup-typing-wrong", outside(forged), typed, None
    yield "setup-holder", outside(TYPED), at_holder, None
    yield "setup-pin-weak", outside(TYPED), weak, None
    yield "setup-pin-again", outside(TYPED), again, None
    offline = replace(TYPED, activating=Activating.OFFLINE)
    yield "setup-offline", outside(offline), activating, None
    refused = replace(TYPED, activating=Activating.REFUSED, detail="the licence was revoked")
    yield "setup-refused", outside(refused), activating, None
    taken = replace(TYPED, activating=Activating.TAKEN, detail="This id, email or licence …")
    yield "setup-taken", outside(taken), activating, None
    failed = replace(TYPED, activating=Activating.FAILED, detail="OperationalError")
    yield "setup-failed", outside(failed), activating, None
    yield "setup-activating", outside(replace(TYPED, activating=Activating.GOING)), activating, None
    yield "setup-camera", inside(SetupStep.CAMERA), nothing, None
    yield "setup-camera-dark", inside(SetupStep.CAMERA, camera=DARK), nothing, None
    yield "setup-printer", inside(SetupStep.PRINTER, search=search), nothing, None
    looking = Search(Searching.LOOKING)
    yield "setup-printer-search", inside(SetupStep.PRINTER, search=looking), nothing, None
    silent = Search(Searching.FAILED)
    yield "setup-printer-failed", inside(SetupStep.PRINTER, search=silent), nothing, None
    none = Search(Searching.DONE)
    yield "setup-printer-none", inside(SetupStep.PRINTER, search=none), nothing, None
    yield "setup-test", inside(SetupStep.TEST_PAGE, card), nothing, None
    printing = replace(card, task=Task.TEST_PAGE)
    yield "setup-testing", inside(SetupStep.TEST_PAGE, printing), nothing, None
    empty = replace(card, doing=Doing.WAITS, faults=(Fault.MEDIA_EMPTY,))
    yield "setup-test-paper", inside(SetupStep.TEST_PAGE, empty), nothing, None
    bad = Report(2, Outcome.PRINT_FAILED, card.name)
    yield "setup-test-failed", inside(SetupStep.TEST_PAGE, card, report=bad), nothing, None
    report = Report(1, Outcome.TEST_PRINTED, card.name)
    tested = inside(SetupStep.TEST_PAGE, card, setup={"tested": True}, report=report)
    yield "setup-tested", tested, nothing, None
    yield "setup-rehearsal", inside(SetupStep.REHEARSAL, card), nothing, None
    left = inside(SetupStep.REHEARSAL, card, setup={"rehearsing": Rehearsing.LEFT})
    yield "setup-rehearsal-left", left, nothing, None
    yield "setup-done", inside(SetupStep.DONE, card), nothing, None
