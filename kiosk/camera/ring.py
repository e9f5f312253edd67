"""The ring of full frames that the camera process writes and the booth reads.

One anonymous memory file holds ``slots`` times a header page and room for the largest frame. The
header's first word is a seqlock: odd while the slot is written, raised by two with each frame. A
reader uses the pixels in place and looks at the word again; if it moved, what was made is dropped.
Memory that no frame has touched costs nothing, so the room is generous, and slots beyond what
large frames may take together are left alone.
"""

from __future__ import annotations

import mmap
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, TypeVar

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

T = TypeVar("T")
Pixels: TypeAlias = "npt.NDArray[np.uint8]"

HEADER_BYTES = mmap.PAGESIZE
SEQUENCE, STAMP, NUMBER, WIDTH, HEIGHT = range(5)  # uint64 words of a slot's header
LARGEST_FRAME = 6240 * 4168 * 3  # bytes: 26 megapixels, as full-frame cameras make them
FEWEST_SLOTS = 5
MOST_MEMORY = 600_000_000  # bytes of frames: seven of the largest, 96 at 1080p


@dataclass(frozen=True)
class Size:
    width: int
    height: int

    @property
    def bytes(self) -> int:
        return self.width * self.height * 3


@dataclass(frozen=True)
class RingLayout:
    """``room`` is the bytes that one frame may take, ``most`` those that all may take together."""

    slots: int
    room: int = LARGEST_FRAME
    most: int = MOST_MEMORY

    def slots_for(self, size: Size) -> int:
        """How many slots frames of ``size`` use: not all there are where memory ends."""
        return min(self.slots, max(FEWEST_SLOTS, self.most // max(1, size.bytes)))

    @property
    def stride(self) -> int:
        pages = -(-self.room // mmap.PAGESIZE)
        return HEADER_BYTES + pages * mmap.PAGESIZE

    @property
    def size(self) -> int:
        return self.slots * self.stride

    def headers(self, memory: mmap.mmap) -> npt.NDArray[np.uint64]:
        """Shape (slots, 5)."""
        import numpy as np  # a camera's process is started before it: it takes a tenth of a second

        return np.ndarray((self.slots, 5), np.uint64, memory, strides=(self.stride, 8))

    def rooms(self, memory: mmap.mmap) -> Pixels:
        """Shape (slots, room)."""
        import numpy as np  # as above

        return np.ndarray((self.slots, self.room), np.uint8, memory, HEADER_BYTES, (self.stride, 1))


@dataclass(frozen=True)
class Entry:
    """One slot as it was when its header was read."""

    slot: int
    sequence: int
    stamp_ns: int
    number: int
    size: Size


class _Fence:
    """Keeps what stands before a call before what stands after it, on ARM too.

    Python has no memory fence. A lock's release and next acquire order both sides; x86 keeps the
    order by itself.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._lock.acquire()

    def __call__(self) -> None:
        self._lock.release()
        self._lock.acquire()


class RingWriter:
    """The one writer. Not for use by several threads."""

    def __init__(self, fd: int, layout: RingLayout) -> None:
        memory = mmap.mmap(fd, layout.size)
        self._layout = layout
        self._headers = layout.headers(memory)
        self._rooms = layout.rooms(memory)
        self._fence = _Fence()
        self._next = 0

    def publish(self, stamp_ns: int, number: int, fill: Callable[[Pixels], Size]) -> None:
        """Lets ``fill`` put BGR pixels at the start of the oldest slot's room, then shows them.

        When ``fill`` raises, the slot stays marked as being written and no reader takes it.
        """
        header = self._headers[self._next]
        writing = int(header[SEQUENCE]) | 1
        header[SEQUENCE] = writing
        self._fence()
        size = fill(self._rooms[self._next])
        header[STAMP] = stamp_ns
        header[NUMBER] = number
        header[WIDTH] = size.width
        header[HEIGHT] = size.height
        self._fence()
        header[SEQUENCE] = writing + 1
        self._next = (self._next + 1) % self._layout.slots_for(size)


class RingReader:
    """Any number of threads may read through one reader; it can't write."""

    def __init__(self, fd: int, layout: RingLayout) -> None:
        memory = mmap.mmap(fd, layout.size, access=mmap.ACCESS_READ)
        self._headers = layout.headers(memory)
        self._rooms = layout.rooms(memory)

    def entries(self) -> list[Entry]:
        """Every whole frame in the ring, the newest first."""
        fence = _Fence()
        found = [self._entry(slot, fence) for slot in range(len(self._headers))]
        whole = [entry for entry in found if entry is not None]
        return sorted(whole, key=lambda entry: entry.number, reverse=True)

    def read(self, entry: Entry, use: Callable[[Pixels], T]) -> T | None:
        """Gives ``use`` the pixels in place: BGR, shape (height, width, 3), read-only.

        ``use`` must copy what it keeps. Returns what it returned, or None when the camera wrote
        over the slot meanwhile.
        """
        fence = _Fence()
        width, height = entry.size.width, entry.size.height
        pixels = self._rooms[entry.slot, : height * width * 3].reshape(height, width, 3)
        made = use(pixels)
        fence()
        return made if int(self._headers[entry.slot, SEQUENCE]) == entry.sequence else None

    def _entry(self, slot: int, fence: _Fence) -> Entry | None:
        header = self._headers[slot]
        sequence = int(header[SEQUENCE])
        fence()
        _, stamp_ns, number, width, height = header.tolist()
        fence()
        if sequence % 2 or sequence == 0 or int(header[SEQUENCE]) != sequence:
            return None
        return Entry(slot, sequence, stamp_ns, number, Size(width, height))
