"""When a session's films are made: once its print is out, one session at a time, and begun while
nobody is being photographed.

They are an extra. What was recorded is in memory alone: with the booth it goes, and of a session
that is owed it waits for a reprint, until newer ones need its place.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

import structlog

from kiosk.booth.messages import Counting, Message
from kiosk.booth.ports import Clock, FilmBook, FilmMaker, Journal
from kiosk.booth.recording import Recorder
from kiosk.domain import session as s
from kiosk.domain.errors import FilmsFailed
from kiosk.domain.films import Film, Reel, Titles
from kiosk.domain.places import film_path

log = structlog.get_logger()

MOST_REELS = 3
"""Megabytes each. Prints take a while, and guests follow each other."""

LOOK_AGAIN_S = 0.5
"""Whether somebody is still being photographed."""


@dataclass(frozen=True)
class Cutting:
    """What makes films of a reel and writes them down; ``event`` is its name now. ``on_written``
    hears of it, and must not block."""

    maker: FilmMaker
    book: FilmBook
    journal: Journal
    clock: Clock
    event: Callable[[], str]
    on_written: Callable[[], None]

    def make(self, reel: Reel) -> None:
        """Raises FilmsFailed, and the store's errors."""
        found = self.journal.load(reel.session_id)
        if found is None:
            raise FilmsFailed("the session is not in the journal")
        titles = Titles(self.event(), f"{found.started.astimezone():%d.%m.%Y}")
        paths = {film: film_path(found.started, reel.session_id, film) for film in Film}
        made = self.maker.make(reel, titles, paths)
        if made:
            self.book.record(reel.session_id, made, self.clock.now())
            self.on_written()
        log.info("films made", session=reel.session_id, bytes=[film.bytes for film in made])


class CuttingRoom:
    """Makes films on a thread of its own, which ends with ``on_end``. Everything else returns at
    once and may be called from any thread."""

    def __init__(
        self, cutting: Cutting, is_disturbed: Callable[[], bool], on_end: Callable[[], None]
    ) -> None:
        self._cutting = cutting
        self._is_disturbed = is_disturbed
        self._on_end = on_end
        self._changed = threading.Condition()
        self._reels: dict[str, Reel] = {}
        self._delivered: deque[str] = deque(maxlen=2 * MOST_REELS)
        self._at_work = False
        self._closing = False
        self._thread = threading.Thread(target=self._live, name="films", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self, timeout: float) -> None:
        """What is being made is given up."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._cutting.maker.close()
        if self._thread.is_alive():
            self._thread.join(timeout)

    def put(self, reel: Reel) -> None:
        """It waits for its session's print. Where there is no place, the oldest one goes."""
        with self._changed:
            self._reels[reel.session_id] = reel
            while len(self._reels) > MOST_REELS:
                self._reels.pop(next(iter(self._reels)))
            self._changed.notify_all()

    def deliver(self, session_id: str) -> None:
        """The session's print is out; its reel may still be to come."""
        with self._changed:
            self._delivered.append(session_id)
            self._changed.notify_all()

    def forget(self, session_id: str) -> None:
        with self._changed:
            self._reels.pop(session_id, None)

    def is_done(self) -> bool:
        """Whether nothing is being made, or could be now."""
        with self._changed:
            return not self._at_work and self._ready() is None

    def _live(self) -> None:
        while (reel := self._next()) is not None:
            try:
                self._cutting.make(reel)
            except FilmsFailed as error:
                log.warning("no films", session=reel.session_id, reason=str(error))
            except Exception:
                log.exception("no films", session=reel.session_id)
        self._on_end()

    def _next(self) -> Reel | None:
        """None at the end."""
        with self._changed:
            self._at_work = False
            while not self._closing:
                ready = self._ready()
                if ready is not None and not self._is_disturbed():
                    self._at_work = True
                    return self._reels.pop(ready)
                self._changed.wait(None if ready is None else LOOK_AGAIN_S)
            return None

    def _ready(self) -> str | None:
        return next((key for key in self._reels if key in self._delivered), None)


@dataclass(frozen=True)
class Films:
    """Both halves, started and closed once each."""

    recorder: Recorder
    room: CuttingRoom

    def start(self) -> None:
        self.recorder.start()
        self.room.start()

    def close(self, timeout: float) -> None:
        self.recorder.close(timeout)
        self.room.close(timeout)

    def is_done(self) -> bool:
        """Whether every film that could be made is made."""
        return not self.recorder.is_recording and self.room.is_done()

    def heard(self, session_id: str, state: s.State) -> None:
        """The session is in this state now. Returns at once."""
        match state:
            case s.Choosing() | s.Paying() | s.Shooting() | s.Printing():
                pass
            case s.Arranging():
                self.recorder.finish(session_id)
            case s.Delivered():
                self.recorder.release(session_id)
                self.room.deliver(session_id)
            case s.Owed():
                self.recorder.drop(session_id)
            case s.Cancelled() | s.Settled():
                self.recorder.drop(session_id)
                self.room.forget(session_id)
            case _:
                assert_never(state)

    def overhear(self, send: Callable[[Message], None]) -> Callable[[Message], None]:
        """``send``, of which the recorder hears when shots are going to be taken."""

        def sent(message: Message) -> None:
            if isinstance(message, Counting):
                countdown = message.countdown
                self.recorder.expect(message.session_id, countdown.seq, countdown.shutter_ns)
            send(message)

        return sent
