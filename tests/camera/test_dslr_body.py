"""What is asked of a DSLR, and what is made of its answers."""

from __future__ import annotations

import time
from collections import deque
from pathlib import Path

import gphoto2 as gp
import numpy as np
import pytest

from kiosk.camera.dslr.body import Body, Habits, ShotMissed
from kiosk.camera.dslr.preview import MOST_BROKEN, DslrPreview
from kiosk.camera.faults import FaultKind, SourceFault
from kiosk.camera.picture import BadPicture
from kiosk.camera.ring import Size
from tests.camera.dslr_world import photograph
from tests.camera.gphoto_stand_in import StandIn, Widget

FAST = 1_000.0  # frames per second: nobody waits for the next one
JPEG, RAW, OTHER = "IMG_1.JPG", "IMG_1.NEF", "IMG_7.JPG"


@pytest.fixture
def picture(tmp_path: Path) -> bytes:
    return photograph(tmp_path / "live.jpg", width=640, height=424)


def body(camera: StandIn) -> Body:
    return Body(camera, "Stand-in", Habits(pair_s=0.0, awake_every_s=0.0))


def shooting(*shots: tuple[str, ...] | gp.GPhoto2Error) -> StandIn:
    return StandIn(shots=deque(shots), files={JPEG: b"ours", RAW: b"raw", OTHER: b"other"})


def test_the_live_pictures_are_decoded_into_the_ring(picture: bytes) -> None:
    preview = DslrPreview(body(StandIn(previews=deque([picture]))), FAST)
    opened = preview.opened()
    assert (opened.width, opened.height) == (424, 640)
    room = np.zeros(3_000_000, np.uint8)
    before = time.monotonic_ns()
    assert before <= preview.grab() <= time.monotonic_ns()
    assert preview.retrieve(room) == Size(424, 640)
    assert room[: 640 * 424 * 3].any()


def test_some_broken_live_pictures_are_left_out(picture: bytes) -> None:
    broken = [picture[: len(picture) // 2], b"", b"nonsense"]
    preview = DslrPreview(body(StandIn(previews=deque([picture, *broken, picture]))), FAST)
    preview.opened()
    room = np.zeros(3_000_000, np.uint8)
    for _ in broken:
        preview.grab()
        with pytest.raises(BadPicture):
            preview.retrieve(room)
    preview.grab()
    assert preview.retrieve(room) == Size(424, 640)


def test_a_dslr_that_sends_nothing_but_broken_live_pictures_is_started_again() -> None:
    preview = DslrPreview(body(StandIn(previews=deque([b"nonsense"]))), FAST)
    with pytest.raises(SourceFault, match="no live picture that can be read") as caught:
        preview.opened()
    assert caught.value.fault.kind is FaultKind.PASSING
    assert MOST_BROKEN == 10


def test_an_error_amid_the_live_view_has_the_connection_opened_again(picture: bytes) -> None:
    gone = gp.GPhoto2Error(gp.GP_ERROR_IO_USB_FIND)
    preview = DslrPreview(body(StandIn(previews=deque([picture, gone]))), FAST)
    preview.opened()
    with pytest.raises(SourceFault, match="Check its cable") as caught:
        preview.grab()
    assert caught.value.fault.kind is FaultKind.PASSING


def test_of_raw_and_jpeg_the_jpeg_is_the_shot_and_both_are_cleared_away() -> None:
    camera = shooting((RAW, JPEG))
    content, files = body(camera).shoot()
    assert content == b"ours"
    assert sorted(name for _, name in files) == [JPEG, RAW]
    camera = shooting((JPEG, RAW))
    content, files = body(camera).shoot()
    assert content == b"ours"
    assert sorted(name for _, name in files) == [JPEG, RAW]


def test_raw_alone_is_no_shot_and_staff_read_what_to_set() -> None:
    camera = shooting((RAW,))
    with pytest.raises(ShotMissed, match="to JPEG"):
        body(camera).shoot()
    assert camera.deleted == [RAW]


def test_a_picture_that_somebody_took_before_is_neither_ours_nor_deleted() -> None:
    camera = shooting((OTHER,), (JPEG,))
    camera.events.append(OTHER)
    dslr = body(camera)
    with pytest.raises(ShotMissed, match="own button"):
        dslr.shoot()
    assert dslr.shoot()[0] == b"ours"
    assert camera.deleted == []


def test_of_two_pictures_at_once_nobody_can_say_which_is_ours() -> None:
    camera = shooting((JPEG, OTHER))
    with pytest.raises(ShotMissed, match="during the shot"):
        body(camera).shoot()
    assert camera.deleted == []


def test_a_dslr_that_fails_twice_in_a_row_has_its_connection_opened_again() -> None:
    blind = gp.GPhoto2Error(gp.GP_ERROR)
    dslr = body(shooting(blind, (JPEG,), blind, blind))
    with pytest.raises(ShotMissed, match="manual focus"):
        dslr.shoot()
    assert dslr.shoot()[0] == b"ours"
    with pytest.raises(ShotMissed):
        dslr.shoot()
    with pytest.raises(SourceFault):
        dslr.shoot()


def test_a_lost_connection_is_told_from_a_failed_shot() -> None:
    with pytest.raises(SourceFault, match="does not answer any more"):
        body(shooting(gp.GPhoto2Error(gp.GP_ERROR_IO_USB_FIND))).shoot()


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("NEF+Fine", "JPEG Fine"),
        ("NEF (Raw)", "JPEG Fine"),
        ("JPEG Basic", "JPEG Basic"),
    ],
)
def test_raw_is_set_to_the_best_jpeg_and_other_settings_are_left_alone(now: str, then: str) -> None:
    choices = ("JPEG Basic", "JPEG Fine", "NEF (Raw)", "NEF+Fine")
    camera = StandIn(settings={"imagequality": Widget(now, choices)})
    body(camera)
    assert camera.settings["imagequality"].value == then


def test_shots_go_to_the_cameras_memory_and_not_to_the_card_where_it_can() -> None:
    target = Widget("Memory card", ("Internal RAM", "Memory card"))
    camera = StandIn(settings={"capturetarget": target, "autopoweroff": Widget("60")})
    body(camera)
    assert target.value == "Internal RAM"
    assert camera.settings["autopoweroff"].value == "0"


def test_a_dslr_is_kept_awake() -> None:
    camera = StandIn()
    dslr = body(camera)
    camera.asked.clear()
    dslr.tend()
    dslr.tend()
    assert camera.asked == ["batterylevel"] * 2
