"""Computes the looks that ship with the booth: ``python assets/looks/make_looks.py [FOLDER]``.

Every look is a few decisions about tones and colours in OKLab (Björn Ottosson, 2020), where equal
steps look equal, and is read off at 25 × 25 × 25 colours. Prints are dye-sub on white paper: no
look makes black blacker than the paper can or white whiter than it is, and skin keeps its hue.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

SIZE = 25
SKIN_HUE, SKIN_WIDTH = 55.0, 34.0
"""Degrees in OKLab. Skin of every tone lies between 40 and 70."""

SKIN_KEPT = 0.7
"""Share of a tint or a turn, or of what colour is lost, that skin is spared: in full it makes
faces ashen, green or sunburnt, the dark ones first."""

VIVID_KEPT = 0.6
"""Share of the change in tone that the most colourful are spared: they can't be made lighter."""

MIDDLE, CUT = 0.65, 0.1

TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


@dataclass(frozen=True)
class Hue:
    """What happens to colours around ``at`` degrees: red 29, yellow 110, green 142, cyan 195,
    blue 264, magenta 328."""

    at: float
    width: float
    saturation: float = 1.0
    turn: float = 0.0
    lighter: float = 0.0


@dataclass(frozen=True)
class Look:
    """``black`` and ``white`` are where the tones begin and end, ``brightness`` lifts the
    middle, ``contrast`` steepens it. ``shadows`` and ``lights`` are added to a and b. ``mix`` is
    how much of linear red, green and blue makes the grey of a black-and-white look."""

    name: str
    title: str
    black: float = 0.0
    white: float = 1.0
    brightness: float = 0.0
    contrast: float = 0.0
    saturation: float = 1.0
    shadows: tuple[float, float] = (0.0, 0.0)
    lights: tuple[float, float] = (0.0, 0.0)
    hues: tuple[Hue, ...] = ()
    mix: tuple[float, float, float] | None = None


LOOKS = (
    Look(  # dusk: gold in the light, plum in the shadows
        "senja",
        "Senja",
        black=0.06,
        white=0.99,
        brightness=0.04,
        contrast=0.16,
        saturation=1.02,
        shadows=(0.020, -0.034),
        lights=(0.014, 0.040),
        hues=(Hue(142, 60, 0.7, -22), Hue(250, 60, 0.75, 14), Hue(90, 40, 1.1, -8)),
    ),
    Look(  # coffee with milk: cream and brown, little else
        "kopi-susu",
        "Kopi Susu",
        black=0.12,
        white=0.975,
        contrast=0.08,
        saturation=0.52,
        shadows=(0.018, 0.026),
        lights=(0.006, 0.032),
        hues=(Hue(142, 80, 0.5, -24), Hue(255, 80, 0.4), Hue(25, 30, 0.9)),
    ),
    Look(  # jasmine: airy, clean, a breath of pink
        "melati",
        "Melati",
        black=0.08,
        white=1.0,
        brightness=0.36,
        contrast=0.03,
        saturation=0.84,
        shadows=(0.004, -0.016),
        lights=(0.012, -0.008),
        hues=(Hue(142, 60, 0.85, 10), Hue(25, 30, 0.9, lighter=0.01)),
    ),
    Look(  # beach: turquoise and sun
        "pantai",
        "Pantai",
        black=0.03,
        white=1.0,
        brightness=0.14,
        contrast=0.16,
        saturation=1.14,
        shadows=(-0.030, -0.022),
        lights=(-0.014, -0.004),
        hues=(Hue(228, 62, 1.0, -10, 0.02), Hue(142, 60, 1.0, 14)),
    ),
    Look(  # cassette: green blacks that have faded, rose in the light
        "kaset",
        "Kaset",
        black=0.17,
        white=0.965,
        brightness=-0.03,
        contrast=0.2,
        saturation=0.82,
        shadows=(-0.030, 0.006),
        lights=(0.026, 0.010),
        hues=(Hue(25, 35, 1.12), Hue(142, 60, 0.8, 12), Hue(264, 60, 0.85, -20)),
    ),
    Look(  # night: deep and blue, faces stay warm
        "malam",
        "Malam",
        black=0.04,
        white=0.98,
        brightness=-0.2,
        contrast=0.24,
        saturation=0.94,
        shadows=(-0.026, -0.056),
        lights=(-0.012, -0.022),
        hues=(Hue(142, 60, 0.7, 20), Hue(255, 60, 0.95)),
    ),
    Look(  # black and white, strong
        "hitam-putih",
        "Hitam Putih",
        black=0.02,
        white=0.995,
        brightness=-0.08,
        contrast=0.32,
        mix=(0.42, 0.48, 0.10),
    ),
    Look(  # silver: black and white, bright and soft
        "perak",
        "Perak",
        black=0.12,
        white=1.0,
        brightness=0.05,
        contrast=0.12,
        mix=(0.50, 0.42, 0.08),
    ),
)


