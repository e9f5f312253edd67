"""Films as phones get them: made by the real process, and opened again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from kiosk.domain.errors import FilmsFailed
from kiosk.domain.films import Film, Reel, SmallFrame, Titles
from kiosk.imaging.jpeg import Pixels
from kiosk.imaging.lettering import Letterer
from kiosk.imaging.motion.card import card
from kiosk.imaging.motion.cut import FPS, boomerang, timelapse
from kiosk.imaging.motion.studio import MotionStudio, small_jpeg, small_size
from kiosk.resources import motion_command
from tests.imaging.conftest import ASSETS

MS = 1_000_000
TITLES = Titles("Rina & Bagas", "12.07.2026")
PATHS = {film: f"photos/2026/07/12/s/{film.value}.mp4" for film in Film}
SIZE = (640, 360)


def picture(number: int, size: tuple[int, int] = SIZE) -> Pixels:
    """A bright square that travels from left to right over 200 pictures, on a soft ground; BGRA."""
    width, height = size
    pixels = np.full((height, width, 4), 90, np.uint8)
    pixels[:, :, 0] = np.linspace(40, 160, width).astype(np.uint8)
    left = (width - 60) * number // 200
    pixels[height // 3 : height // 3 + 60, left : left + 60] = (60, 180, 250, 255)
    return pixels


def reel(frames: int = 120, size: tuple[int, int] = SIZE, shutters: int = 3) -> Reel:
    """15 frames a second and shutters two seconds apart."""
    stamps = [number * 67 * MS for number in range(frames)]
    pictures = (small_jpeg(picture(number, size)) for number in range(frames))
    shot = tuple((2000 * (1 + number)) * MS for number in range(shutters))
    return Reel("s", tuple(map(SmallFrame, stamps, pictures)), shot)


@pytest.fixture
def studio(tmp_path: Path) -> MotionStudio:
    return MotionStudio(tmp_path, ASSETS / "fonts", motion_command())


@dataclass(frozen=True)
class Opened:
    content: bytes
    codec: str
    profile: str
    pixel_format: str
    colours: tuple[int, int]
    fps: float
    seconds: float
    pictures: list[Pixels]


def opened(file: Path) -> Opened:
    with av.open(file) as container:
        stream = container.streams.video[0]
        context = stream.codec_context
        assert stream.duration is not None and stream.time_base is not None  # noqa: PT018
        return Opened(
            content=file.read_bytes(),
            codec=context.name,
            profile=str(context.profile),
            pixel_format=str(context.pix_fmt),
            colours=(context.colorspace, context.color_range),
            fps=float(stream.average_rate or 0),
            seconds=float(stream.duration * stream.time_base),
            pictures=[
                np.asarray(frame.to_ndarray(format="bgr24"), np.uint8)
                for frame in container.decode(stream)
            ],
        )


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> dict[Film, Opened]:
    """Made once, of a session with three shots."""
    folder = tmp_path_factory.mktemp("films")
    made = MotionStudio(folder, ASSETS / "fonts", motion_command()).make(reel(), TITLES, PATHS)
    return {film.film: opened(folder / film.path) for film in made}


@pytest.mark.parametrize("film", Film)
def test_phones_play_it(films: dict[Film, Opened], film: Film) -> None:
    found = films[film]
    assert (found.codec, found.profile, found.pixel_format) == ("h264", "Main", "yuv420p")
    assert found.colours == (6, 1), "BT.601 in the narrow range, and said so"
    assert found.fps == FPS
    for shape in {pixels.shape for pixels in found.pictures}:
        assert shape == (360, 640, 3)


@pytest.mark.parametrize("film", Film)
def test_it_plays_before_it_is_loaded(films: dict[Film, Opened], film: Film) -> None:
    content = films[film].content
    assert 0 < content.index(b"moov") < content.index(b"mdat")


def test_the_boomerang_goes_forwards_and_backwards_twice_with_no_picture_doubled(
    films: dict[Film, Opened],
) -> None:
    found = films[Film.BOOMERANG]
    period = len(found.pictures) // 2
    assert period == 2 * 18 - 2
    assert found.seconds == pytest.approx(2 * period / FPS, abs=0.01)
    for number in range(2 * period):
        back = found.pictures[(-number) % period]
        assert _apart(found.pictures[number], back) < 1.5, "the way back is the way there"
        following = found.pictures[(number + 1) % (2 * period)]
        assert found.pictures[number].tobytes() != following.tobytes()
    assert len(found.content) < 1_500_000


def test_the_boomerang_is_of_the_last_shutter_that_was_recorded_well() -> None:
    whole = reel(frames=120)
    cut = Reel("s", tuple(f for f in whole.frames if f.stamp_ns < 5500 * MS), whole.shutters)
    stamps = [frame.stamp_ns for frame in boomerang(cut)]
    assert 4000 * MS in range(min(stamps), max(stamps))
    assert max(stamps) <= 4500 * MS


def test_the_time_lapse_shows_the_whole_session_in_four_to_six_seconds(
    films: dict[Film, Opened],
) -> None:
    found = films[Film.TIMELAPSE]
    assert 4 <= found.seconds <= 6
    assert _apart(found.pictures[0], _shown(0)) < 3
    assert _apart(found.pictures[4 * FPS - 1], _shown(119)) < 3
    assert len(found.content) < 2_000_000


def test_the_time_lapse_runs_evenly_though_shots_are_recorded_more_densely() -> None:
    dense = [number * 20 * MS for number in range(100)]
    sparse = [2000 * MS + number * 200 * MS for number in range(40)]
    cut = timelapse(Reel("s", tuple(SmallFrame(stamp, b"") for stamp in dense + sparse), ()))
    middle = cut[len(cut) // 2].stamp_ns
    assert middle == pytest.approx(cut[-1].stamp_ns / 2, abs=200 * MS)


def test_the_time_lapse_ends_with_the_events_name_and_date(films: dict[Film, Opened]) -> None:
    wanted = card(*SIZE, TITLES, Letterer(ASSETS / "fonts"))
    assert _apart(films[Film.TIMELAPSE].pictures[-1], wanted) < 2


def test_a_long_name_stays_on_the_card() -> None:
    pixels = card(
        *SIZE, Titles("Pernikahan Rina Kartika & Bagas " * 3, ""), Letterer(ASSETS / "fonts")
    )
    ground = pixels[0, 0]
    assert (pixels[:, :20] == ground).all()
    assert (pixels[:, -20:] == ground).all()


def test_what_is_told_is_what_lies_on_disk_for_the_booths_user_alone(
    studio: MotionStudio, tmp_path: Path
) -> None:
    made = studio.make(reel(40, shutters=1), TITLES, PATHS)
    assert {film.film for film in made} == set(Film)
    for film in made:
        file = tmp_path / film.path
        assert file.stat().st_size == film.bytes
        assert file.stat().st_mode & 0o777 == 0o600
    assert sorted(p.name for p in file.parent.iterdir()) == ["boomerang.mp4", "timelapse.mp4"]


def test_an_odd_picture_makes_an_even_film_and_a_camera_that_changes_its_size_no_trouble(
    studio: MotionStudio, tmp_path: Path
) -> None:
    odd, other = reel(30, (321, 181), shutters=1), reel(30, (200, 300), shutters=1)
    mixed = Reel("s", odd.frames[:20] + other.frames[20:], odd.shutters)
    made = studio.make(mixed, TITLES, {Film.TIMELAPSE: PATHS[Film.TIMELAPSE]})
    [film] = made
    assert {pixels.shape for pixels in opened(tmp_path / film.path).pictures} == {(180, 320, 3)}


def test_of_a_camera_that_was_away_nothing_is_made(studio: MotionStudio, tmp_path: Path) -> None:
    assert studio.make(reel(6, shutters=1), TITLES, PATHS) == ()
    assert list(tmp_path.iterdir()) == []


def test_a_recorded_picture_that_is_broken_costs_its_films_alone(
    studio: MotionStudio, tmp_path: Path
) -> None:
    broken = Reel("s", tuple(SmallFrame(n * 67 * MS, b"no JPEG") for n in range(40)), (2000 * MS,))
    with pytest.raises(FilmsFailed):
        studio.make(broken, TITLES, PATHS)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("width", "height", "small"),
    [
        (1920, 1080, (640, 360)),
        (1280, 720, (640, 360)),
        (1080, 1920, (360, 640)),
        (640, 481, (640, 480)),
        (320, 240, (320, 240)),
        (6000, 4000, (640, 426)),
    ],
)
def test_films_have_the_cameras_shape(width: int, height: int, small: tuple[int, int]) -> None:
    assert small_size(width, height) == small


SLEEPER = [sys.executable, "-c", "import sys, time; sys.stdin.read(9); time.sleep(60)"]


def test_a_process_that_hangs_is_killed_when_its_time_is_up(tmp_path: Path) -> None:
    studio = MotionStudio(tmp_path, ASSETS / "fonts", SLEEPER, limit_s=-4.5)
    with pytest.raises(FilmsFailed):
        studio.make(reel(12), TITLES, PATHS)


def test_closing_kills_what_is_being_made_and_lets_nothing_begin(tmp_path: Path) -> None:
    studio = MotionStudio(tmp_path, ASSETS / "fonts", SLEEPER)
    closer = threading.Timer(0.3, studio.close)
    closer.start()
    began = time.monotonic()
    with pytest.raises(FilmsFailed):
        studio.make(reel(12), TITLES, PATHS)
    assert time.monotonic() - began < 5
    with pytest.raises(FilmsFailed, match="closing"):
        studio.make(reel(12), TITLES, PATHS)
    closer.join()


def test_the_process_comes_after_everything_else_and_goes_with_its_parent() -> None:
    inlet, outlet = os.pipe()  # held here, so that the parent's end does not close it
    script = f"""
