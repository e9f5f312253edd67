"""How well the live view runs, counted when it is on the screen."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass

KEPT = 18_000  # latencies: ten minutes at 30 fps
SECOND_NS = 1_000_000_000


@dataclass(frozen=True)
class LiveFigures:
    """``fps`` is of shown frames while live; latencies run from the frame's stamp to the screen."""

    fps: float
    shown: int
    dropped: int
    latency_p50_ms: float
    latency_p95_ms: float


class LiveStats:
    """Painted on one thread, dropped on another, read on any."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._latencies_ms: deque[float] = deque(maxlen=KEPT)
        self._shown = 0
        self._intervals = 0
        self._dropped = 0
        self._live_ns = 0
        self._last_ns: int | None = None

    def painted(self, stamp_ns: int, now_ns: int) -> None:
        with self._lock:
            self._shown += 1
            self._latencies_ms.append((now_ns - stamp_ns) / 1e6)
            if self._last_ns is not None:
                self._live_ns += now_ns - self._last_ns
                self._intervals += 1
            self._last_ns = now_ns

    def dropped_one(self) -> None:
        with self._lock:
            self._dropped += 1

    def pause(self) -> None:
        """The time until the next painted frame does not count."""
        with self._lock:
            self._last_ns = None

    def figures(self) -> LiveFigures:
        with self._lock:
            ordered = sorted(self._latencies_ms)
            fps = self._intervals * SECOND_NS / self._live_ns if self._live_ns else 0.0
            return LiveFigures(
                round(fps, 1),
                self._shown,
                self._dropped,
                _percentile(ordered, 0.50),
                _percentile(ordered, 0.95),
            )


def _percentile(ordered: list[float], share: float) -> float:
    return round(ordered[round(share * (len(ordered) - 1))], 1) if ordered else 0.0
