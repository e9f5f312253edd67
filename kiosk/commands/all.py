"""Every command under its name."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

import typer
from typer.core import TyperCommand, TyperGroup

from kiosk import __version__

COMMANDS = {
    "run": "screen:run",
    "rehearse": "screen:rehearse",
    "doctor": "devices:doctor",
    "status": "store:status",
    "activate": "activate:activate",
    "licence-card": "licence_card:licence_card",
    "cameras": "cameras:cameras",
    "printers": "printers:printers",
    "prices": "prices:prices",
    "settings": "settings:settings",
    "vouchers": "vouchers:vouchers",
    "staff": "staff:staff",
    "templates": "templates:templates",
    "receipts": "receipts:receipts",
    "sync": "devices:sync",
    "sessions": "sessions:sessions",
    "shifts": "shifts:shifts",
    "report": "report:report",
    "audit": "store:check_promises",
    "backup": "store:back_up",
    "restore": "store:restore",
}
"""The module below ``kiosk.commands``, and the function or Typer in it."""


class _OnDemand(TyperGroup):
    """Imports a command when it is asked for: none has a use for all the others' libraries, and
    whoever types a command or opens the screen waits for what it needs alone."""

    def list_commands(self, ctx: object) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: object, cmd_name: str) -> TyperCommand | TyperGroup | None:
        del ctx
        return _command(cmd_name) if cmd_name in COMMANDS else None


def _command(name: str) -> TyperCommand | TyperGroup:
    module, _, attribute = COMMANDS[name].partition(":")
    found = getattr(import_module(f"kiosk.commands.{module}"), attribute)
    if isinstance(found, typer.Typer):
        group = typer.main.get_group(found)
        group.name = name
        return group
    alone = typer.Typer(add_completion=False)
    alone.command(name)(found)
    made = typer.main.get_command(alone)
    if not isinstance(made, TyperCommand):
        raise TypeError(f"{name} is no single command")
    return made


app = typer.Typer(
    cls=_OnDemand,
    help="A photobooth that takes money in a place where nobody watches it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


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
