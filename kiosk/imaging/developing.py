"""Shots read from disk and cut for their slots, most of them before the print is composed."""

from __future__ import annotations

import threading
from collections import OrderedDict
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.order import Shot
from kiosk.domain.templates import Slot
from kiosk.imaging.evening import Light, light_of
from kiosk.imaging.fitting import cut_for
from kiosk.imaging.jpeg import SHRUNK, Pixels, read_pixels

KEPT = 8
"""One print's shots; the largest cut that a template can have is 13 MB, most are 2."""

SHARP = 1.5
"""So many times the pixels that are wanted must be read: shrunk to just those, a face is softer
than it is when all are read."""


@dataclass(frozen=True, eq=False)
class Developed:
    """``cut`` is the shot at its slot's size, BGR, as taken; nobody may change it."""

    cut: Pixels
    light: Light


class Developer:
    """Develops each shot once for each slot, from its file alone: whether that was done ahead
    changes no pixel. Safe for threads; one waits for what another is developing."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._lock = threading.Lock()
        self._kept = OrderedDict[tuple[Shot, Slot], Future[Developed]]()

    def develop(self, shot: Shot, slot: Slot) -> Developed:
        """Raises OSError where the shot's file can't be read; the next time it is read again."""
        key = (shot, slot)
        with self._lock:
            known = self._kept.get(key)
            future = known or Future[Developed]()
            self._kept[key] = future
            self._kept.move_to_end(key)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        if known is not None:
            return known.result()
        try:
            developed = _developed(self._data_dir / shot.path, shot, slot)
        except BaseException as error:
            with self._lock:
                self._kept.pop(key, None)
            future.set_exception(error)
            raise
        future.set_result(developed)
        return developed

    def forget(self) -> None:
        """A guest's pictures stay in memory no longer than they are of use."""
        with self._lock:
            self._kept.clear()


def _developed(file: Path, shot: Shot, slot: Slot) -> Developed:
    pixels = read_pixels(file, shrink_for(shot, slot.width, slot.height))
    return Developed(cut_for(slot, pixels), light_of(pixels))


def shrink_for(shot: Shot, width: int, height: int) -> int:
    """By how much the file may be shrunk as it is read where so many pixels are wanted of it."""
    spare = min(shot.width / width, shot.height / height) / SHARP
    return max((by for by in SHRUNK if by <= spare), default=1)
