"""The right sound with what is seen, once each; and a booth that goes on without any."""

from __future__ import annotations

import logging
import math
import subprocess
import sys
import threading
import wave
from collections.abc import Callable
from dataclasses import dataclass, field

import miniaudio
import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from kiosk.booth.view import Countdown
from kiosk.domain.session import Delivered, Job, Printing, Shooting
from kiosk.ui.sounds.device import NoDevice
from kiosk.ui.sounds.mixer import RATE, Frames, Mixer, read_sounds
from kiosk.ui.sounds.sound import Sound
from kiosk.ui.sounds.speaker import IDLE_S, LOST_S, RETRY_S, Speaker
from tests.ui import samples
from tests.ui.conftest import ASSETS, SECOND, OpenStage

FOLDER = ASSETS / "sounds"

Until = Callable[[Callable[[], bool]], None]


@dataclass
class Listener:
    heard: list[str] = field(default_factory=list)

    def ready(self) -> None:
        self.heard.append("ready")

    def play(self, sound: Sound) -> None:
        self.heard.append(sound.value)

    def close(self) -> None:
        self.heard.append("closed")


def test_a_session_sounds_as_it_looks(open_stage: OpenStage) -> None:
    listener = Listener()
    stage = open_stage(player=listener)
    walk = dict(samples.walk(samples.CLASSIC, stage.clock.ns))
    stage.show(walk["attract"])
    assert listener.heard == []
    stage.show(walk["choose"])
    countdown = Countdown(1, stage.clock.ns + int(2.9 * SECOND), 3.0)
    shooting = samples.of(Shooting(samples.order()), countdown=countdown)
    stage.show(shooting)
    for left in (2, 1, 0):
        stage.clock.pass_seconds(0.99)
        stage.bot.waitUntil(lambda left=left: stage.screen.booth.shoot_model.seconds == left)
    sounds = ["ready", "tick", "tick", "last-tick", "shutter"]
    assert listener.heard == sounds
    picture = samples.picture()
    stage.show(samples.of(Printing(samples.order(), picture, Job("job", "p", 1, 7))))
    for _ in range(2):
        stage.show(samples.of(Delivered(samples.order(), picture), download_url=samples.URL))
    stage.show(walk["attract"])
    assert listener.heard == [*sounds, "done"]


class HandTime:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@dataclass
class HandDevice:
    frames: Frames
    closed: threading.Event = field(default_factory=threading.Event)

    def heard(self, until: Until) -> str:
        """What is played next, in whole."""
        blocks: list[bytes] = []

        def something() -> bool:
            blocks.append(self.frames.send(2 * RATE))
            return any(blocks[-1])

        until(something)
        sounds = read_sounds(FOLDER, 100)
        played = np.trim_zeros(np.frombuffer(blocks[-1], "<i2"), "b").tolist()
        names = (s.value for s in Sound if np.trim_zeros(sounds[s], "b").tolist() == played)
        return next(names, "something else")

    def close(self) -> None:
        self.closed.set()


class HandMachine:
    """Opens devices, one after another, or has none."""

    def __init__(self) -> None:
        self.there = True
        self.tried = 0
        self.devices: list[HandDevice] = []

    def __call__(self, frames: Frames) -> HandDevice:
        self.tried += 1
        if not self.there:
            raise NoDevice("none")
        self.devices.append(HandDevice(frames))
        return self.devices[-1]


@pytest.fixture
def until(qtbot: QtBot) -> Until:
    return lambda done: qtbot.waitUntil(done, timeout=3000)


def test_nothing_waits_for_a_device_that_takes_its_time(until: Until) -> None:
    opening, may_open = threading.Event(), threading.Event()
    machine, now = HandMachine(), HandTime()

    def open_slowly(frames: Frames) -> HandDevice:
        opening.set()
        may_open.wait(5)
        return machine(frames)

    speaker = Speaker(FOLDER, 100, open_slowly, now)
    speaker.ready()
    speaker.play(Sound.TICK)  # returns though nothing is open
    until(opening.is_set)
    now.now += 2 * LOST_S  # its numeral is gone when the device is there
    may_open.set()
    until(lambda: bool(machine.devices))
    speaker.play(Sound.SHUTTER)
    assert machine.devices[0].heard(until) == "shutter"
    speaker.close()
    assert machine.devices[0].closed.is_set()


