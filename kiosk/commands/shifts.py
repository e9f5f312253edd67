"""``kiosk shifts``: the cash drawer, opened and counted."""

from __future__ import annotations

from typing import Annotated

import typer

from kiosk.clock import SystemClock
from kiosk.commands.common import (
    CONFIG_FILE,
    DATA_DIR,
    AsJson,
    ConfigFile,
    DataDir,
    answer,
    mirror_in,
    settings,
    table,
    told,
)
from kiosk.commands.report_words import difference, local, shift_row
from kiosk.config import Config
from kiosk.domain.errors import ConfigError, KioskError, ReceiptUnavailable
from kiosk.domain.money import rupiah
from kiosk.domain.shifts import ClosedShift
from kiosk.wiring.money import slips_of

shifts = typer.Typer(help="Shifts of the cash drawer.", no_args_is_help=True)

By = Annotated[str, typer.Option(help="Who counts.")]


@shifts.command("open")
def open_shift(
    by: By,
    float_amount: Annotated[
        int, typer.Option("--float", min=0, max=1_000_000_000, help="Rupiah in the drawer now.")
    ],
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Begins a shift."""
    del config
    with told(), mirror_in(data_dir) as mirror:
        shift = mirror.shifts.open(_name(by), float_amount, SystemClock().now())
        answer(
            {"shift": shift},
            as_json=as_json,
            text=lambda: f"{shift.opened_by} opened a shift with {rupiah(float_amount)}.",
        )


@shifts.command("show")
def show(
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """The open shift, and what should lie in the drawer."""
    del config
    with told(), mirror_in(data_dir) as mirror:
        shift = mirror.shifts.current()
        if shift is None:
            raise KioskError("no shift is open: kiosk shifts open")
        rows = [
            ("Opened", f"{local(shift.opened_at)} by {shift.opened_by}"),
            ("Float", rupiah(shift.float_amount)),
            ("Cash in", rupiah(shift.cash_in)),
            ("Cash out", rupiah(shift.cash_out)),
            ("In the drawer", rupiah(shift.expected)),
        ]
        facts = {"shift": shift, "expected": shift.expected}
        answer(facts, as_json=as_json, text=lambda: table(rows))


@shifts.command("close")
def close(
    by: By,
    counted: Annotated[
        int, typer.Option(min=0, max=1_000_000_000, help="Rupiah counted in the drawer.")
    ],
    note: Annotated[str, typer.Option(help="Why it differs, for the books.")] = "",
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Ends the shift with what was counted; prints the slip where there is a receipt printer."""
    with told(), mirror_in(data_dir) as mirror:
        shift = mirror.shifts.close(_name(by), counted, note.strip(), SystemClock().now())
        paper = _print_slip(settings(config, data_dir), shift)
        facts = {"shift": shift, "difference": shift.difference, "slip": paper}
        answer(facts, as_json=as_json, text=lambda: f"{_told(shift)}\n{paper}".strip())


@shifts.command("list")
def list_shifts(
    limit: Annotated[int, typer.Option(min=1, max=10_000)] = 30,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Closed shifts, the newest first."""
    del config
    with told(), mirror_in(data_dir) as mirror:
        found = mirror.shifts.list(limit)
        told_of = [{"shift": shift, "difference": shift.difference} for shift in found]
        rows = [shift_row(shift) for shift in found]
        answer(
            {"shifts": told_of},
            as_json=as_json,
            text=lambda: table(rows) if rows else "No shift was closed yet.",
        )


def _told(shift: ClosedShift) -> str:
    seal = f" Audit log at {shift.anchor.words}." if shift.anchor is not None else ""
    return (
        f"Counted {rupiah(shift.counted)}, expected {rupiah(shift.expected)}: "
        f"{difference(shift.difference)}.{seal}"
    )


def _print_slip(config: Config, shift: ClosedShift) -> str:
    """What became of the slip; the shift is closed either way."""
    print_slip = slips_of(config)
    if print_slip is None:
        return ""
    try:
        print_slip(shift)
    except ReceiptUnavailable as error:
        return f"The slip was not printed: {error}"
    return "The slip is printed."


def _name(by: str) -> str:
    """Raises ConfigError."""
    if not by.strip() or not by.isprintable():
        raise ConfigError("--by needs a name")
    return by.strip()
