"""``kiosk printers add`` and ``remove``."""

from __future__ import annotations

from typing import Annotated

import typer

from kiosk.app import printers_of
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
from kiosk.commands.printers.naming import named
from kiosk.domain.errors import KioskError
from kiosk.domain.printing import ConnectionType, PrinterType
from kiosk.domain.registered import RegisteredPrinter


def add(
    name: Annotated[str, typer.Argument(help="What staff call it.")],
    uri: Annotated[str, typer.Option(help="The device, for instance ipp://host/ipp/print.")],
    queue: Annotated[str | None, typer.Option(help="The CUPS queue's name.")] = None,
    type_: Annotated[PrinterType, typer.Option("--type")] = PrinterType.DYE_SUB,
    connection: Annotated[ConnectionType, typer.Option()] = ConnectionType.IPP,
    default: Annotated[bool, typer.Option("--default")] = False,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Makes a driverless queue for a device and registers it."""
    with told(), mirror_in(data_dir) as mirror:
        who = mirror.activation.identity()
        if who is None:
            raise KioskError("this booth is not activated yet: kiosk activate")
        if mirror.printers.named(name) is not None:
            raise KioskError(f"there is a printer called {name} already")
        printer = RegisteredPrinter(
            id=RandomKeys().new_id(),
            name=name,
            type=type_,
            connection_type=connection,
            is_default=default,
            queue=queue or "".join(c if c.isalnum() else "-" for c in name.lower()),
            uri=uri,
        )
        printers_of(settings(config)).add_queue(printer.queue, uri)
        mirror.printers.add(printer, who, SystemClock().now())
        answer({"printer": printer}, as_json=as_json, text=lambda: f"{name} is registered.")


def remove(
    name: str,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Forgets a printer's queue."""
    with told(), mirror_in(data_dir) as mirror:
        printer = named(mirror, name)
        cups = printers_of(settings(config))
        mirror.printers.remove(printer.id, SystemClock().now())
        cups.remove_queue(printer.queue)
        answer({"removed": name}, as_json=as_json, text=lambda: f"{name} is removed.")
