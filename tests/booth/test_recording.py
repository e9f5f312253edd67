"""When sessions are recorded, what of it is kept, and when films are made of it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from kiosk.booth.films import MOST_REELS, Cutting, CuttingRoom, Films
from kiosk.booth.footage import SPARSE_NS, Footage
from kiosk.booth.messages import Counting, Message
from kiosk.booth.recording import Lens, Recorder
from kiosk.booth.view import Countdown
from kiosk.clock import SystemClock
from kiosk.domain.errors import FilmsFailed
from kiosk.domain.films import AFTER_NS, Film, MadeFilm, Reel, SmallFrame, Titles, is_near
from kiosk.domain.order import Picture
from kiosk.domain.session import (
    Arranging,
    Choosing,
    Delivered,
    Owed,
    OwedReason,
    Settled,
    Settlement,
)
from kiosk.store.mirror import Mirror
from kiosk.store.models import FilmRow, OutboxEntry, Photo
from tests.store.sample import EVENTS, NOW, ORDER, live, opened

SECOND = 1_000_000_000
JPEG = b"x" * 1000


def filmed(footage: Footage, start_ns: int, seconds: float) -> None:
    """A camera of 30 frames a second, of which is taken what the footage wants."""
    due = now = start_ns
    while now < start_ns + seconds * SECOND:
        if now >= due:
            footage.add(SmallFrame(now, JPEG))
            due = now + footage.pause_ns(now)
        now += SECOND // 30


def test_around_a_shutter_every_second_frame_is_kept_and_between_them_one_in_six() -> None:
    footage = Footage("s")
    footage.expect(1, 3 * SECOND)
    filmed(footage, 0, 6)
    stamps = [frame.stamp_ns for frame in footage.reel().frames]
    near = [s for s in stamps if is_near(s, 3 * SECOND)]
    far = [s for s in stamps if s < 2 * SECOND or s > 4 * SECOND]
    assert {round((b - a) / 1e6) for a, b in pairwise(near)} == {67}
    assert min(b - a for a, b in pairwise(far)) >= SPARSE_NS
    assert len(near) == 18


def test_a_session_that_waits_for_its_camera_stays_within_its_bounds() -> None:
    footage = Footage("s", most_frames=100, most_bytes=90_000)
    footage.expect(1, 300 * SECOND)
    filmed(footage, 0, 301)
    reel = footage.reel()
    assert len(reel.frames) <= 90
    assert reel.frames[0].stamp_ns < 30 * SECOND, "the session's beginning is kept"
    near = [f.stamp_ns for f in reel.frames if is_near(f.stamp_ns, 300 * SECOND)]
    assert {round((b - a) / 1e6) for a, b in pairwise(near)} == {67}


def test_shots_alone_that_are_too_many_lose_the_oldest() -> None:
    footage = Footage("s", most_frames=30)
    for shutter in range(1, 5):
        footage.expect(shutter, shutter * SECOND)
    filmed(footage, 0, 5)
    reel = footage.reel()
    assert len(reel.frames) <= 30
    assert reel.frames[-1].stamp_ns > 4 * SECOND


def test_a_shot_that_was_taken_again_is_in_no_film() -> None:
    footage = Footage("s")
    for seq, shutter in ((1, 3), (2, 5), (1, 9)):
        footage.expect(seq, shutter * SECOND)
        filmed(footage, (shutter - 2) * SECOND, 2.6)
    reel = footage.reel()
    assert reel.shutters == (5 * SECOND, 9 * SECOND)
    stamps = [frame.stamp_ns for frame in reel.frames]
    assert not [stamp for stamp in stamps if is_near(stamp, 3 * SECOND)]
    assert [len([at for at in stamps if is_near(at, n)]) for n in reel.shutters] == [18, 18]


@dataclass
class Small:
    stamp_ns: int
    number: int
    pixels: npt.NDArray[np.uint8] = field(default_factory=lambda: np.zeros((2, 2, 4), np.uint8))


class TickingCamera:
    """A picture every 5 ms; while it is ``away`` none."""

    def __init__(self) -> None:
        self.away = threading.Event()
        self.broken = threading.Event()
        self.stutters = threading.Event()
        self.asked = 0
        self.given: Small | None = None

    def preview(
        self, after_number: int, width: int, height: int, *, mirror: bool, timeout_s: float
    ) -> Small | None:
        assert not mirror
        self.asked += 1
        if self.broken.is_set():
            raise OSError("the ring is gone")
        if self.away.is_set():
            time.sleep(0.005)
            return None
        while (number := time.monotonic_ns() // 5_000_000) <= after_number:
            time.sleep(0.001)
        if self.given is None or not self.stutters.is_set() or self.asked % 2:
            self.given = Small(number * 5_000_000, number)
        return self.given


@dataclass
class Studio:
    """Makes nothing, and not before it may."""

    made: list[str] = field(default_factory=list)
    titles: list[Titles] = field(default_factory=list)
    may: threading.Event = field(default_factory=threading.Event)
    fails: bool = False

    def make(self, reel: Reel, titles: Titles, paths: Mapping[Film, str]) -> tuple[MadeFilm, ...]:
        self.made.append(reel.session_id)
        self.titles.append(titles)
        assert self.may.wait(5)
        if self.fails:
            raise FilmsFailed("killed")
        return tuple(MadeFilm(film, path, 1, "00") for film, path in paths.items())

    def close(self) -> None:
        self.fails = True
        self.may.set()


@dataclass
class Set:
    """A booth's films with a camera and a studio that obey the test."""

    mirror: Mirror
    camera: TickingCamera = field(default_factory=TickingCamera)
    studio: Studio = field(default_factory=Studio)
    reels: list[Reel] = field(default_factory=list)
    told: list[Message] = field(default_factory=list)
    woken: int = 0

    def __post_init__(self) -> None:
        clock = SystemClock()
        journal = self.mirror.journal
        cutting = Cutting(
            self.studio, self.mirror.films, journal, clock, lambda: "Rina & Bagas", self._wake
        )
        self.room = CuttingRoom(cutting, lambda: self.recorder.is_recording, self.mirror.close)
        self.recorder = Recorder(Lens(self.camera, lambda _: JPEG, 2, 2), clock, self._reel)
        self.films = Films(self.recorder, self.room)
        self.send = self.films.overhear(self.told.append)

    def _wake(self) -> None:
        self.woken += 1

    def _reel(self, reel: Reel) -> None:
        self.reels.append(reel)
        self.room.put(reel)

    def count_down(self, session_id: str, seconds: float, seq: int = 1) -> None:
        shutter_ns = time.monotonic_ns() + int(seconds * SECOND)
        self.send(Counting(session_id, Countdown(seq, shutter_ns, seconds)))

    def shoot(self, session_id: str, seq: int = 1) -> None:
        """One shot, over at once: its half second still runs."""
        self.count_down(session_id, 0, seq)
        self.films.heard(session_id, Arranging(ORDER, ()))


