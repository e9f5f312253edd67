"""What is recorded of one session, within bounds."""

from __future__ import annotations

from kiosk.domain.films import Reel, SmallFrame, is_near

FULL_NS = 66_000_000
"""Between two frames around a shutter: 15 a second, every second one of a usual camera."""
SPARSE_NS = 200_000_000
LEAD_NS = 250_000_000
"""Full pace begins so much before a boomerang does: a sparse frame may just be waited for."""

MOST_FRAMES = 600
MOST_BYTES = 16_000_000
"""Three shots take about 150 frames and 4 MB; this is a session that waits for its camera."""


class Footage:
    """Not for several threads at once."""

    def __init__(
        self, session_id: str, most_frames: int = MOST_FRAMES, most_bytes: int = MOST_BYTES
    ) -> None:
        self.session_id = session_id
        self._most_frames = most_frames
        self._most_bytes = most_bytes
        self._frames: list[SmallFrame] = []
        self._bytes = 0
        self._shutters: dict[int, int] = {}

    def expect(self, seq: int, shutter_ns: int) -> None:
        """The shot ``seq`` is to be taken then, also where it was before: what the camera missed,
        or the guest did not like, is in no film."""
        replaced = self._shutters.pop(seq, None)
        if replaced is not None:
            self._forget(replaced)
        self._shutters[seq] = shutter_ns

    def pause_ns(self, now_ns: int) -> int:
        """How long after a frame the next one is wanted, at ``now_ns``."""
        return FULL_NS if self._is_near(now_ns, LEAD_NS) else SPARSE_NS

    def add(self, frame: SmallFrame) -> None:
        self._frames.append(frame)
        self._bytes += len(frame.jpeg)
        while len(self._frames) > self._most_frames or self._bytes > self._most_bytes:
            self._thin()

    def reel(self) -> Reel:
        return Reel(self.session_id, tuple(self._frames), tuple(sorted(self._shutters.values())))

    def _forget(self, shutter_ns: int) -> None:
        self._frames = [
            f
            for f in self._frames
            if self._is_near(f.stamp_ns) or not is_near(f.stamp_ns, shutter_ns)
        ]
        self._bytes = sum(len(f.jpeg) for f in self._frames)

    def _thin(self) -> None:
        """Every second one of those between the shots goes; where there are none, the oldest."""
        between = [f for f in self._frames if not self._is_near(f.stamp_ns)]
        gone = {f.stamp_ns for f in between[1::2]} or {self._frames[0].stamp_ns}
        self._frames = [f for f in self._frames if f.stamp_ns not in gone]
        self._bytes = sum(len(f.jpeg) for f in self._frames)

    def _is_near(self, stamp_ns: int, lead_ns: int = 0) -> bool:
        return any(is_near(stamp_ns, shutter, lead_ns) for shutter in self._shutters.values())
