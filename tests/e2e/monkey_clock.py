"""The time by which a session's steps end: it runs as the real one, and is moved on by hand."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime

from kiosk.booth.view import View

SECOND_NS = 1_000_000_000


class MovedClock:
    """``moved_ns`` is how far it is ahead of the devices' time. From any thread."""

    def __init__(self) -> None:
        self.moved_ns = 0

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic_ns(self) -> int:
        return time.monotonic_ns() + self.moved_ns

    def move(self, seconds: float) -> None:
        self.moved_ns += int(seconds * SECOND_NS)

    def seen_from_here(self, view: View) -> View:
        """The shutter falls in the camera's time."""
        countdown = view.countdown
        if countdown is None or not self.moved_ns:
            return view
        shutter_ns = countdown.shutter_ns + self.moved_ns
        return replace(view, countdown=replace(countdown, shutter_ns=shutter_ns))
