"""``kiosk printers add`` and ``remove``."""

from __future__ import annotations

from typing import Annotated

import typer

from kiosk.booth.staff.setting_up import SettingUp
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
from kiosk.domain.devices import Driver, FoundDevice
from kiosk.domain.errors import ConfigError, KioskError
from kiosk.domain.printing import ConnectionType, Media, PrinterType
from kiosk.printing.cups_printers import CupsPrinters
from kiosk.store.mirror import Mirror
from kiosk.wiring.printing import printers_of

EITHER = "say which printer: --device as kiosk printers devices shows it, or --uri"


def add(
    name: Annotated[str, typer.Argument(help="What staff call it.")],
    device: Annotated[
        str | None, typer.Option(help="Of kiosk printers devices: any part that only it has.")
    ] = None,
    uri: Annotated[
        str | None, typer.Option(help="A driverless one, for instance ipp://host/ipp/print.")
    ] = None,
    media: Annotated[Media | None, typer.Option(help="What is loaded.")] = None,
    queue: Annotated[str | None, typer.Option(help="With --uri: the queue's name.")] = None,
    type_: Annotated[PrinterType, typer.Option("--type", help="With --uri.")] = PrinterType.DYE_SUB,
    connection: Annotated[ConnectionType, typer.Option(help="With --uri.")] = ConnectionType.IPP,
    default: Annotated[bool, typer.Option("--default", help="Preferred to all others.")] = False,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Registers a printer and makes its queue. The name of a known one makes it that one again."""
    with told(), mirror_in(data_dir) as mirror:
        if (device is None) == (uri is None):
            raise ConfigError(EITHER)
        known = mirror.printers.named(name)
        if known is not None and known.is_set_up:
            raise KioskError(f"there is a printer called {name} already")
        cups = printers_of(settings(config, data_dir))
        found = (
            _found(cups, device)
            if device is not None
            else _driverless(str(uri), queue or "", type_, connection)
        )
        now = SystemClock().now()
        loaded = media or found.media_ready or found.media[0]
        _setting_up(cups, mirror).add(found, name, loaded)
        printer = named(mirror, name)
        if default:
            mirror.printers.make_default(printer.id, now)
        mirror.audit_log.write(WHO, "printer added", {"printer": name, "uri": found.uri}, now)
        printer = named(mirror, name)
        answer({"printer": printer}, as_json=as_json, text=lambda: f"{name} is registered.")


def remove(
    name: str,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Takes a printer out of use, with its queue. Its name stays known."""
    with told(), mirror_in(data_dir) as mirror:
        printer = named(mirror, name)
        _setting_up(printers_of(settings(config, data_dir)), mirror).remove(printer)
        mirror.audit_log.write(WHO, "printer removed", {"printer": name}, SystemClock().now())
        answer({"removed": name}, as_json=as_json, text=lambda: f"{name} is removed.")


def _setting_up(cups: CupsPrinters, mirror: Mirror) -> SettingUp:
    identity = mirror.activation.identity
    return SettingUp(cups, mirror.printers, identity, SystemClock(), RandomKeys())


def _found(cups: CupsPrinters, part: str) -> FoundDevice:
    devices = cups.devices()
    exact = [device for device in devices if device.uri == part]
    fits = exact or [d for d in devices if part.lower() in f"{d.uri} {d.make_and_model}".lower()]
    match fits:
        case [device]:
            return device
        case []:
            raise KioskError(f"no device is found by {part!r}: kiosk printers devices")
        case _:
            several = ", ".join(device.uri for device in fits)
            raise KioskError(f"{part!r} fits several devices: {several}")


def _driverless(
    uri: str, queue: str, type_: PrinterType, connection: ConnectionType
) -> FoundDevice:
    return FoundDevice(
        uri=uri,
        make_and_model=uri,
        type=type_,
        connection_type=connection,
        driver=Driver.EVERYWHERE,
        ppd_name=Driver.EVERYWHERE.value,
        media=tuple(Media),
        queue=queue,
    )