def test_a_device_that_vanishes_is_found_again(
    until: Until, caplog: pytest.LogCaptureFixture
) -> None:
    machine, now = HandMachine(), HandTime()
    speaker = Speaker(FOLDER, 100, machine, now)
    speaker.ready()
    until(lambda: bool(machine.devices))
    machine.there = False
    now.now += LOST_S + 0.1
    with caplog.at_level(logging.INFO, logger="kiosk.ui.sounds"):
        until(machine.devices[0].closed.is_set)
        for tried in (2, 3):
            now.now += RETRY_S
            speaker.play(Sound.TICK)
            until(lambda tried=tried: machine.tried == tried)
        machine.there = True
        now.now += RETRY_S
        speaker.ready()
        until(lambda: len(machine.devices) == 2)
    assert [each.message.split(":")[0] for each in caplog.records] == [
        "sound device lost",
        "no sound",
    ]
    speaker.play(Sound.DONE)
    assert machine.devices[1].heard(until) == "done"
    speaker.close()


def test_an_idle_booth_lets_the_device_go_and_has_it_back_at_once(until: Until) -> None:
    machine, now = HandMachine(), HandTime()
    speaker = Speaker(FOLDER, 100, machine, now)
    speaker.ready()
    until(lambda: bool(machine.devices))
    now.now += IDLE_S + 0.1
    machine.devices[0].frames.send(RATE)
    until(machine.devices[0].closed.is_set)
    speaker.play(Sound.TICK)
    until(lambda: len(machine.devices) == 2)
    speaker.close()


def test_a_real_device_plays_what_it_is_given_to_its_end(until: Until) -> None:
    mixer = Mixer(read_sounds(FOLDER, 100))
    null = [miniaudio.Backend.NULL]
    device = miniaudio.PlaybackDevice(
        nchannels=1, sample_rate=RATE, buffersize_msec=30, backends=null
    )
    mixer.play(Sound.TICK)
    device.start(mixer.frames())
    until(lambda: mixer.silent)
    device.close()


def test_sounds_are_alike_in_loudness_and_begin_and_end_in_silence() -> None:
    loudest = {}
    for sound, samples_ in read_sounds(FOLDER, 100).items():
        with wave.open(str(FOLDER / f"{sound.value}.wav")) as file:
            assert (file.getframerate(), file.getsampwidth(), file.getnchannels()) == (RATE, 2, 1)
        assert np.abs(samples_[[0, 1, -2, -1]]).max() <= 8
        assert 3000 < np.abs(samples_.astype(int)).max() < 26_000
        assert samples_.size < 1.2 * RATE
        power = np.convolve((samples_ / 32768.0) ** 2, np.full(2880, 1 / 2880), "valid")
        loudest[sound] = 10 * math.log10(power.max())
    assert max(loudest.values()) - min(loudest.values()) < 3
    assert not np.any(read_sounds(FOLDER, 0)[Sound.TICK])


def test_two_sounds_at_once_do_not_wrap_round() -> None:
    loud = {sound: np.full(100, 30_000, np.int16) for sound in Sound}
    mixer = Mixer(loud)
    mixer.play(Sound.TICK)
    mixer.play(Sound.DONE)
    heard = np.frombuffer(mixer.frames().send(150), "<i2")
    assert set(heard[:100]) == {32767}
    assert not heard[100:].any()


def test_the_window_needs_no_sound_library() -> None:
    load = "import sys, kiosk.ui.window, kiosk.ui.sounds.speaker"
    code = f"{load}; sys.exit('miniaudio' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
