"""Sounds as samples, mixed as a device asks for them."""

from __future__ import annotations

import threading
import time
import wave
from collections.abc import Callable, Generator, Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt

from kiosk.ui.sounds.sound import Sound

RATE = 48_000

Samples = npt.NDArray[np.int16]
"""Mono, RATE a second, from -32768 to 32767."""

Frames = Generator[bytes, int, None]
"""Sent how many samples are wanted, it yields these."""


def read_sounds(folder: Path, volume: int) -> dict[Sound, Samples]:
    """Each sound in ``folder``, at ``volume`` percent. Raises OSError or wave.Error."""
    return {sound: _read(folder / f"{sound.value}.wav", volume) for sound in Sound}


def _read(file: Path, volume: int) -> Samples:
    with wave.open(str(file)) as opened:
        raw = np.frombuffer(opened.readframes(opened.getnframes()), "<i2")
    share = (volume / 100) ** 2  # an ear hears the steps alike
    return (raw * share).astype(np.int16)


class Mixer:
    """``play`` may be called from any thread; the device runs ``frames`` on its own."""

    def __init__(
        self, sounds: Mapping[Sound, Samples], now: Callable[[], float] = time.monotonic
    ) -> None:
        self._sounds = sounds
        self._now = now
        self._lock = threading.Lock()
        self._playing: list[Samples] = []
        self._asked_at = now()

    def play(self, sound: Sound) -> None:
        with self._lock:
            self._playing.append(self._sounds[sound])

    def begin(self) -> None:
        """There is a device now."""
        with self._lock:
            self._asked_at = self._now()

    @property
    def unheard_s(self) -> float:
        """For how long the device has asked for nothing."""
        with self._lock:
            return self._now() - self._asked_at

    @property
    def silent(self) -> bool:
        with self._lock:
            return not self._playing

    def frames(self) -> Frames:
        """Begun already."""
        frames = self._frames()
        next(frames)
        return frames

    def _frames(self) -> Frames:
        count = yield b""
        while True:
            count = yield self._next(count).tobytes()

    def _next(self, count: int) -> Samples:
        mixed = np.zeros(count, np.int32)
        with self._lock:
            self._asked_at = self._now()
            for samples in self._playing:
                part = samples[:count]
                mixed[: part.size] += part
            self._playing = [rest for each in self._playing if (rest := each[count:]).size]
        return np.clip(mixed, -32768, 32767).astype(np.int16)
