"""How different two colours look: CIEDE2000 (CIE 142-2001), written from Sharma, Wu and Dalal,
"The CIEDE2000 color-difference formula" (2005), for sRGB under D65."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from kiosk.imaging.jpeg import Pixels

Numbers = npt.NDArray[np.float64]

WHITE = np.array((0.95047, 1.0, 1.08883))  # D65, 2°
TO_XYZ = np.array(
    (
        (0.4124564, 0.3575761, 0.1804375),
        (0.2126729, 0.7151522, 0.0721750),
        (0.0193339, 0.1191920, 0.9503041),
    )
)


def lab(bgr: Pixels | Numbers) -> Numbers:
    share = np.asarray(bgr, np.float64)[..., ::-1] / 255
    light = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    xyz = light @ TO_XYZ.T / WHITE
    root = np.where(xyz > (6 / 29) ** 3, np.cbrt(xyz), xyz / (3 * (6 / 29) ** 2) + 4 / 29)
    x, y, z = np.moveaxis(root, -1, 0)
    return np.stack((116 * y - 16, 500 * (x - y), 200 * (y - z)), axis=-1)


def delta_e(one: Numbers, other: Numbers) -> Numbers:
    """Of two arrays of L*, a*, b*."""
    (l1, a1, b1), (l2, a2, b2) = np.moveaxis(one, -1, 0), np.moveaxis(other, -1, 0)
    mean_c7 = ((np.hypot(a1, b1) + np.hypot(a2, b2)) / 2) ** 7
    grow = 1 + 0.5 * (1 - np.sqrt(mean_c7 / (mean_c7 + 25.0**7)))
    c1, c2 = np.hypot(grow * a1, b1), np.hypot(grow * a2, b2)
    h1, h2 = _hue(grow * a1, b1), _hue(grow * a2, b2)
    grey = c1 * c2 == 0
    turn = np.where(grey, 0, (h2 - h1 + 180) % 360 - 180)
    far = np.abs(h1 - h2) > 180
    mean_h = np.where(grey, h1 + h2, (h1 + h2 + np.where(far, 360, 0)) / 2)
    dl, dc, dh = l2 - l1, c2 - c1, 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2))
    return _weighed(dl, dc, dh, (l1 + l2) / 2, (c1 + c2) / 2, mean_h)


def _hue(a: Numbers, b: Numbers) -> Numbers:
    return np.degrees(np.arctan2(b, a)) % 360


def _weighed(
    dl: Numbers, dc: Numbers, dh: Numbers, mean_l: Numbers, mean_c: Numbers, mean_h: Numbers
) -> Numbers:
    t = 1 - 0.17 * _cos(mean_h - 30) + 0.24 * _cos(2 * mean_h)
    t += 0.32 * _cos(3 * mean_h + 6) - 0.20 * _cos(4 * mean_h - 63)
    off = (mean_l - 50) ** 2
    in_l = dl / (1 + 0.015 * off / np.sqrt(20 + off))
    in_c = dc / (1 + 0.045 * mean_c)
    in_h = dh / (1 + 0.015 * mean_c * t)
    blue = 30 * np.exp(-(((mean_h - 275) / 25) ** 2))
    twist = -np.sin(np.radians(2 * blue)) * 2 * np.sqrt(mean_c**7 / (mean_c**7 + 25.0**7))
    return np.sqrt(in_l**2 + in_c**2 + in_h**2 + twist * in_c * in_h)


def _cos(degrees: Numbers) -> Numbers:
    return np.cos(np.radians(degrees))