PICTURE = Picture("prints/photo.jpg", 1200, 1800, "0" * 64)
DELIVERED = Delivered(ORDER, PICTURE)


@pytest.fixture
def mirror(tmp_path: Path) -> Iterator[Mirror]:
    with opened(tmp_path) as mirror:
        yield mirror


@pytest.fixture
def booth(mirror: Mirror) -> Iterator[Set]:
    made = Set(mirror)
    made.films.start()
    yield made
    made.films.close(5)


def until(true: Callable[[], object]) -> None:
    deadline = time.monotonic() + 5
    while not true():
        assert time.monotonic() < deadline, "did not happen in time"
        time.sleep(0.005)


def test_recording_begins_with_the_first_countdown_and_ends_after_the_last_shot(
    booth: Set,
) -> None:
    assert booth.camera.asked == 0
    booth.count_down("session", 0.2)
    assert isinstance(booth.told[0], Counting), "the screen counts down as well"
    until(lambda: booth.camera.asked > 5)
    booth.films.heard("session", Arranging(ORDER, ()))
    until(lambda: booth.reels)
    [reel] = booth.reels
    assert reel.session_id == "session"
    assert len(reel.shutters) == 1
    assert reel.frames[0].stamp_ns < reel.shutters[0]
    late = reel.frames[-1].stamp_ns - reel.shutters[0]
    assert AFTER_NS - SPARSE_NS < late < AFTER_NS + SPARSE_NS
    asked = booth.camera.asked
    time.sleep(0.05)
    assert booth.camera.asked <= asked + 1, "the camera is left alone between sessions"


