"""The machine's sound device."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from kiosk.ui.sounds.mixer import RATE, Frames

BUFFER_MS = 30
CARDS = Path("/dev/snd")
APP = "kiosk"


class NoDevice(Exception):
    """Nothing here makes a sound now."""


class Device(Protocol):
    def close(self) -> None: ...


OpenDevice = Callable[[Frames], Device]


def open_device(frames: Frames) -> Device:
    """Plays ``frames`` on the default device. May take a second. Raises NoDevice.

    Where there is neither none is looked for: ALSA would write a page to standard error.
    """
    if not _has_card() and not _has_server():
        raise NoDevice("there is no sound card")
    import miniaudio  # not needed before the first guest

    try:
        device = miniaudio.PlaybackDevice(
            output_format=miniaudio.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=RATE,
            buffersize_msec=BUFFER_MS,
            backends=[miniaudio.Backend.PULSEAUDIO, miniaudio.Backend.ALSA],
            app_name=APP,
        )
        device.start(frames)
    except miniaudio.MiniaudioError as error:
        raise NoDevice(str(error)) from None
    opened: Device = device
    return opened


def _has_card() -> bool:
    return any(CARDS.glob("pcm*p"))


def _has_server() -> bool:
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return "PULSE_SERVER" in os.environ or (
        runtime is not None and (Path(runtime) / "pulse" / "native").exists()
    )
