"""The camera page at real camera processes: what works is kept, also over a restart."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from kiosk.camera.camera import SupervisedCamera
from kiosk.camera.settings import CameraSettings
from kiosk.camera.switch import SwitchedCamera
from kiosk.clock import SystemClock
from kiosk.config import Config
from kiosk.domain.errors import CameraUnavailable, SettingRefused
from kiosk.store.mirror import open_mirror
from kiosk.wiring.camera_room import CameraRoomOf
from kiosk.wiring.settings import Settings
from tests.camera.conftest import COMMAND, IMPATIENT
from tests.store.test_settings import FILE


def camera_of(config: Config) -> SupervisedCamera:
    section = config.camera
    settings = CameraSettings(section.source, latency_offset_ms=section.latency_offset_ms)
    return SupervisedCamera(settings, COMMAND, IMPATIENT)


@contextmanager
def opened(folder: Path, clip: Path) -> Iterator[tuple[CameraRoomOf, Settings, SwitchedCamera]]:
    ids = count()
    mirror = open_mirror(folder, lambda: f"{folder}-{next(ids)}-{id(ids)}")
    section = FILE.camera.model_copy(update={"source": f"clip:{clip}"})
    settings = Settings(FILE.model_copy(update={"camera": section}), mirror.settings, SystemClock())
    camera = SwitchedCamera(lambda: camera_of(settings.config))
    camera.start()
    try:
        yield CameraRoomOf(camera, camera_of, settings, {}, SystemClock(), 10), settings, camera
    finally:
        camera.stop()
        mirror.close()


def test_a_camera_that_works_is_kept_and_a_dead_one_leaves_everything_as_it_was(
    clip: Path, slow_clip: Path, tmp_path: Path
) -> None:
    with opened(tmp_path, clip) as (room, settings, camera):
        assert camera.wait_newer(0, 10)
        with pytest.raises(CameraUnavailable, match="no clip"):
            room.become(f"clip:{tmp_path / 'gone.avi'}", "Dewi")
        assert settings.stored("camera.source") is None
        assert camera.wait_newer(0, 10), "the one before is back"
        room.become(f"clip:{slow_clip}", "Dewi")
        room.set_mirror(on=False, by="Dewi")
        room.set_offset(40, "Dewi")
        with pytest.raises(SettingRefused):
            room.set_offset(501, "Dewi")
        now = room.now()
        assert (now.live, now.mirror, now.offset_ms, now.shape) == (True, False, 40, (320, 240))
        assert room.prove().width == 320
        assert {c.source for c in room.found() if c.of_file} == {f"clip:{clip}"}
    with opened(tmp_path, clip) as (room, settings, camera):
        assert settings.config.camera.source == f"clip:{slow_clip}"
        assert (room.now().mirror, room.now().offset_ms) == (False, 40)
        assert camera.wait_newer(0, 10)
        room.become(f"clip:{clip}", "Dewi")
        assert settings.stored("camera.source") is None, "it is as in the file again"