def test_a_shot_taken_again_after_the_reel_was_there_makes_it_whole_again(booth: Set) -> None:
    booth.count_down("session", 0)
    booth.shoot("session", 2)
    until(lambda: booth.reels)
    booth.shoot("session")
    until(lambda: len(booth.reels) == 2)
    first, second = booth.reels
    assert second.shutters == (first.shutters[1], second.shutters[-1])
    assert second.shutters[-1] > first.shutters[-1]
    assert {f.stamp_ns for f in second.frames} & {f.stamp_ns for f in first.frames}
    assert second.frames[-1].stamp_ns > second.shutters[-1]


def test_a_camera_that_goes_away_thins_the_reel_and_ends_nothing(booth: Set) -> None:
    booth.count_down("session", 0.3)
    until(lambda: booth.camera.asked > 5)
    booth.camera.away.set()
    asked = booth.camera.asked
    until(lambda: booth.camera.asked > asked + 5)
    booth.camera.away.clear()
    booth.films.heard("session", Arranging(ORDER, ()))
    until(lambda: booth.reels)
    assert booth.reels[0].frames[-1].stamp_ns > booth.reels[0].shutters[0]


def test_a_frame_that_comes_again_is_recorded_once(booth: Set) -> None:
    booth.camera.stutters.set()
    booth.shoot("session")
    until(lambda: booth.reels)
    stamps = [frame.stamp_ns for frame in booth.reels[0].frames]
    assert len(stamps) > 3
    assert stamps == sorted(set(stamps))


def test_a_camera_that_raises_ends_the_recording_and_not_the_next_one(booth: Set) -> None:
    booth.camera.broken.set()
    booth.count_down("session", 0.1)
    until(lambda: not booth.recorder.is_recording)
    booth.camera.broken.clear()
    booth.shoot("next")
    until(lambda: [reel.session_id for reel in booth.reels] == ["next"])


def test_films_are_made_once_the_print_is_out_and_not_before(booth: Set) -> None:
    live(booth.mirror)
    booth.studio.may.set()
    booth.shoot("session")
    until(lambda: booth.reels)
    assert booth.films.is_done(), "there is nothing to do yet"
    assert booth.studio.made == []
    booth.films.heard("session", DELIVERED)
    until(lambda: booth.woken)
    assert booth.studio.made == ["session"]
    assert booth.studio.titles == [Titles("Rina & Bagas", f"{NOW.astimezone():%d.%m.%Y}")]
    until(booth.films.is_done)


def test_a_print_that_is_out_before_the_reel_is_there_gets_its_films(booth: Set) -> None:
    live(booth.mirror)
    booth.studio.may.set()
    booth.shoot("session")
    booth.films.heard("session", DELIVERED)
    until(lambda: booth.studio.made == ["session"])


def test_films_wait_while_the_next_guest_is_being_photographed(booth: Set) -> None:
    live(booth.mirror)
    booth.studio.may.set()
    booth.shoot("session")
    until(lambda: booth.reels)
    booth.count_down("next", 3)
    booth.films.heard("session", DELIVERED)
    time.sleep(0.7)
    assert booth.studio.made == []
    booth.films.heard("next", Owed(ORDER, None, OwedReason.CAMERA))
    until(lambda: booth.studio.made == ["session"])
    assert len(booth.reels) == 1, "nothing comes of a session without a picture"


def test_one_session_is_made_at_a_time(booth: Set) -> None:
    for name in ("first", "second"):
        booth.mirror.journal.start(name, Choosing(), NOW)
        booth.room.put(Reel(name, (), ()))
        booth.room.deliver(name)
    until(lambda: booth.studio.made)
    time.sleep(0.05)
    assert booth.studio.made == ["first"]
    booth.studio.may.set()
    until(lambda: booth.studio.made == ["first", "second"])


