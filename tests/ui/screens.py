"""Every screen in two languages, upright and across, to be looked at: ``./dev screens``.

python -m tests.ui.screens OUTDIR [--docs]     one page (index.html) and one picture of them all;
                                               --docs renews docs/screens.jpg and docs/staff.jpg

Needs a display, as the gallery does.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

from PIL import Image
from PySide6.QtGui import QImage

from kiosk.ui.language import Language
from kiosk.ui.settings import ScreenSettings
from tests.ui import samples
from tests.ui.contact_sheet import Tile, contact_sheet, row_of
from tests.ui.gallery import guests, staffs
from tests.ui.journeys import journey_of
from tests.ui.studio import ASSETS, EVENT, Studio

HERE = Path(__file__).parent
DOCS = HERE.parents[1] / "docs"
ORIENTATIONS = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
QUALITY = 82
GUESTS = (
    *("attract", "choose-copies", "pay-picking", "pay-several"),
    *("shoot-1", "arrange-looks", "takehome"),
)
STAFF = ("pin", "home-ill", "till-claim", "waits", "sessions", "camera", "event")


@dataclass(frozen=True)
class Shown:
    """One picture of the page. ``file`` is beside it."""

    name: str
    journey: str
    staff: bool
    orientation: str
    language: str
    file: str


def photograph(folder: Path, orientation: str) -> Iterator[Shown]:
    """Opens the window and takes each screen in each language."""
    settings = ScreenSettings(
        full_screen=False,
        size=ORIENTATIONS[orientation],
        event=EVENT,
        reduced_motion=True,
    )
    with Studio(folder / "samples", settings) as studio, ThreadPoolExecutor(1) as files:
        language = studio.screen.language
        saved: list[Future[None]] = []
        for staff, names in (
            (False, guests(studio, samples.CLASSIC)),
            (True, staffs(studio)),
        ):
            for numbered in names:
                name = numbered.removeprefix("staff-").split("-", 1)[1]
                for _ in Language:
                    file = f"{orientation}-{numbered}-{language.code}.jpg"
                    saved.append(files.submit(save, studio.picture(), folder / file))
                    journey = journey_of(name, staff)
                    yield Shown(name, journey, staff, orientation, language.code, file)
                    language.switch()
        for each in saved:
            each.result()


def save(image: QImage, file: Path) -> None:
    if not image.save(str(file), quality=QUALITY):
        raise OSError(f"{file} cannot be written")


def write_page(folder: Path, shown: Iterable[Shown]) -> Path:
    page = (HERE / "screens.html").read_text()
    screens = json.dumps([asdict(each) for each in shown]).replace("</", "<\\/")
    for font in (ASSETS / "fonts").glob("*.ttf"):
        shutil.copy(font, folder)
    file = folder / "index.html"
    file.write_text(page.replace("/*SCREENS*/ []", screens))
    return file


def write_docs(folder: Path, shown: Sequence[Shown]) -> None:
    """For the README: the walk through one session, and the staff's room."""
    for staff, names, row in ((False, GUESTS, "screens.jpg"), (True, STAFF, "staff.jpg")):
        files = {
            each.name: each.file
            for each in shown
            if (each.staff, each.orientation, each.language) == (staff, "portrait", "id")
        }
        row_of([Image.open(folder / files[name]) for name in names]).save(DOCS / row, quality=88)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--docs", action="store_true")
    options = parser.parse_args()
    out: Path = options.out
    out.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    shown = [each for orientation in ORIENTATIONS for each in photograph(out, orientation)]
    page = write_page(out, shown)
    tiles = [Tile(out / s.file, s.name, s.journey, s.language) for s in shown]
    contact_sheet(tiles).save(out / "contact-sheet.png")
    if options.docs:
        write_docs(out, shown)
    seconds = time.monotonic() - began
    sys.stdout.write(f"{len(shown)} pictures in {seconds:.0f} s: {page}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
