"""Plays sounds on a thread of its own, where a device may take its time to open or to fail."""

from __future__ import annotations

import logging
import threading
import time
import wave
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from kiosk.ui.sounds.sound import Sound

if TYPE_CHECKING:
    from kiosk.ui.sounds.device import Device, OpenDevice
    from kiosk.ui.sounds.mixer import Mixer

LATE_S = 0.25  # a sound that comes later than its twin is left out
IDLE_S = 10.0  # without a sound for so long the device is let go
LOST_S = 1.0  # a device that takes nothing for so long is gone
LOOK_S = 0.5
RETRY_S = 5.0
CLOSE_PATIENCE_S = 1.0

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Ask:
    """``sound`` is None where the device is only to be made ready."""

    sound: Sound | None
    at: float


class Speaker:
    """Files in ``folder``, at ``volume`` percent. Nothing is read or imported before ``ready``."""

    def __init__(
        self,
        folder: Path,
        volume: int,
        open_device: OpenDevice | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._folder = folder
        self._volume = volume
        self._open_device = open_device
        self._now = now
        self._asks: SimpleQueue[Ask | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._device: Device | None = None
        self._mixer: Mixer | None = None
        self._used_at = self._tried_at = -RETRY_S
        self._missed = False

    def ready(self) -> None:
        self._ask(None)

    def play(self, sound: Sound) -> None:
        self._ask(sound)

    def close(self) -> None:
        thread, self._thread = self._thread, None
        self._asks.put(None)
        if thread is not None:
            thread.join(CLOSE_PATIENCE_S)

    def _ask(self, sound: Sound | None) -> None:
        self._asks.put(Ask(sound, self._now()))
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="speaker", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        try:
            while True:
                with suppress(Empty):
                    ask = self._asks.get(timeout=LOOK_S if self._device else None)
                    if ask is None:
                        return
                    self._serve(ask)
                self._look_after()
        except (OSError, wave.Error) as error:
            log.warning("no sound: its files cannot be read: %s", error)
        finally:
            self._let_go()

    def _serve(self, ask: Ask) -> None:
        if self._device is None and self._now() - self._tried_at >= RETRY_S:
            self._open()
        if self._mixer is not None:
            self._used_at = self._now()
            if ask.sound is not None and self._now() - ask.at < LATE_S:
                self._mixer.play(ask.sound)

    def _open(self) -> None:
        from kiosk.ui.sounds.device import NoDevice, open_device
        from kiosk.ui.sounds.mixer import Mixer, read_sounds

        self._tried_at = self._now()
        mixer = Mixer(read_sounds(self._folder, self._volume), self._now)
        try:
            device = (self._open_device or open_device)(mixer.frames())
        except NoDevice as why:
            if not self._missed:
                log.info("no sound: %s", why)
            self._missed = True
            return
        mixer.begin()
        self._device, self._mixer, self._missed = device, mixer, False

    def _look_after(self) -> None:
        if self._mixer is None:
            return
        if self._mixer.unheard_s > LOST_S:
            log.warning("sound device lost")
            self._let_go()
        elif self._mixer.silent and self._now() - self._used_at > IDLE_S:
            self._let_go()
            self._tried_at = -RETRY_S

    def _let_go(self) -> None:
        device, self._device, self._mixer = self._device, None, None
        if device is not None:
            device.close()
