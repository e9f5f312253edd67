"""Three shots of a guest whose network camera freezes, dies and comes back.

The camera process, the darkroom and the disk are the real ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import cv2
import numpy as np
import pytest

from kiosk.booth.lanes import Run
from kiosk.booth.messages import Happened, Message, Noticed
from kiosk.booth.pace import Pace
from kiosk.booth.shooting import Shooting
from kiosk.booth.view import Notice
from kiosk.camera.camera import SupervisedCamera
from kiosk.camera.settings import CameraSettings, Limits
from kiosk.clock import SystemClock
from kiosk.domain import session as s
from kiosk.domain.camera import CameraState
from kiosk.domain.order import Order, PaymentMethod, Shot
from kiosk.imaging.compose import Composer
from kiosk.imaging.darkroom import Darkroom
from kiosk.imaging.looks.looks import Looks
from kiosk.imaging.templates.files import load_template
from tests.camera.conftest import COMMAND, until
from tests.camera.mjpeg_server import MjpegServer, number_in

from .conftest import PACKAGE, Rig

ASSETS = Path(__file__).parents[2] / "assets"
ORDER = Order(PACKAGE, PaymentMethod.QRIS, 35_000, "payment", "photo", "job-key", "code")
SHOTS = (1, 2, 3)
PACE = Pace(countdown=0.2, review=0.05)
QUICK = Limits(stall_s=0.4)


@pytest.fixture
def server() -> Iterator[MjpegServer]:
    with MjpegServer() as running:
        yield running


@pytest.fixture
def camera(server: MjpegServer) -> Iterator[SupervisedCamera]:
    camera = SupervisedCamera(CameraSettings(server.url), COMMAND, QUICK)
    camera.start()
    assert camera.wait_newer(0, 10)
    yield camera
    camera.stop()


def shooting(rig: Rig, camera: SupervisedCamera) -> Shooting:
    template = load_template(ASSETS / "templates" / "classic-4x6")
    darkroom = Darkroom(
        rig.data_dir,
        {"classic-4x6": template},
        Composer(ASSETS / "fonts"),
        Looks((), None),
        event="",
        download_base="https://booth.example/p/",
        quality=92,
        even=False,
    )
    clock = SystemClock()
    rig.mirror.journal.start("session", s.Choosing(), clock.now())
    return Shooting(camera, darkroom, rig.mirror.journal, clock, PACE)


def notices(heard: list[Message]) -> list[Notice | None]:
    return [message.notice for message in heard if isinstance(message, Noticed)]


def shot_in(heard: list[Message]) -> Shot:
    [event] = [message.event for message in heard if isinstance(message, Happened)]
    assert isinstance(event, s.ShotTaken)
    return event.shot


def picture(rig: Rig, shot: Shot) -> int | None:
    """The number of the picture on disk; None where it is not whole."""
    file = np.fromfile(rig.data_dir / shot.path, np.uint8)
    pixels = cv2.imdecode(file, cv2.IMREAD_COLOR)
    assert pixels is not None
    return number_in(np.asarray(pixels, np.uint8))


def test_no_shot_is_lost_while_the_camera_freezes_dies_and_comes_back(
    rig: Rig, server: MjpegServer, camera: SupervisedCamera
) -> None:
    faults: dict[int, Callable[[], None]] = {
        1: server.freeze,
        2: server.stop,
        3: lambda: server.halve(every=1),
    }
    desk, taken = shooting(rig, camera), list[tuple[int, int | None]]()
    with ThreadPoolExecutor(1) as guest:
        for seq in SHOTS:
            heard: list[Message] = []
            faults[seq]()
            shot = guest.submit(desk.take, Run("session", heard.append), s.TakeShot(ORDER, seq))
            until(lambda: camera.status().state is not CameraState.LIVE)
            until(lambda heard=heard: notices(heard)[-1:] == [Notice.ONE_MOMENT])
            server.stop()
            sent = server.sent
            server.come_back()
            shot.result(10)
            assert shot_in(heard).seq == seq
            taken.append((sent, picture(rig, shot_in(heard))))
    for sent, shown in taken:
        assert shown is not None, "half a picture was saved"
        assert shown > sent, "an old picture was saved"