def table_of(look: Look) -> Floats:
    """Shape (25³, 3), sRGB, red changing fastest."""
    steps = np.linspace(0, 1, SIZE)
    blue, green, red = np.meshgrid(steps, steps, steps, indexing="ij")
    rgb = np.stack((red, green, blue), axis=-1).reshape(-1, 3)
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    if look.mix is not None:
        grey = np.cbrt(linear @ np.array(look.mix))
        return _srgb(np.repeat(_toned(grey, look)[:, None] ** 3, 3, axis=1))
    lightness, a, b = (np.cbrt(linear @ TO_LMS.T) @ TO_LAB.T).T
    chroma, hue = np.hypot(a, b), np.degrees(np.arctan2(b, a)) % 360
    skin = _near(hue, SKIN_HUE, SKIN_WIDTH)
    coloured, vivid = np.clip(chroma / 0.07, 0, 1), VIVID_KEPT * np.clip(chroma / 0.3, 0, 1) ** 2
    turned, scale = hue.copy(), 1 + (look.saturation - 1) * (1 - SKIN_KEPT * skin)
    for change in look.hues:
        share = _near(hue, change.at, change.width) * (1 - SKIN_KEPT * skin)
        turned += share * change.turn
        scale *= 1 + share * (change.saturation - 1)
        lightness = lightness + share * coloured * change.lighter
    tones = lightness + (_toned(np.clip(lightness, 0, 1), look) - lightness) * (1 - vivid)
    chroma = chroma * scale
    tint = 4 * tones * (1 - tones) * (1 - SKIN_KEPT * skin * coloured)
    low, high = tint * (1 - tones), tint * tones
    a = chroma * np.cos(np.radians(turned)) + low * look.shadows[0] + high * look.lights[0]
    b = chroma * np.sin(np.radians(turned)) + low * look.shadows[1] + high * look.lights[1]
    return _srgb(_within(tones, a, b))


def _toned(lightness: Floats, look: Look) -> Floats:
    bright = lightness + look.brightness * lightness * (1 - lightness)
    steep = bright + look.contrast * 4 * bright * (1 - bright) * (bright - 0.5)
    return np.asarray(look.black + (look.white - look.black) * steep)


def _near(hue: Floats, at: float, width: float) -> Floats:
    """1 at the hue, 0 from ``width`` degrees beside it, a smooth bell between."""
    away = np.abs((hue - at + 180) % 360 - 180) / width
    return np.where(away < 1, (1 - np.clip(away, 0, 1) ** 2) ** 2, 0.0)


def _within(lightness: Floats, a: Floats, b: Floats) -> Floats:
    """Linear RGB. Colours that sRGB has not are moved towards a middle grey until it nearly has
    them, and what is still below 0 is cut off. Around blue the way to grey runs along the border:
    went it all the way, two blues side by side would end far apart."""
    least, most = np.zeros_like(lightness), np.ones_like(lightness)
    for _ in range(24):
        share = (least + most) / 2
        linear = _linear(MIDDLE + (lightness - MIDDLE) * share, a * share, b * share)
        inside = ((linear >= -CUT) & (linear <= 1)).all(axis=1)
        least, most = np.where(inside, share, least), np.where(inside, most, share)
    return _linear(MIDDLE + (lightness - MIDDLE) * least, a * least, b * least)


def _linear(lightness: Floats, a: Floats, b: Floats) -> Floats:
    lab = np.stack((lightness, a, b), axis=1)
    return np.asarray((lab @ np.linalg.inv(TO_LAB).T) ** 3 @ np.linalg.inv(TO_LMS).T)


def _srgb(linear: Floats) -> Floats:
    linear = np.clip(linear, 0, 1)
    return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for look in LOOKS:
        head = f'TITLE "{look.title}"\nLUT_3D_SIZE {SIZE}\n'
        rows = "".join("{:.5f} {:.5f} {:.5f}\n".format(*row) for row in table_of(look))
        (folder / f"{look.name}.cube").write_text(head + rows, encoding="utf-8")


if __name__ == "__main__":
    main()
