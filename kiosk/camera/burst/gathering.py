"""One burst: its frames are judged while the last of them are still to come."""

from __future__ import annotations

import time
from dataclasses import dataclass

from kiosk.camera.board import Board
from kiosk.camera.burst.burst import MILLISECOND, Judged, best_first, nearest_first, within
from kiosk.camera.burst.eyes import EyeWatch, Sight, eyes_shut
from kiosk.camera.burst.sharpness import sharpness
from kiosk.camera.ring import Entry, Pixels, RingReader
from kiosk.camera.settings import CameraSettings

SECOND = 1_000_000_000  # ns


@dataclass(frozen=True)
class _Seen:
    entry: Entry
    sharpness: float
    sight: Sight


class Gathering:
    """For one shot. Without a ``watch`` nobody looks for eyes."""

    def __init__(self, board: Board, settings: CameraSettings, watch: EyeWatch | None) -> None:
        self._board = board
        self._settings = settings
        self._watch = watch
        self._seen: dict[int, _Seen] = {}

    def best_first(self, ring: RingReader, target_ns: int) -> list[Entry]:
        """What to take, the best first; after the burst all others, the nearest first.

        Waits for frames of the burst that are still to come, until ``burst_ms`` after the target.
        """
        end = target_ns + self._settings.burst_ms * MILLISECOND
        deadline = max(end, time.monotonic_ns()) + self._settings.judging_ms * MILLISECOND
        self._judge(ring, target_ns, deadline)
        while self._board.ring() is ring and self._more_comes(ring, end):
            self._judge(ring, target_ns, deadline)
        chosen = best_first(self._judged(), target_ns)
        others = [entry for entry in ring.entries() if entry not in chosen]
        return chosen + nearest_first(others, target_ns)

    def _judge(self, ring: RingReader, target_ns: int, deadline_ns: int) -> None:
        """What has come and is not judged yet."""
        for entry in within(ring.entries(), target_ns, self._settings.burst_ms):
            if entry.number in self._seen:
                continue
            if self._seen and time.monotonic_ns() > deadline_ns:
                return
            looked = ring.read(entry, self._look)
            if looked is not None:
                self._seen[entry.number] = _Seen(entry, *looked)

    def _look(self, pixels: Pixels) -> tuple[float, Sight]:
        return sharpness(pixels), self._watch.look(pixels) if self._watch else ()

    def _more_comes(self, ring: RingReader, end_ns: int) -> bool:
        """Whether another frame came that may belong to the burst."""
        newest = ring.entries()[:1]
        if newest and newest[0].stamp_ns + SECOND // self._settings.fps > end_ns:
            return False
        left = end_ns - time.monotonic_ns()
        number = newest[0].number if newest else 0
        return left > 0 and self._board.wait_newer(number, left / SECOND)

    def _judged(self) -> list[Judged]:
        seen = list(self._seen.values())
        shut = eyes_shut([one.sight for one in seen])
        return [
            Judged(one.entry, one.sharpness, eyes) for one, eyes in zip(seen, shut, strict=True)
        ]
