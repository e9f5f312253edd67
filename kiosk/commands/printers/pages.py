"""``kiosk printers test``: a page on paper, or the reason why not."""

from __future__ import annotations

from typing import Annotated

import typer

from kiosk.booth.staff.pace import StaffPace
from kiosk.booth.staff.paging import Paging
from kiosk.booth.staff.view import Outcome, Task
from kiosk.clock import RandomKeys, SystemClock
from kiosk.commands.common import (
    CONFIG_FILE,
    DATA_DIR,
    AsJson,
    ConfigFile,
    DataDir,
    answer,
    mirror_in,
    settings,
    told,
)
from kiosk.commands.printers.naming import WHO, named
from kiosk.domain.errors import KioskError
from kiosk.imaging.pages import Pages
from kiosk.resources import assets
from kiosk.wiring.printing import pool_of, printers_of

PAGES = {Task.TEST_PAGE: "test page", Task.CALIBRATION_PAGE: "calibration page"}


def print_page(
    name: str,
    calibration: Annotated[
        bool, typer.Option("--calibration", help="With rulers, to calibrate by.")
    ] = False,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Prints a test page and waits for its end, two minutes at most."""
    with told(), mirror_in(data_dir) as mirror:
        printer = named(mirror, name)
        chosen = settings(config, data_dir)
        looks = {look.printer.id: look for look in pool_of(chosen, mirror).refresh()}
        look = looks[printer.id]
        if look.status is None:
            raise KioskError(f"{name}: {look.problem}; {look.remedy}")
        if look.waiting:
            # The printer's own counter would take the page for one of theirs.
            raise KioskError(f"{name} has guests' prints waiting: try again when they are out")
        paging = Paging(
            printers_of(chosen),
            mirror.printers,
            Pages(assets()),
            SystemClock(),
            RandomKeys(),
            StaffPace(),
        )
        page = Task.CALIBRATION_PAGE if calibration else Task.TEST_PAGE
        ending = paging.print(printer, look.media, page)
        if ending.outcome is Outcome.PRINT_FAILED:
            raise KioskError(f"{name}: the {PAGES[page]} is not out: {ending.detail}")
        what = f"{PAGES[page]} printed"
        mirror.audit_log.write(WHO, what, {"printer": name}, SystemClock().now())
        answer({"printed": name}, as_json=as_json, text=lambda: f"{name} printed a {PAGES[page]}.")
