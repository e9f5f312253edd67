"""The camera and the event at the staff's desk: who may, when, and what is in force then."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from kiosk.booth.pricing import priced
from kiosk.booth.staff import view as v
from kiosk.booth.staff.camera_view import (
    CameraChoice,
    CameraDoing,
    CameraNow,
    ChooseCamera,
    LookForCameras,
    Proof,
    SetMirror,
    TakeProof,
)
from kiosk.booth.staff.desk import StaffDesk
from kiosk.booth.staff.event_view import EventTerms, SaveEvent
from kiosk.config import Config
from kiosk.domain import session as s
from kiosk.domain.errors import CameraUnavailable
from kiosk.domain.order import Package
from kiosk.domain.prices import Terms
from kiosk.domain.settings import Wrong
from kiosk.domain.staff import Role
from kiosk.wiring.settings import EventSettings, Settings
from tests.booth.conftest import PACKAGE
from tests.store.test_settings import FILE

from .staff_room import DEADLINE_S, NOW, PIN, StaffRoom

OWNERS_PIN = "1357"
PACKAGES = (PACKAGE, replace(PACKAGE, key="strip", name="Strip", price=30_000))


@dataclass
class HandCameras:
    """The port ``CameraRoom``; ``may_go_on`` holds up what takes seconds."""

    section: CameraNow = field(default_factory=lambda: CameraNow("0", live=True))
    dead: frozenset[str] = frozenset()
    may_go_on: threading.Event = field(default_factory=threading.Event)

    def now(self) -> CameraNow:
        return self.section

    def found(self) -> tuple[CameraChoice, ...]:
        return (CameraChoice("0", "Webcam", of_file=True), CameraChoice("2", "Kedua"))

    def become(self, source: str, by: str) -> None:
        self.may_go_on.wait(DEADLINE_S)
        if source in self.dead:
            raise CameraUnavailable("It sends no pictures.")
        self.section = replace(self.section, source=source)

    def set_mirror(self, *, on: bool, by: str) -> None:
        self.section = replace(self.section, mirror=on)

    def set_offset(self, ms: int, by: str) -> None:
        self.section = replace(self.section, offset_ms=ms)

    def prove(self) -> Proof:
        raise CameraUnavailable("It sends no pictures.")


@dataclass
class Desk:
    room: StaffRoom
    cameras: HandCameras
    settings: Settings
    desk: StaffDesk

    def ask(self, request: v.Request, met: Callable[[v.StaffView], bool]) -> v.StaffView:
        return self.room.after(self.desk, request, met)

    def told(self, request: v.Request, outcome: v.Outcome) -> v.StaffView:
        before = self.room.screen.view.report
        since = before.number if before else 0
        return self.ask(
            request,
            lambda view: (
                view.report is not None
                and view.report.number > since
                and view.report.outcome is outcome
            ),
        )

    def terms(self) -> EventTerms:
        event = self.room.screen.view.event
        assert event is not None
        return event.now.terms


def packages(config: Config) -> tuple[Package, ...]:
    most = {each.key: each.most_copies or each.copies for each in config.packages}
    return tuple(replace(each, most_copies=most[each.key]) for each in PACKAGES)


@pytest.fixture
def open_desk(room: StaffRoom) -> Callable[[str], Desk]:
    def opened(pin: str) -> Desk:
        room.mirror.staff.set_pin("Sari", Role.OWNER, OWNERS_PIN, NOW)
        cameras = HandCameras()
        settings = Settings(FILE, room.mirror.settings, room.clock)
        event = EventSettings(settings, packages, room.mirror.prices, room.clock)
        office = replace(room.office(), camera=cameras, event=event)
        desk = StaffDesk(office, room.pace, room.screen.show, room.mirror.close)
        desk.start()
        room.desks.append(desk)
        for request in (v.Knock(), v.EnterPin(pin)):
            desk.ask(request)
        room.until(lambda view: view.event is not None and view.camera is not None)
        return Desk(room, cameras, settings, desk)

    return opened


def test_another_camera_is_tried_and_told_and_one_thing_at_a_time(
    open_desk: Callable[[str], Desk],
) -> None:
    desk = open_desk(PIN)
    view = desk.ask(LookForCameras(), lambda view: bool(view.camera and view.camera.choices))
    assert view.camera is not None
    desk.ask(ChooseCamera("2"), lambda v: v.camera is not None and v.camera.trying == "2")
    desk.told(SetMirror(on=False), v.Outcome.CAMERA_BUSY)
    desk.cameras.may_go_on.set()
    now = desk.room.until(lambda v: v.camera is not None and v.camera.doing is CameraDoing.NOTHING)
    assert now.camera is not None
    assert (now.camera.now.source, now.camera.trying) == ("2", "")
    desk.cameras.dead = frozenset({"0"})
    desk.told(ChooseCamera("0"), v.Outcome.CAMERA_BACK)
    assert desk.cameras.section.source == "2"
    desk.told(TakeProof(), v.Outcome.PROOF_FAILED)


def test_nothing_about_the_camera_changes_under_a_guest(
    open_desk: Callable[[str], Desk],
) -> None:
    desk = open_desk(OWNERS_PIN)
    desk.cameras.may_go_on.set()
    desk.room.mirror.journal.start("guest", s.Choosing(), desk.room.clock.now())
    for request in (ChooseCamera("2"), SetMirror(on=False), TakeProof()):
        desk.told(request, v.Outcome.GUEST_HERE)
    assert desk.cameras.section == CameraNow("0", live=True)
    view = desk.room.until(lambda view: view.camera is not None and view.camera.guest_here)
    assert view.camera is not None
    left = s.CancelAsked(s.CancelReason.GUEST)
    desk.room.mirror.journal.append("guest", left, desk.room.clock.now())
    desk.ask(ChooseCamera("2"), lambda v: v.camera is not None and v.camera.now.source == "2")


def test_an_owner_saves_what_they_changed_and_a_refusal_changes_nothing(
    open_desk: Callable[[str], Desk],
) -> None:
    desk = open_desk(OWNERS_PIN)
    heard: list[Config] = []
    desk.settings.on_change = heard.append
    before = desk.terms()
    classic, strip = before.packages
    wrong = replace(
        before,
        event=" ",
        packages=(replace(classic, price=20_000_001), replace(strip, offered=False)),
    )
    view = desk.ask(SaveEvent(before, wrong), lambda v: bool(v.event and v.event.saved))
    assert view.event is not None
    assert view.event.saved is not None
    found = {refusal.key: refusal.wrong for refusal in view.event.saved.refusals}
    assert found == {
        "booth.event": Wrong.EMPTY,
        "packages.classic.price": Wrong.TOO_LARGE,
    }
    assert desk.terms() == before
    assert heard == []
    assert desk.room.mirror.prices.all() == ()

    right = replace(wrong, event=" Rina  &  Budi ", free=True, keep_days=30)
    right = replace(
        right, packages=(replace(classic, price=40_000, most_copies=4), right.packages[1])
    )
    desk.told(SaveEvent(before, right), v.Outcome.SAVED)
    config = desk.settings.config
    assert (config.booth.event, config.payment.methods) == ("Rina & Budi", ("free",))
    assert [p.offered for p in config.packages] == [True, False]
    assert config.packages[0].most_copies == 4
    assert config.retention.days == 30
    assert heard[-1] == config
    (price,) = desk.room.mirror.prices.all()
    assert (price.package, price.event, price.price) == ("classic", "", 40_000)
    assert desk.terms() == replace(right, event="Rina & Budi")
    assert ("Sari", "price set") in desk.room.audit()
    assert desk.room.audit().count(("Sari", "setting changed")) == 5
    again = Settings(FILE, desk.room.mirror.settings, desk.room.clock)
    assert again.config == config

    after = desk.terms()
    desk.told(SaveEvent(after, replace(after, free=False)), v.Outcome.SAVED)
    assert desk.settings.config.payment.methods == ("qris", "cash"), "as in the file"


def test_a_price_of_this_very_event_is_followed_by_one_of_this_event(
    open_desk: Callable[[str], Desk],
) -> None:
    desk = open_desk(OWNERS_PIN)
    before = desk.terms()
    own = Terms("classic", FILE.booth.event, 50_000, 0, None)
    desk.room.mirror.prices.add(own, "Sari", NOW)
    seen = desk.room.until(
        lambda v: v.event is not None and v.event.now.terms.packages[0].price == 50_000
    )
    assert seen.event is not None
    classic, strip = seen.event.now.terms.packages
    asked = replace(before, packages=(replace(classic, price=45_000), strip))
    desk.told(SaveEvent(seen.event.now.terms, asked), v.Outcome.SAVED)
    prices = desk.room.mirror.prices.all()
    now = desk.room.clock.now()
    assert priced(PACKAGES, prices, FILE.booth.event, now)[0].price == 45_000


def test_staff_read_the_event_and_change_nothing(open_desk: Callable[[str], Desk]) -> None:
    desk = open_desk(PIN)
    before = desk.terms()
    desk.told(SaveEvent(before, replace(before, event="Rina")), v.Outcome.EVENT_OWNER_ONLY)
    assert desk.settings.config == FILE
