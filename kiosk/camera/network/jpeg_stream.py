"""Cuts JPEG files out of a stream of bytes."""

from __future__ import annotations

import enum

SOI, EOI = b"\xff\xd8\xff", b"\xff\xd9"
MARKER, SCAN = 0xFF, 0xDA
LARGEST = 32 << 20
"""Bytes; more than 26 megapixels take at the best quality."""


class _Header(enum.Enum):
    UNFINISHED = "unfinished"
    BROKEN = "broken"


class JpegCutter:
    """Finds them by their own markers (ITU-T T.81, annex B), not by what a server says of them.

    So it needs neither boundaries nor lengths, which cameras often send wrong, and a file is whole
    once its last byte is here. ``broken`` counts those that another one began within.
    """

    def __init__(self) -> None:
        self.broken = 0
        self._unread = bytearray()
        self._searched = 0

    def feed(self, chunk: bytes) -> list[bytes]:
        """The files that ``chunk`` completes, in order."""
        self._unread += chunk
        files = []
        while (file := self._next()) is not None:
            files.append(file)
        return files

    def _next(self) -> bytes | None:
        while self._has_start():
            scan = self._scan()
            if isinstance(scan, int):
                end = self._unread.find(EOI, max(scan, self._searched))
                other = self._unread.find(SOI, scan, len(self._unread) if end < 0 else end)
                if other < 0:
                    return self._until(end)
                self._drop(other)
            elif scan is _Header.BROKEN:
                self._drop(len(SOI))
            else:
                return None
        return None

    def _has_start(self) -> bool:
        """Whether the unread bytes begin with a file; what stands before it is let go."""
        start = self._unread.find(SOI)
        if start != 0:
            self._searched = 0
            del self._unread[: start if start > 0 else max(0, len(self._unread) - len(SOI) + 1)]
        return start >= 0

    def _scan(self) -> int | _Header:
        """Where the picture's own data begin: thumbnails stand in the segments before."""
        at = 2
        while at + 4 <= len(self._unread):
            if self._unread[at] != MARKER:
                return _Header.BROKEN
            after = at + 2 + int.from_bytes(self._unread[at + 2 : at + 4], "big")
            if self._unread[at + 1] == SCAN:
                return after
            at = after
        return _Header.UNFINISHED

    def _until(self, end: int) -> bytes | None:
        if end >= 0:
            file = bytes(self._unread[: end + len(EOI)])
            self._drop(len(file), broken=0)
            return file
        # Its start and the next one's may still be cut in two.
        self._searched = max(0, len(self._unread) - 1)
        if len(self._unread) > LARGEST:
            self._drop(len(self._unread))
        return None

    def _drop(self, count: int, broken: int = 1) -> None:
        self.broken += broken
        self._searched = 0
        del self._unread[:count]
