"""One worker per slow thing. An effect runs in its lane until it is done or no longer due."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from functools import partial
from queue import SimpleQueue

import structlog

from kiosk.booth.messages import Counting, Happened, Measured, Message, Noticed, Progressed
from kiosk.booth.view import Countdown, Notice, PrintProgress
from kiosk.domain.faults import Fault
from kiosk.domain.session import Effect, Event

log = structlog.get_logger()

RETRY_PAUSE_S = 1.0


@dataclass(frozen=True, eq=False)
class Run:
    """One run of an effect: how it speaks to the conductor, and how it hears that it may stop."""

    session_id: str
    send: Callable[[Message], None]
    stop: threading.Event = field(default_factory=threading.Event)
    nudged: threading.Event = field(default_factory=threading.Event)

    def tell(
        self, event: Event, measured: Measured | None = None, about: str | None = None
    ) -> None:
        """``about``: the payment that the event is about, where it does not say so itself."""
        self.send(Happened(self.session_id, event, measured, about))

    def notice(self, notice: Notice | None, faults: tuple[Fault, ...] = ()) -> None:
        self.send(Noticed(self.session_id, notice, faults))

    def progress(self, progress: PrintProgress) -> None:
        self.send(Progressed(self.session_id, progress))

    def counting(self, countdown: Countdown) -> None:
        self.send(Counting(self.session_id, countdown))

    def sleep(self, seconds: float) -> None:
        """Returns early when the run is to stop."""
        self.stop.wait(max(seconds, 0.0))

    def nap(self, seconds: float) -> bool:
        """As ``sleep``, and returns early and True when somebody wants to know at once."""
        self.nudged.wait(max(seconds, 0.0))
        return self._was_nudged()

    def end(self) -> None:
        self.stop.set()
        self.nudged.set()

    @property
    def stopped(self) -> bool:
        return self.stop.is_set()

    def _was_nudged(self) -> bool:
        if self.stopped or not self.nudged.is_set():
            return False
        self.nudged.clear()
        return True


Perform = Callable[[Run, Effect], None]
"""Runs an effect to its end; what it raises is logged and it is run again."""


class Lanes:
    """Starts what is due and stops what is not. Called from the conductor's thread alone.

    An effect whose lane is None gets a thread of its own. ``on_end`` is called on each thread
    when it ends, to close what belongs to it.
    """

    def __init__(
        self,
        names: Iterable[Hashable],
        lane_of: Callable[[Effect], Hashable | None],
        perform: Perform,
        send: Callable[[Message], None],
        on_end: Callable[[], None],
        retry_pause_s: float = RETRY_PAUSE_S,
    ) -> None:
        self._on_end = on_end
        self._retry_pause_s = retry_pause_s
        self._lane_of = lane_of
        self._perform = perform
        self._send = send
        self._queues: dict[Hashable, SimpleQueue[Callable[[], None] | None]] = {}
        self._threads: list[threading.Thread] = []
        self._running: dict[tuple[str, Effect], Run] = {}
        for name in names:
            self._open(name)

    def ensure(self, session_id: str, due: Iterable[Effect]) -> None:
        """Makes exactly ``due`` run for this session, leaving alone what already runs."""
        wanted = {(session_id, effect) for effect in due}
        for key in [k for k in self._running if k[0] == session_id and k not in wanted]:
            self._running.pop(key).end()
        for key in wanted - self._running.keys():
            self._begin(*key)

    def nudge(self, session_id: str) -> None:
        """What runs for this session is to look again at once."""
        for (of, _), run in self._running.items():
            if of == session_id:
                run.nudged.set()

    def close(self, timeout: float) -> None:
        """Stops every run and waits for the lanes, ``timeout`` seconds at most for each."""
        for run in tuple(self._running.values()):
            run.end()
        for queue in self._queues.values():
            queue.put(None)
        for thread in self._threads:
            thread.join(timeout)

    def _begin(self, session_id: str, effect: Effect) -> None:
        run = Run(session_id, self._send)
        self._running[session_id, effect] = run
        lane, job = self._lane_of(effect), partial(self._persist, run, effect)
        if lane is None:
            self._start(f"{type(effect).__name__} {session_id[-4:]}", partial(self._alone, job))
        else:
            self._queues[lane].put(job)

    def _persist(self, run: Run, effect: Effect) -> None:
        """A fault nobody foresaw must not lose a paid session: the effect is tried again."""
        while not run.stopped:
            try:
                self._perform(run, effect)
            except Exception:
                name = type(effect).__name__
                log.exception("effect failed", effect=name, session=run.session_id)
                run.sleep(self._retry_pause_s)
            else:
                return

    def _open(self, name: Hashable) -> None:
        queue: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._queues[name] = queue
        self._start(f"lane-{name}", partial(self._work, queue))

    def _start(self, name: str, target: Callable[[], None]) -> None:
        thread = threading.Thread(target=target, name=name, daemon=True)
        self._threads = [*(t for t in self._threads if t.is_alive()), thread]
        thread.start()

    def _alone(self, job: Callable[[], None]) -> None:
        job()
        self._on_end()

    def _work(self, queue: SimpleQueue[Callable[[], None] | None]) -> None:
        while (job := queue.get()) is not None:
            job()
        self._on_end()
