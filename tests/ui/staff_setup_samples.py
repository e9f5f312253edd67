"""The first start in every mood."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from kiosk.booth.staff.setup_view import Activating, JudgedLicence, Rehearsing, SetupView
from kiosk.booth.staff.view import (
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
from kiosk.domain.setup import SetupStep
from kiosk.ui.staff.room import StaffModel
from tests.ui.staff_settings_samples import CAMERA, OWNER

KEY = (
    "PB1." + "eyJpZCI6ImxpYy0wMDEiLCJ0eXBlIjoicHJvIiwiaXNzdWVkIjoiMjAyNi0wMS0wMSJ9" + "." + 86 * "k"
)
GOOD = JudgedLicence(KEY, LicenceTerms("pro", date(2027, 12, 31)))
EMPTY = SetupView(SetupStep.LICENCE)
TYPED = replace(EMPTY, licence=GOOD)

Mood = tuple[str, StaffView, Callable[[StaffModel], None], Any]


def outside(setup: SetupView) -> StaffView:
    return StaffView(Gate(GateState.SETUP), setup=setup)


def inside(step: SetupStep, *cards: PrinterCard, **more: Any) -> StaffView:
    setup = SetupView(step, **more.pop("setup", {}))
    return StaffView(Gate(GateState.OPEN), cards, member=OWNER, camera=CAMERA, setup=setup, **more)


def at_licence(staff: StaffModel) -> None:
    setup = staff.setup
    while setup.page != "welcome":
        setup.back()
    setup.go_on()
    setup.type_key(KEY)


def at_holder(staff: StaffModel) -> None:
    at_licence(staff)
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


def nothing(_: StaffModel) -> None:
    pass


def moods(card: PrinterCard, search: Search) -> Iterator[Mood]:
    yield "setup-welcome", outside(EMPTY), nothing, None
    yield "setup-licence", outside(TYPED), at_licence, None
    forged = replace(EMPTY, licence=JudgedLicence(KEY, LicenceFault.FORGED))
    yield "setup-licence-wrong", outside(forged), at_licence, None
    yield "setup-holder", outside(TYPED), at_holder, None
    yield "setup-pin-weak", outside(TYPED), weak, None
    yield "setup-pin-again", outside(TYPED), again, None
    offline = replace(TYPED, activating=Activating.OFFLINE)
    yield "setup-offline", outside(offline), activating, None
    refused = replace(TYPED, activating=Activating.REFUSED, detail="the licence was revoked")
    yield "setup-refused", outside(refused), activating, None
    yield "setup-camera", inside(SetupStep.CAMERA), nothing, None
    yield "setup-printer", inside(SetupStep.PRINTER, search=search), nothing, None
    none = Search(Searching.DONE)
    yield "setup-printer-none", inside(SetupStep.PRINTER, search=none), nothing, None
    yield "setup-test", inside(SetupStep.TEST_PAGE, card), nothing, None
    printing = replace(card, task=Task.TEST_PAGE)
    yield "setup-testing", inside(SetupStep.TEST_PAGE, printing), nothing, None
    report = Report(1, Outcome.TEST_PRINTED, card.name)
    tested = inside(SetupStep.TEST_PAGE, card, setup={"tested": True}, report=report)
    yield "setup-tested", tested, nothing, None
    yield "setup-rehearsal", inside(SetupStep.REHEARSAL, card), nothing, None
    left = inside(SetupStep.REHEARSAL, card, setup={"rehearsing": Rehearsing.LEFT})
    yield "setup-rehearsal-left", left, nothing, None
    yield "setup-done", inside(SetupStep.DONE, card), nothing, None
