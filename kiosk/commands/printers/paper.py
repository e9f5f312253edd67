"""``kiosk printers load`` and ``calibrate``: what staff tell of a printer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from kiosk.booth.staff.view import Calibrate, Load
from kiosk.commands.common import (
    CONFIG_FILE,
    DATA_DIR,
    AsJson,
    ConfigFile,
    DataDir,
    answer,
    mirror_in,
    told,
)
from kiosk.commands.printers.naming import changed, named
from kiosk.domain.errors import KioskError
from kiosk.domain.printing import Media
from kiosk.domain.registered import RegisteredPrinter


def load(
    name: str,
    media: Annotated[Media, typer.Option(help="What was loaded.")],
    sheets: Annotated[int, typer.Option(min=0, max=9999, help="Prints that are left on it.")],
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Says what is in a printer, after a refill or where the count is wrong."""
    del config
    with told(), mirror_in(data_dir) as mirror:
        printer = named(mirror, name)
        changed(mirror, printer, Load(printer.id, media, sheets))
        answer(
            {"loaded": name, "media": media, "prints_left": sheets},
            as_json=as_json,
            text=lambda: f"{name} has {media.value} for {sheets} prints.",
        )


def calibrate(
    name: str,
    right: Annotated[float | None, typer.Option(help="Millimetres to the right.")] = None,
    down: Annotated[float | None, typer.Option(help="Millimetres down.")] = None,
    scale: Annotated[float | None, typer.Option(help="About the middle; 1 is as it is.")] = None,
    profile: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="An ICC profile.")
    ] = None,
    no_profile: Annotated[bool, typer.Option("--no-profile", help="Colours as they are.")] = False,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Where the picture stands on the paper, and its colours. What is not said stays.

    kiosk printers test NAME --calibration prints a page with rulers to read it from.
    """
    del config
    with told(), mirror_in(data_dir) as mirror:
        if profile is not None and no_profile:
            raise KioskError("either --profile or --no-profile")
        printer = named(mirror, name)
        said = {"right_mm": right, "down_mm": down, "scale": scale}
        told_now = {key: value for key, value in said.items() if value is not None}
        if told_now:
            wanted = replace(printer.calibration, **told_now)
            printer = changed(mirror, printer, Calibrate(printer.id, wanted))
        if profile is not None or no_profile:
            path = None if profile is None else str(profile.resolve())
            mirror.printers.set_profile(printer.id, path)
            printer = replace(printer, profile=path)
        answer(
            {"name": name, "calibration": printer.calibration, "profile": printer.profile},
            as_json=as_json,
            text=lambda: _words(printer),
        )


def _words(printer: RegisteredPrinter) -> str:
    c = printer.calibration
    moved = f"{c.right_mm:+.1f} mm right, {c.down_mm:+.1f} mm down, {c.scale:.1%}"
    return f"{printer.name}: {moved}, colours: {printer.profile or 'as they are'}"
