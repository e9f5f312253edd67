"""A still goes to the one who asked for just that one, whole and in time, or to nobody."""

from __future__ import annotations

import hashlib
import os
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from kiosk.camera.messages import StillTaken
from kiosk.camera.settings import CameraSettings, Limits
from kiosk.camera.stills.desk import Still, StillDesk
from kiosk.camera.stills.line import LARGEST_STILL, StillLine
from kiosk.camera.stills.stills import Trigger
from kiosk.domain.errors import CameraUnavailable
from tests.camera.dslr_world import photograph

MILLISECOND = 1_000_000


def open_desk() -> StillDesk:
    desk = StillDesk(lambda: None)
    desk.open()
    return desk


def test_an_answer_to_an_older_question_is_not_given_to_the_next_one_who_asks() -> None:
    desk = open_desk()
    desk.ask()
    older = desk.hand_out()
    assert older is not None
    desk.close("it hangs")
    desk.open()
    asked = desk.ask()
    desk.bring(older, Still(older, b"older", 0))
    assert not asked.done()
    newer = desk.hand_out()
    assert newer is not None
    desk.bring(newer, Still(newer, b"newer", 0))
    assert asked.result(0).content == b"newer"


def test_who_waits_hears_at_once_that_there_will_be_no_still() -> None:
    desk = open_desk()
    asked = desk.ask()
    desk.close("The cable is out.")
    with pytest.raises(CameraUnavailable, match="cable"):
        asked.result(0)
    with pytest.raises(CameraUnavailable, match="cable"):
        desk.ask()


def test_a_still_is_asked_for_once_and_one_at_a_time() -> None:
    desk = open_desk()
    assert desk.hand_out() is None
    desk.ask()
    assert desk.hand_out() == 1
    assert desk.hand_out() is None
    with pytest.raises(CameraUnavailable, match="busy"):
        desk.ask()


@pytest.mark.parametrize("late_ms", [-600, 0, 600])
def test_a_picture_of_another_instant_is_not_the_shot(late_ms: int, tmp_path: Path) -> None:
    desk = open_desk()
    now = time.monotonic_ns()
    pending = Trigger(CameraSettings("dslr"), desk, Limits()).ask(now)
    file = photograph(tmp_path / "still.jpg")
    desk.bring(1, Still(1, file, now + late_ms * MILLISECOND))
    if late_ms:
        with pytest.raises(CameraUnavailable, match="busy at the moment"):
            pending()
    else:
        assert pending().original == file


@pytest.mark.parametrize(
    ("length", "of"), [(6, b"other!"), (0, b""), (LARGEST_STILL + 1, b"whole!"), (5, b"whole!")]
)
def test_what_did_not_arrive_as_it_was_sent_is_no_still(length: int, of: bytes) -> None:
    digest = hashlib.sha256(of).hexdigest()
    with ExitStack() as descriptors:
        line = StillLine(descriptors, descriptors)
        os.pwrite(line.fds.room_fd, b"whole!", 0)
        whole = StillTaken(1, 0, 6, hashlib.sha256(b"whole!").hexdigest())
        assert line.read(whole).content == b"whole!"
        with pytest.raises(CameraUnavailable, match="did not arrive whole"):
            line.read(StillTaken(1, 0, length, digest))
