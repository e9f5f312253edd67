"""``kiosk printers``: the registered printers."""

from __future__ import annotations

import time
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
    private_folder,
    settings,
    table,
    told,
)
from kiosk.domain.errors import KioskError, PrintingUnavailable, PrintRefused
from kiosk.domain.printing import ConnectionType, JobState, PrinterType, Sheet
from kiosk.domain.registered import RegisteredPrinter
from kiosk.imaging.pages import Pages
from kiosk.resources import assets
from kiosk.store.mirror import Mirror

printers = typer.Typer(help="The registered printers.", no_args_is_help=True)

TEST_PATIENCE_S = 120.0


@printers.command("list")
def list_printers(
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Each printer and what it is doing now."""
    with told(), mirror_in(data_dir) as mirror:
        cups = printers_of(settings(config))
        found = []
        for printer in mirror.printers.all():
            try:
                status = cups.queue(printer.queue)
                now = "ready" if status.able else ", ".join(f.value for f in status.faults)
                found.append((printer, now or status.state.name.lower(), status.prints_left))
            except (PrintingUnavailable, PrintRefused) as error:
                found.append((printer, str(error), None))
        rows = [("", "name", "type", "queue", "now", "prints left")]
        rows += [
            (
                "*" if printer.is_default else "",
                printer.name,
                printer.type.value,
                printer.queue,
                now,
                "–" if left is None else str(left),
            )
            for printer, now, left in found
        ]
        answer(
            {"printers": [_told(printer, now, left) for printer, now, left in found]},
            as_json=as_json,
            text=lambda: table(rows) if found else "No printer is registered: kiosk printers add",
        )


@printers.command("add")
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


@printers.command("remove")
def remove(
    name: str,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Forgets a printer's queue."""
    with told(), mirror_in(data_dir) as mirror:
        printer = _named(mirror, name)
        cups = printers_of(settings(config))
        mirror.printers.remove(printer.id, SystemClock().now())
        cups.remove_queue(printer.queue)
        answer({"removed": name}, as_json=as_json, text=lambda: f"{name} is removed.")


@printers.command("default")
def make_default(
    name: str,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """The printer that guests' pictures go to."""
    del config
    with told(), mirror_in(data_dir) as mirror:
        mirror.printers.make_default(_named(mirror, name).id, SystemClock().now())
        answer({"default": name}, as_json=as_json, text=lambda: f"{name} is the default.")


@printers.command("test")
def print_test_page(
    name: str,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Prints a test page and waits for its end."""
    with told(), mirror_in(data_dir) as mirror:
        printer = _named(mirror, name)
        cups = printers_of(settings(config))
        page = private_folder(data_dir) / "test-page.jpg"
        form = printer.form(Sheet.FOUR_BY_SIX)
        Pages(assets()).save_test_page(page, form, name, SystemClock().now())
        key = RandomKeys().new_id()
        job_id = cups.submit(printer.queue, page, key=key, copies=1, sheet=Sheet.FOUR_BY_SIX)
        give_up = time.monotonic() + TEST_PATIENCE_S
        while not (job := cups.job(job_id)).state.terminal and time.monotonic() < give_up:
            time.sleep(0.2)
        if job.state is not JobState.COMPLETED:
            causes = ", ".join(f.value for f in job.faults) or job.message
            raise KioskError(f"{name}: the test page is {job.state.name.lower()}: {causes}")
        answer({"printed": name}, as_json=as_json, text=lambda: f"{name} printed a test page.")


def _named(mirror: Mirror, name: str) -> RegisteredPrinter:
    printer = mirror.printers.named(name)
    if printer is None:
        known = ", ".join(p.name for p in mirror.printers.all()) or "none"
        raise KioskError(f"no printer is called {name}; registered: {known}")
    return printer


def _told(printer: RegisteredPrinter, now: str, left: int | None) -> dict[str, object]:
    return {
        "id": printer.id,
        "name": printer.name,
        "type": printer.type,
        "connection_type": printer.connection_type,
        "is_default": printer.is_default,
        "queue": printer.queue,
        "now": now,
        "prints_left": left,
    }
