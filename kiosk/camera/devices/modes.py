"""Which mode of a device is taken: what is asked for in turn, and what the driver makes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

MJPG = "MJPG"
UNCOMPRESSED = ("YUYV", "NV12")
READABLE = (MJPG, "JPEG", *UNCOMPRESSED, "UYVY", "YVYU", "NV21", "YU12", "YV12", "BGR3", "RGB3")
"""Four-letter codes, as in linux/videodev2.h, that OpenCV makes BGR of."""

USUAL_SIZES = ((1920, 1080), (1280, 960), (1280, 720), (800, 600), (640, 480))
FAST_ENOUGH = 0.8
"""Of the wanted rate. Below, the live picture stutters: a smaller one that doesn't is better."""


@dataclass(frozen=True)
class Mode:
    """``fps`` is 0 where the driver does not say."""

    width: int
    height: int
    fps: float
    code: str

    def __str__(self) -> str:
        rate = f" at {self.fps:g} fps" if self.fps else ""
        return f"{self.width}×{self.height} {self.code}{rate}"

    @property
    def area(self) -> int:
        return self.width * self.height

    @property
    def is_readable(self) -> bool:
        return self.code in READABLE

    def is_fast(self, wanted: Mode) -> bool:
        return not self.fps or self.fps >= FAST_ENOUGH * wanted.fps

    def keeps(self, asked: Mode) -> bool:
        """Whether it is what was asked; more pictures than that do no harm."""
        same = (self.width, self.height, self.code) == (asked.width, asked.height, asked.code)
        return same and self.is_fast(asked)


class NoMode(Exception):
    """``offers`` is what the driver gave in place of what was asked."""

    def __init__(self, offers: tuple[Mode, ...]) -> None:
        super().__init__(", ".join(map(str, offers)) or "nothing at all")
        self.offers = offers


Ask = Callable[[Mode], Mode | None]
"""Sets a mode and gives back the one that its pictures really have; None where it is refused."""


def negotiate(wanted: Mode, ask: Ask) -> Mode:
    """The first mode that is given as it was asked, or else the best of those that were given.

    It is set when this returns. Raises NoMode. ``wanted.code`` does not count: MJPG is asked first,
    because uncompressed full pictures don't go through USB 2 at 30 a second.
    """
    given: list[tuple[Mode, Mode]] = []
    for asked in candidates(wanted):
        got = ask(asked)
        if got is None:
            continue
        if got.keeps(asked):
            return got
        given.append((got, asked))
    usable = [pair for pair in given if pair[0].is_readable]
    if not usable:
        raise NoMode(tuple(dict.fromkeys(got for got, _ in given)))
    best, asked = max(usable, key=lambda pair: _worth(pair[0], wanted))
    return ask(asked) or best


def candidates(wanted: Mode) -> Iterator[Mode]:
    """In the order of asking: MJPG before uncompressed, the wanted size before smaller ones."""
    sizes = [(wanted.width, wanted.height)]
    sizes += [size for size in USUAL_SIZES if size[0] * size[1] < wanted.area]
    for code in (MJPG, *UNCOMPRESSED):
        for width, height in sizes:
            yield replace(wanted, width=width, height=height, code=code)


def _worth(given: Mode, wanted: Mode) -> tuple[bool, int, bool]:
    return given.is_fast(wanted), min(given.area, wanted.area), given.code == MJPG
