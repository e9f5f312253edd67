"""Draws the booth's four sounds into assets/sounds:  python assets/make_sounds.py

A struck bar of wood for the ticks and the end, a curtain for the shutter. 48 kHz, 16 bits, mono.
"""

from __future__ import annotations

import sys
import wave
from pathlib import Path

import numpy as np

RATE = 48_000
FOLDER = Path(__file__).parent / "sounds"
LOUDNESS_DB = -20.0  # of the loudest 60 ms, as an ear weighs them
WINDOW_S = 0.06
MOST_PEAK_DB = -2.0
SEED = 7

Wave = np.ndarray
"""Samples from -1 to 1, float64."""

BAR = ((1.0, 1.0, 1.0), (3.93, 0.28, 0.35), (9.5, 0.07, 0.12))
"""A marimba bar's partials: pitch, strength and how long, all to the first's."""


def silence(seconds: float) -> Wave:
    return np.zeros(round(seconds * RATE))


def struck(pitch: float, ring_s: float, seconds: float) -> Wave:
    """A bar of ``pitch`` Hz that falls to a third in ``ring_s``."""
    t = np.arange(round(seconds * RATE)) / RATE
    partials = (
        strength * np.sin(2 * np.pi * pitch * ratio * t) * np.exp(-t / (ring_s * lasting))
        for ratio, strength, lasting in BAR
        if pitch * ratio < 0.4 * RATE
    )
    return sum(partials) * softly(t, 0.003) * softly(t[::-1], 0.3 * seconds)


def curtain(seed: int, seconds: float, ring_s: float, low: float, high: float) -> Wave:
    """A breath of noise between ``low`` and ``high`` Hz, over a small thud."""
    t = np.arange(round(seconds * RATE)) / RATE
    noise = np.fft.rfft(np.random.default_rng(seed).standard_normal(t.size))
    pitch = np.fft.rfftfreq(t.size, 1 / RATE)
    band = np.exp(-0.5 * (np.log2(np.maximum(pitch, 1) / np.sqrt(low * high)) / 0.9) ** 2)
    breath = np.fft.irfft(noise * band, t.size)
    thud = 0.16 * np.sin(2 * np.pi * 190 * t) * np.exp(-t / 0.02)
    sound = breath / np.abs(breath).max() * np.exp(-t / ring_s) + thud
    return sound * softly(t, 0.0015) * softly(t[::-1], 0.02)


def softly(t: Wave, attack_s: float) -> Wave:
    """Rises from nothing, so that nothing cracks; with time turned round it falls to nothing."""
    return 0.5 - 0.5 * np.cos(np.pi * np.minimum(1, t / attack_s))


def together(*parts: tuple[float, Wave]) -> Wave:
    """Each part from its second on."""
    length = max(round(start * RATE) + part.size for start, part in parts)
    whole = np.zeros(length)
    for start, part in parts:
        first = round(start * RATE)
        whole[first : first + part.size] += part
    return whole


def tick() -> Wave:
    return struck(698.5, 0.045, 0.22)


def last_tick() -> Wave:
    return struck(1046.5, 0.085, 0.42)


def shutter() -> Wave:
    opens = curtain(SEED, 0.09, 0.016, 1500, 4800)
    closes = curtain(SEED + 1, 0.16, 0.026, 1100, 3600)
    return together((0, opens), (0.075, closes))


def done() -> Wave:
    notes = ((0.0, 523.25), (0.11, 659.26), (0.22, 783.99), (0.36, 1046.5))
    return together(*((start, struck(pitch, 0.16, 0.75)) for start, pitch in notes))


def loudness(sound: Wave) -> float:
    """Of the loudest moment, in dB below full scale: mean square after the A curve (IEC 61672)."""
    padded = np.concatenate([sound, silence(WINDOW_S)])
    f2 = np.fft.rfftfreq(padded.size, 1 / RATE) ** 2
    a = 12194**2 * f2**2 / ((f2 + 20.6**2) * (f2 + 12194**2))
    a /= np.sqrt((f2 + 107.7**2) * (f2 + 737.9**2))
    heard = np.fft.irfft(np.fft.rfft(padded) * a * 10**0.1, padded.size)
    window = round(WINDOW_S * RATE)
    power = np.convolve(heard**2, np.full(window, 1 / window), "valid").max()
    return float(10 * np.log10(power))


def finished(sound: Wave) -> Wave:
    """As loud as the others, and never beyond the highest peak."""
    sound = sound * 10 ** ((LOUDNESS_DB - loudness(sound)) / 20)
    most = 10 ** (MOST_PEAK_DB / 20)
    return most * np.tanh(sound / most)


def save(sound: Wave, file: Path) -> None:
    with wave.open(str(file), "wb") as opened:
        opened.setparams((1, 2, RATE, 0, "NONE", ""))
        opened.writeframes(np.round(sound * 32767).astype("<i2").tobytes())


def main() -> int:
    FOLDER.mkdir(exist_ok=True)
    sounds = {"tick": tick, "last-tick": last_tick, "shutter": shutter, "done": done}
    for name, make in sounds.items():
        made = finished(make())
        save(made, FOLDER / f"{name}.wav")
        peak = 20 * np.log10(np.abs(made).max())
        line = f"{name}: {made.size / RATE:.2f} s, {loudness(made):.1f} dB, peak {peak:.1f} dB\n"
        sys.stdout.write(line)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