import subprocess, sys
print(subprocess.Popen({motion_command()}, stdin={inlet}).pid, flush=True)
sys.stdin.read()
"""
    parent = subprocess.Popen(
        [sys.executable, "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        pass_fds=(inlet,),
    )
    try:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        _until(lambda: os.getpriority(os.PRIO_PROCESS, child) == 19)
        _until(lambda: _io_class(child) == "idle")
        parent.kill()
        _until(lambda: not _runs(child))
    finally:
        parent.kill()
        parent.communicate()
        os.close(inlet)
        os.close(outlet)


def _runs(pid: int) -> bool:
    """A process that nobody collects is left as a zombie."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def _io_class(pid: int) -> str:
    ionice = shutil.which("ionice")
    if ionice is None:
        return "idle"  # it belongs to util-linux, which a container may lack
    said = subprocess.run([ionice, "-p", str(pid)], capture_output=True, text=True, check=True)
    return said.stdout.strip()


def _until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not true():
        assert time.monotonic() < deadline, "did not happen in time"
        time.sleep(0.01)


def _apart(one: Pixels, other: Pixels) -> float:
    """Mean difference of a channel."""
    return float(np.abs(one.astype(np.int32) - other.astype(np.int32)).mean())


def _shown(number: int) -> Pixels:
    return np.asarray(cv2.cvtColor(picture(number), cv2.COLOR_BGRA2BGR), np.uint8)
