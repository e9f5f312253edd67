"""``kiosk staff``: who may open the staff's screens."""

from __future__ import annotations

import sys
from getpass import getpass
from pathlib import Path
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
    table,
    told,
)
from kiosk.domain.errors import KioskError
from kiosk.domain.staff import Role

staff = typer.Typer(help="Who may open the staff's screens.", no_args_is_help=True)

STDIN = Path("-")
LONGEST_LINE = 100


@staff.command("pin")
def pin(
    name: Annotated[str, typer.Argument(help="Whose PIN it is.")],
    role: Annotated[Role, typer.Option(help="What they may do.")] = Role.STAFF,
    pin_file: Annotated[
        Path | None,
        typer.Option(help="Whose first line is the PIN, - for standard input; asked for without."),
    ] = None,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Sets a member's PIN, 4 to 8 digits, and undoes a lock after wrong tries."""
    del config
    with told(), mirror_in(data_dir) as mirror:
        if not name.strip() or not name.isprintable():
            raise KioskError("a member of staff needs a name")
        chosen = _asked() if pin_file is None else _read(pin_file)
        member = mirror.staff.set_pin(name.strip(), role, chosen, SystemClock().now())
        answer({"member": member}, as_json=as_json, text=lambda: f"{member.name} has a PIN.")


@staff.command("list")
def list_staff(
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Everybody who has a PIN."""
    del config
    with told(), mirror_in(data_dir) as mirror:
        members = mirror.staff.members()
        rows = [("name", "role"), *((member.name, member.role.value) for member in members)]
        answer(
            {"staff": members},
            as_json=as_json,
            text=lambda: table(rows) if members else "Nobody has a PIN: kiosk staff pin NAME",
        )


@staff.command("remove")
def remove(
    name: str,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Takes a member's PIN away."""
    del config
    with told(), mirror_in(data_dir) as mirror:
        if not mirror.staff.remove(name, SystemClock().now()):
            raise KioskError(f"nobody is called {name}: kiosk staff list")
        answer({"removed": name}, as_json=as_json, text=lambda: f"{name} has no PIN any more.")


def _asked() -> str:
    """Twice and without echo. Never an argument: those stand in the list of processes."""
    if not sys.stdin.isatty():
        raise KioskError("there is no terminal to ask for the PIN: --pin-file FILE, or - for input")
    first = getpass("PIN, 4 to 8 digits: ")  # unlike Typer's, it hides before it asks
    if getpass("The same again: ") != first:
        raise KioskError("the two PINs differ: nothing was changed")
    return first


def _read(file: Path) -> str:
    if file == STDIN:
        return sys.stdin.readline(LONGEST_LINE).rstrip("\r\n")
    with file.open(encoding="utf-8") as lines:
        return lines.readline(LONGEST_LINE).rstrip("\r\n")
