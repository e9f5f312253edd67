"""The desk's rooms beside the till: how the booth is, what waits for the cloud, and the logs."""

from __future__ import annotations

import json
import os
import resource
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.booth.preflight import Finding
from kiosk.booth.staff import view as v
from kiosk.booth.staff.about_view import Copying, CopyLogs
from kiosk.booth.staff.cloud_view import RetryCloud
from kiosk.booth.staff.home_view import RestartCamera
from kiosk.booth.staff.showcase_view import ClearShowcase
from kiosk.booth.view import Check, Problem
from kiosk.domain.order import PaymentMethod
from kiosk.domain.registered import RegisteredPrinter
from kiosk.domain.shifts import MethodTaken
from kiosk.store.models import Photo
from kiosk.sync.engine import SyncStatus

from .desk_sights import wait_until
from .staff_room import StaffRoom
from .till_guests import PRICE, Guests

MINUTE_NS = 60_000_000_000
WELL = Finding(Check.CAMERA, "delivering frames")
LOST = Finding(Check.CAMERA, "no camera", Problem(Check.CAMERA, "no camera", "check the cable"))
DISK = Finding(Check.DISK, "9000 MB free")


def copy_of(view: v.StaffView) -> Copying:
    return view.rooms.about.copy.state


def test_home_says_since_when_a_check_fails_and_what_today_brought(
    room: StaffRoom, front: RegisteredPrinter
) -> None:
    now_ns, seen = room.clock.monotonic_ns(), room.house.sightings
    seen.saw((WELL, DISK), now_ns - 90 * MINUTE_NS)
    seen.saw((LOST, DISK), now_ns - 7 * MINUTE_NS)
    seen.saw((LOST, DISK), now_ns)
    guests = Guests(room, front.id)
    guests.delivered()
    guests.at_cash()
    guests.overpaid(by=15_000)
    room.opened()
    home = room.until(lambda view: bool(view.rooms.home.checks)).rooms.home
    lines = {line.check: (line.well, line.minutes) for line in home.checks}
    assert lines == {Check.CAMERA: (False, 7), Check.DISK: (True, 90)}
    today = home.today
    assert today is not None
    assert (today.sessions, today.delivered, today.prints) == (2, 1, 2)
    assert MethodTaken(PaymentMethod.CASH, 1, PRICE + 15_000) in today.taken


def test_staff_restart_the_camera_and_it_is_in_the_audit_log(room: StaffRoom) -> None:
    desk = room.opened()
    desk.ask(RestartCamera())
    wait_until(lambda: ("Dewi", "camera restarted") in room.audit())
    assert room.house.called == ["restart camera"]


def test_staff_take_every_guests_print_off_the_attract_screen(
    room: StaffRoom, front: RegisteredPrinter
) -> None:
    Guests(room, front.id).delivered()
    [photo] = Photo.select()
    (room.folder / photo.path).parent.mkdir(exist_ok=True)
    (room.folder / photo.path).write_bytes(b"print")
    room.mirror.showcase.put(photo.session_id, room.clock.now() - timedelta(minutes=1))
    desk = room.opened()
    room.until(lambda view: view.rooms.showcase == (photo.path,))
    desk.ask(ClearShowcase())
    view = room.until(lambda view: view.rooms.showcase == ())
    assert view.report is not None
    assert view.report.outcome is v.Outcome.SHOWCASE_CLEARED
    assert ("Dewi", "showcase cleared") in room.audit()
    assert (room.folder / photo.path).is_file()


def test_what_waits_for_the_cloud_is_told_by_kind_with_its_age_and_tried_when_asked(
    room: StaffRoom,
) -> None:
    now = room.clock.now()
    for number in range(3):
        body = {"path": "a", "key": "b"}
        room.mirror.outbox.put("upload", f"{number}", body, now - timedelta(minutes=40))
    [first, *_] = room.mirror.outbox.due(now, 9)
    for _ in range(5):
        room.mirror.outbox.failed(first.id, now, "413 too large")
    room.house.cloud = SyncStatus(False, now - timedelta(hours=2), "no route", next_try_s=12.2)  # noqa: FBT003 - not reachable
    desk = room.opened()
    cloud = room.until(lambda view: bool(view.rooms.cloud.waiting)).rooms.cloud
    [line] = [line for line in cloud.waiting if line.waiting.kind == "upload"]
    assert (line.waiting.count, line.waiting.stuck, line.minutes) == (3, 1, 40)
    assert line.waiting.error == "413 too large"
    assert (cloud.reachable, cloud.minutes, cloud.next_try_s) == (False, 120, 13)
    desk.ask(RetryCloud())
    wait_until(lambda: room.house.called == ["hurry"])


# ---- the logs -------------------------------------------------------------------------------


@pytest.fixture
def stick(room: StaffRoom) -> Path:
    logs, stick = room.folder / "logs", room.folder / "stick"
    logs.mkdir()
    stick.mkdir()
    telling = '{"event": "asked", "key": "PB1.abc.def", "to": "sari@example.com"}\n'
    (logs / "kiosk.log").write_text('{"event": "print over"}\n' * 1200 + telling)
    (logs / "kiosk.log.1").write_text("older\n")
    (logs / "kiosk.log.2").symlink_to(room.folder / "kiosk.db")
    (logs / "other.txt").write_text("not ours")
    return stick


def test_the_logs_go_onto_the_stick_without_what_could_open_something(
    room: StaffRoom, stick: Path
) -> None:
    room.house.sticks = (stick,)
    room.house.sightings.saw((LOST,), 1)
    desk = room.opened()
    view = room.after(desk, CopyLogs(), lambda view: copy_of(view) is Copying.DONE)
    [file] = stick.iterdir()
    assert file.name == view.rooms.about.copy.file
    with zipfile.ZipFile(file) as packed:
        assert sorted(packed.namelist()) == ["doctor.json", "kiosk.log", "kiosk.log.1"]
        log = packed.read("kiosk.log").decode()
        doctor = json.loads(packed.read("doctor.json"))
    assert log.count("print over") == 1200
    assert "PB1" not in log
    assert "sari@" not in log
    assert doctor["checks"] == [{"name": "camera", "ok": False, "detail": "no camera"}]
    assert any(0 < part.rooms.about.copy.part < 1 for part in room.screen.views)
    assert ("Dewi", "logs copied") in room.audit()


def test_without_a_stick_staff_are_told_and_can_try_again(room: StaffRoom, stick: Path) -> None:
    desk = room.opened()
    room.after(desk, CopyLogs(), lambda view: copy_of(view) is Copying.NO_STICK)
    room.house.sticks = (stick,)
    room.after(desk, CopyLogs(), lambda view: copy_of(view) is Copying.DONE)


def test_a_stick_without_room_is_said_and_keeps_nothing_half(room: StaffRoom, stick: Path) -> None:
    """The disk's own limit for one file stands in for a stick that is full."""
    room.house.sticks = (stick,)
    (room.folder / "logs" / "kiosk.log").write_bytes(os.urandom(3_000_000))
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    desk = room.opened()
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, limits[1]))
    try:
        room.after(desk, CopyLogs(), lambda view: copy_of(view) is Copying.FULL)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert list(stick.iterdir()) == []
