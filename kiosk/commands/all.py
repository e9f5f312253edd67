"""Every command under its name."""

from __future__ import annotations

from typing import Annotated

import typer

from kiosk import __version__
from kiosk.commands.activate import activate
from kiosk.commands.cameras import cameras
from kiosk.commands.devices import doctor, sync
from kiosk.commands.prices import prices
from kiosk.commands.printers import printers
from kiosk.commands.receipts import receipts
from kiosk.commands.report import report
from kiosk.commands.screen import rehearse, run
from kiosk.commands.sessions import sessions
from kiosk.commands.shifts import shifts
from kiosk.commands.staff import staff
from kiosk.commands.store import back_up, check_promises, restore, status
from kiosk.commands.templates import templates
from kiosk.commands.vouchers import vouchers

app = typer.Typer(
    help="A photobooth that takes money in a place where nobody watches it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)

app.command("run")(run)
app.command("rehearse")(rehearse)
app.command("doctor")(doctor)
app.command("status")(status)
app.command("activate")(activate)
app.add_typer(cameras, name="cameras")
app.add_typer(printers, name="printers")
app.add_typer(prices, name="prices")
app.add_typer(vouchers, name="vouchers")
app.add_typer(staff, name="staff")
app.add_typer(templates, name="templates")
app.add_typer(receipts, name="receipts")
app.command("sync")(sync)
app.add_typer(sessions, name="sessions")
app.add_typer(shifts, name="shifts")
app.command("report")(report)
app.command("audit")(check_promises)
app.command("backup")(back_up)
app.command("restore")(restore)


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - Typer's callback signature
    if wanted:
        typer.echo(f"kiosk {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    del version