def test_of_more_reels_than_there_is_room_for_the_oldest_goes(booth: Set) -> None:
    booth.studio.may.set()
    names = [f"s{number}" for number in range(MOST_REELS + 1)]
    for name in names:
        booth.mirror.journal.start(name, Choosing(), NOW)
        booth.room.put(Reel(name, (), ()))
    for name in names:
        booth.room.deliver(name)
    until(lambda: booth.studio.made == names[1:])


def test_a_session_that_is_owed_gets_its_films_with_the_reprint(booth: Set) -> None:
    live(booth.mirror)
    booth.studio.may.set()
    booth.shoot("session")
    until(lambda: booth.reels)
    booth.films.heard("session", Owed(ORDER, PICTURE, OwedReason.PRINT))
    assert booth.studio.made == []
    booth.films.heard("session", DELIVERED)
    until(lambda: booth.studio.made == ["session"])


def test_nothing_is_made_of_a_session_that_staff_settled(booth: Set) -> None:
    live(booth.mirror)
    booth.studio.may.set()
    booth.shoot("session")
    until(lambda: booth.reels)
    booth.films.heard("session", Settled(ORDER, Settlement.REFUNDED, "Ani", "jam"))
    booth.films.heard("session", DELIVERED)
    assert booth.films.is_done()
    assert booth.studio.made == []


def test_films_that_fail_leave_nothing_behind_and_the_next_are_made(booth: Set) -> None:
    live(booth.mirror)
    booth.studio.may.set()
    booth.studio.fails = True
    booth.room.put(Reel("session", (), ()))
    booth.films.heard("session", DELIVERED)
    until(lambda: booth.studio.made == ["session"] and booth.films.is_done())
    assert FilmRow.select().count() == 0
    booth.studio.fails = False
    booth.room.put(Reel("session", (), ()))
    until(lambda: booth.woken)


def test_closing_gives_up_what_is_being_made(booth: Set) -> None:
    live(booth.mirror)
    booth.room.put(Reel("session", (), ()))
    booth.films.heard("session", DELIVERED)
    until(lambda: booth.studio.made)
    began = time.monotonic()
    booth.films.close(5)
    assert time.monotonic() - began < 1
    assert FilmRow.select().count() == 0


def films(*kinds: Film) -> tuple[MadeFilm, ...]:
    return tuple(MadeFilm(kind, f"photos/{kind.value}.mp4", 100, "ab") for kind in kinds)


def test_films_their_uploads_and_their_photos_news_are_written_together(mirror: Mirror) -> None:
    live(mirror)
    before = Photo.get().version
    mirror.films.record("session", films(*Film), NOW)
    folder = "customer/photos/2026/05/01/session"
    keys = [f"{folder}/boomerang.mp4", f"{folder}/timelapse.mp4"]
    due = mirror.outbox.due(NOW, 100)
    told = [entry.body for entry in due if entry.kind == "photo"][-1]
    assert (told["films"], told["version"]) == (keys, before + 1)
    uploads = [e for e in due if e.body.get("content_type") == "video/mp4"]
    assert [e.body["key"] for e in uploads] == keys
    assert [e.body["path"] for e in uploads] == ["photos/boomerang.mp4", "photos/timelapse.mp4"]


def test_films_recorded_again_are_told_and_uploaded_once(mirror: Mirror) -> None:
    live(mirror)
    mirror.films.record("session", films(Film.BOOMERANG), NOW)
    entries = OutboxEntry.select().count()
    mirror.films.record("session", films(Film.BOOMERANG), NOW)
    assert OutboxEntry.select().count() == entries
    assert FilmRow.select().count() == 1


def test_films_of_a_session_without_a_picture_are_refused_as_a_whole(mirror: Mirror) -> None:
    live(mirror, EVENTS[:3])
    entries = OutboxEntry.select().count()
    with pytest.raises(LookupError):
        mirror.films.record("session", films(*Film), NOW)
    assert (FilmRow.select().count(), OutboxEntry.select().count()) == (0, entries)
