"""The shots of one print made alike in exposure and white balance.

A booth's camera stands still, so most of what one shot shows the others show, too, at the same
place: what all those places say together is the light, not the clothes or the people. The shot of
middle brightness is what the others are made like.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.imaging.jpeg import Pixels

Floats = npt.NDArray[np.float64]

SMALL = (48, 32)
"""Width and height of the copy that is compared: what a guest's hair or a hand changes is a few
pixels there, and a print's shots are compared in a millisecond."""

SAMPLES = 10
"""So many pixels of the shot, across and down, make one of the copy: enough for noise to vanish,
and twenty times as fast as all of them."""

DARK, BRIGHT = 0.01, 0.9
"""Linear light between which a pixel tells of the exposure; beside it are noise and clipping."""

LEAST_SEEN = 0.1
"""Share of the pixels that must tell in both shots, or there is nothing to go by."""

MOST_EV = 0.5
MOST_TINT_EV = 0.08
"""How far one channel may go beside the others: six percent of linear light."""

TOO_LITTLE_EV = 0.04
"""A difference that nobody sees. Cameras and JPEG differ by as much between equal shots."""

SPREAD_EV = 0.5
"""Where the pixels disagree by so much, half of what they say is corrected: the shots show
different things."""

KNEE, LATEST = 0.6, 0.65
"""Linear light above which a gain gives way, after it and before it: faces and most walls are
below. Where it brightens, white stays white and nothing clips. Where it darkens, white takes half
of it: all would be grey paper, none a pink spot where a bright wall's red is at its end first."""

WEIGHTS = np.array([0.0722, 0.7152, 0.2126])  # of BGR in luminance, ITU-R BT.709

LINEAR = np.where(
    np.arange(256) <= 10,
    np.arange(256) / 255 / 12.92,
    ((np.arange(256) / 255 + 0.055) / 1.055) ** 2.4,
)
"""sRGB's levels as linear light, IEC 61966-2-1."""


@dataclass(frozen=True, eq=False)
class Light:
    """A small copy of a shot, linear light in BGR, shape (32, 48, 3)."""

    linear: Floats


@dataclass(frozen=True)
class Gain:
    """By how many stops each of BGR is brightened."""

    blue: float = 0.0
    green: float = 0.0
    red: float = 0.0


AS_TAKEN = Gain()


def light_of(shot: Pixels) -> Light:
    """``shot`` is BGR, as it was taken, of any size."""
    width, height = SMALL
    sampled = cv2.resize(shot, (width * SAMPLES, height * SAMPLES), interpolation=cv2.INTER_NEAREST)
    return Light(LINEAR[cv2.resize(sampled, SMALL, interpolation=cv2.INTER_AREA)])


def gains_for(lights: Sequence[Light]) -> tuple[Gain, ...]:
    """What makes each shot like the middle one. A black or a blown one stays as it is."""
    reference = _reference(lights)
    if reference is None:
        return (AS_TAKEN,) * len(lights)
    return tuple(_gain(light, reference) for light in lights)


def evened(cut: Pixels, gain: Gain) -> Pixels:
    """A copy of BGR ``cut``; the same array where the gain is none."""
    if gain == AS_TAKEN:
        return cut
    curves = [_curve(stops) for stops in (gain.blue, gain.green, gain.red)]
    return np.asarray(cv2.LUT(cut, np.stack(curves, axis=1)[:, None]), np.uint8)


def _reference(lights: Sequence[Light]) -> Light | None:
    usable = [light for light in lights if _telling(light).mean() >= LEAST_SEEN]
    if not usable:
        return None
    by_brightness = sorted(usable, key=lambda light: float(np.median(light.linear @ WEIGHTS)))
    return by_brightness[len(usable) // 2]


def _telling(light: Light) -> npt.NDArray[np.bool_]:
    return np.asarray(((light.linear > DARK) & (light.linear < BRIGHT)).all(axis=2))


def _gain(light: Light, reference: Light) -> Gain:
    both = _telling(light) & _telling(reference)
    if both.mean() < LEAST_SEEN:
        return AS_TAKEN
    stops = np.log2(reference.linear[both] / light.linear[both])
    middle = np.median(stops, axis=0)
    spread = float(np.median(np.abs(stops @ WEIGHTS - middle @ WEIGHTS)))
    trust = 1 / (1 + (spread / SPREAD_EV) ** 2)
    exposure = float(middle @ WEIGHTS)
    tint = np.clip((middle - exposure) * trust, -MOST_TINT_EV, MOST_TINT_EV)
    wanted = np.clip(exposure * trust, -MOST_EV, MOST_EV) + tint
    if np.abs(wanted).max() < TOO_LITTLE_EV:
        return AS_TAKEN
    return Gain(*(float(stop) for stop in wanted))


def _curve(stops: float) -> Pixels:
    """256 levels to 256 levels: a gain in linear light up to the knee, from there a smooth way
    to white that never turns back (Gregory and Delbourgo's rational quadratic)."""
    gain = 2.0**stops
    start = min(KNEE / gain, LATEST)
    knee, white = start * gain, min(gain**0.5, 1.0)
    part = np.clip((LINEAR - start) / (1 - start), 0, 1)
    slope = (white - knee) / (1 - start)
    last = min(slope, 1 / gain)
    bend = part * (1 - part)
    way = (slope * part**2 + gain * bend) / (slope + (gain + last - 2 * slope) * bend)
    light = np.where(part > 0, knee + (white - knee) * way, LINEAR * gain)
    return _srgb(light)


def _srgb(light: Floats) -> Pixels:
    curved = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return np.asarray(np.rint(curved * 255).clip(0, 255), np.uint8)
