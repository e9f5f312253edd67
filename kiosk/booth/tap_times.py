"""How long a guest waits for what a tap has asked for."""

from __future__ import annotations

from kiosk.booth.messages import Measured
from kiosk.booth.ports import Clock
from kiosk.booth.timings import Timings
from kiosk.domain.session import (
    ArrangementFailed,
    Event,
    GaveUp,
    LookPicked,
    PictureComposed,
    PrintSubmitted,
    ShotsArranged,
    TemplatePicked,
)


class TapTimes:
    """From the tap until what it led to is on disk."""

    def __init__(self, timings: Timings, clock: Clock) -> None:
        self._timings = timings
        self._clock = clock
        self._picked: dict[str, tuple[str, int]] = {}
        self._print_asked_ns: dict[str, int] = {}

    def picked(self, session_id: str, event: Event) -> None:
        """A shot that is taken again is not timed: the guest has to pose for it."""
        self._picked.pop(session_id, None)
        match event:
            case LookPicked():
                self._picked[session_id] = "look_to_picture", self._clock.monotonic_ns()
            case TemplatePicked() | ShotsArranged():
                self._picked[session_id] = "arranged_to_picture", self._clock.monotonic_ns()
            case _:
                pass

    def print_asked(self, session_id: str) -> None:
        self._print_asked_ns[session_id] = self._clock.monotonic_ns()

    def written(self, session_id: str, event: Event) -> None:
        """A print counts until CUPS has accepted the job. What was given up is not timed."""
        match event:
            case PrintSubmitted() if session_id in self._print_asked_ns:
                since = self._print_asked_ns.pop(session_id)
                self._timings.add("print_submit", self._clock.monotonic_ns() - since)
            case GaveUp() | ArrangementFailed():
                self._picked.pop(session_id, None)
                self._print_asked_ns.pop(session_id, None)
            case _:
                pass

    def measured(self, session_id: str, event: Event, measured: Measured) -> None:
        """A picture that was picked is timed from the tap, and apart from the first."""
        name, since_ns = measured.name, measured.since_ns
        if isinstance(event, PictureComposed) and session_id in self._picked:
            name, since_ns = self._picked.pop(session_id)
        self._timings.add(name, self._clock.monotonic_ns() - since_ns)
