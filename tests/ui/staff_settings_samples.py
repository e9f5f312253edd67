"""The pages Camera and Event in every mood."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from kiosk.booth.staff.camera_view import (
    CameraChoice,
    CameraDoing,
    CameraNow,
    CameraView,
    Crop,
    Proof,
)
from kiosk.booth.staff.event_view import (
    EventNow,
    EventTerms,
    EventView,
    Limits,
    Offer,
    PackageTerms,
    Saved,
)
from kiosk.booth.staff.view import Gate, GateState, Outcome, Report, StaffView
from kiosk.domain.camera import CameraTrouble
from kiosk.domain.settings import Refusal, Wrong
from kiosk.domain.staff import Role, StaffMember
from kiosk.ui.staff.room import StaffModel

OPEN = Gate(GateState.OPEN)
OWNER = StaffMember("1", "Sari", Role.OWNER)
STAFF = StaffMember("2", "Dewi", Role.STAFF)

WEBCAM = CameraChoice("/dev/v4l/by-id/usb-Logitech_BRIO", "Logitech BRIO", of_file=True)
SECOND = CameraChoice("/dev/v4l/by-id/usb-HD_Pro_C920", "HD Pro Webcam C920")
CROPS = (Crop("Foto 4×6", (1.36,)), Crop("Strip 2×6", (1.0,)), Crop("Album 6×8", (1.6, 0.82)))
NOW = CameraNow(WEBCAM.source, live=True, mode="MJPG", shape=(1920, 1080), crops=CROPS)
CAMERA = CameraView(NOW, (WEBCAM, SECOND))

TERMS = EventTerms(
    "Pesta Rina & Budi",
    (
        PackageTerms("classic", 35_000, 15_000, offered=True, most_copies=3),
        PackageTerms("strip", 30_000, 0, offered=True, most_copies=2),
        PackageTerms("album", 60_000, 0, offered=False, most_copies=1),
    ),
    free=False,
    keep_days=30,
    keep_at="04:00",
)
OFFERS = (
    Offer("classic", "Foto 4×6", "classic-4x6", 1),
    Offer("strip", "Strip 2×6", "strip-2x6", 2),
    Offer("album", "Album 6×8", "album-6x8", 1),
)
EVENT = EventView(EventNow(TERMS, OFFERS, Limits(200, 20_000_000, 1, 3650, 10)))


@dataclass(frozen=True, eq=False)
class Still:
    pixels: np.ndarray
    stamp_ns: int = 0
    number: int = 1


def still(shade: int) -> Still:
    """A bar that has moved on in the later one."""
    pixels = np.full((180, 320, 4), 90, np.uint8)
    pixels[:, shade : shade + 40] = 230
    pixels[..., 3] = 255
    return Still(pixels)


def proof() -> Proof:
    return Proof(1920, 1080, 812.0, 66, still(150), still(90))


def inside(
    member: StaffMember = OWNER,
    camera: CameraView = CAMERA,
    event: EventView = EVENT,
    report: Report | None = None,
) -> StaffView:
    return StaffView(OPEN, member=member, camera=camera, event=event, report=report)


Mood = tuple[str, StaffView, Callable[[StaffModel], None], Any]


def moods() -> Iterator[Mood]:
    to_camera, to_event = StaffModel.open_camera, StaffModel.open_event
    yield "camera", inside(), to_camera, None
    proved = inside(camera=replace(CAMERA, proof=proof()))
    yield "camera-proof", inside(), to_camera, proved
    dead = replace(NOW, live=False, detail="unplugged", trouble=CameraTrouble.UNPLUGGED)
    yield "camera-dead", inside(camera=replace(CAMERA, now=dead)), to_camera, None
    trying = replace(CAMERA, doing=CameraDoing.CHANGING, trying=SECOND.source, now=dead)
    yield "camera-trying", inside(camera=trying), to_camera, None
    back = Report(1, Outcome.CAMERA_BACK, "", "There is no camera at /dev/video4.")
    yield "camera-back", inside(), to_camera, inside(report=back)
    yield "camera-guest", inside(camera=replace(CAMERA, guest_here=True)), to_camera, None
    yield "event", inside(), to_event, None
    yield "event-staff", inside(STAFF), to_event, None
    yield "event-dirty", inside(), change_event, None
    yield "event-wrong", inside(), change_event, inside(event=refused())
    free = replace(EVENT.now, terms=replace(TERMS, free=True), free_by="Sari")
    free = replace(free, free_since="2026-11-22T03:12:00.000Z")
    yield "event-free", inside(event=EventView(free)), to_event, None


def change_event(staff: StaffModel) -> None:
    staff.open_event()
    staff.event_page.type_name("")
    staff.event_page.charge("classic", 350_000_000)


def refused() -> EventView:
    wrong = (
        Refusal("booth.event", Wrong.EMPTY, 1),
        Refusal("packages.classic.price", Wrong.TOO_LARGE, 20_000_000),
    )
    return replace(EVENT, saved=Saved(1, wrong))
