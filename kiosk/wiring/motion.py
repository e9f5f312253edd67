"""The films of a session: the part of the composition root about them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kiosk.booth.films import Cutting, CuttingRoom, Films
from kiosk.booth.ports import Clock, SmallPictures
from kiosk.booth.recording import Lens, Recorder
from kiosk.config import Config
from kiosk.domain.session import State
from kiosk.imaging.motion.studio import MotionStudio, small_jpeg, small_size
from kiosk.resources import assets, motion_command
from kiosk.store.mirror import Mirror


def no_film(session_id: str, state: State) -> None:
    """Where no films are made."""


def films_of(
    config: Config,
    data_dir: Path,
    mirror: Mirror,
    camera: SmallPictures,
    clock: Clock,
    on_written: Callable[[], None],
    event: Callable[[], str],
) -> Films | None:
    """None where the settings want none. ``on_written`` hears of films that are written down;
    ``event`` is its name now."""
    if not config.motion.enabled:
        return None
    studio = MotionStudio(data_dir, assets() / "fonts", motion_command())
    cutting = Cutting(studio, mirror.films, mirror.journal, clock, event, on_written)
    room = CuttingRoom(cutting, lambda: recorder.is_recording, mirror.close)
    size = small_size(config.camera.width, config.camera.height)
    recorder = Recorder(Lens(camera, small_jpeg, *size), clock, room.put)
    return Films(recorder, room)
