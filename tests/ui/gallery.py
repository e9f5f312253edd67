"""Every screen as a picture:  python -m tests.ui.gallery OUTDIR [--size 1080x1920] [--only pay]

The staff's are named ``staff-…``; ``--only staff`` takes these alone.

Needs a display (``xvfb-run -s '-screen 0 1920x1920x24'``). The clip stands before the camera.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from kiosk.domain.order import Package
from kiosk.ui.language import Language
from kiosk.ui.settings import LensEdge, ScreenSettings
from tests.ui import samples, staff_samples
from tests.ui.studio import EVENT, Studio


def guests(studio: Studio, package: Package, only: str = "") -> Iterator[str]:
    """Shows one guest screen after the other and gives their names."""
    for place, (name, _) in enumerate(samples.walk(package, 0)):
        if only in name:
            studio.show(name, dict(samples.walk(package, time.monotonic_ns()))[name])
            yield f"{place:02}-{name}"


def staffs(studio: Studio, only: str = "") -> Iterator[str]:
    """The same for the staff's."""
    for place, scene in enumerate(staff_samples.scenes(time.monotonic_ns())):
        name = f"staff-{place:02}-{scene.name}"
        if only in name:
            studio.enter(scene)
            yield name


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", default="1080x1920")
    parser.add_argument("--only", default="")
    parser.add_argument("--lens", default="top")
    parser.add_argument("--package", default="classic")
    parser.add_argument("--language", default="id")
    parser.add_argument("--diagonal", type=float, default=21.5)
    parser.add_argument("--lowered", action="store_true")
    parser.add_argument("--accent")
    parser.add_argument("--highlight")
    parser.add_argument("--logo", type=Path)
    options = parser.parse_args()
    width, height = map(int, options.size.split("x"))
    package: Package = next(p for p in samples.PACKAGES if p.key == options.package)
    settings = ScreenSettings(
        full_screen=False,
        size=(width, height),
        lens_edge=LensEdge(options.lens),
        event=EVENT,
        language=Language(options.language),
        diagonal_in=options.diagonal,
        accent=options.accent,
        highlight=options.highlight,
        logo=options.logo,
        reduced_motion=True,
    )
    with Studio(options.out, settings) as studio:
        if options.lowered:
            studio.screen.booth.reach.change()
        for name in chain(guests(studio, package, options.only), staffs(studio, options.only)):
            file = options.out / f"{name}.png"
            studio.picture().save(str(file))
            sys.stdout.write(f"{file}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
