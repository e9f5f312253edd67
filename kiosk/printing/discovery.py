"""What CUPS can reach, each printer once and with the driver that it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import cups

from kiosk.domain.devices import Driver, FoundDevice
from kiosk.domain.printing import ConnectionType, Media, PrinterType
from kiosk.printing.asked import Asked
from kiosk.printing.connection import Attributes, Connection
from kiosk.printing.drivers import OTHER_DRIVERS, Drivers, PhotoDriver, plain
from kiosk.printing.models import first_guess_s, type_of
from kiosk.printing.ppds import server_ppd
from kiosk.printing.services import name_of
from kiosk.printing.sheets import media_kits, own_sizes

SEARCH_S = 6
"""CUPS gives its backends so long. A printer that is on answers in two seconds."""

NO_PRINTERS = (
    *("beh", "cups-brf", "cups-pdf", "driverless", "driverless-fax", "http", "https", "lpd"),
    *("mdns", "parallel", "serial", "smb", "snmp", "socket"),
)
"""Backends that are not asked: they are slow, find what others find better, or no photo printer."""

DRIVERLESS = frozenset({"dnssd", "ipp", "ipps"})

Ask = Callable[[str], Asked | None]


@dataclass(frozen=True)
class Seen:
    """One device as a search gave it."""

    uri: str
    make_and_model: str
    device_id: str = ""

    @property
    def scheme(self) -> str:
        return urlsplit(self.uri).scheme


def search(connection: Connection, services: Mapping[str, str], ask: Ask) -> list[FoundDevice]:
    """``services`` are the driverless printers' uris by name; ``ask`` asks one what it is."""
    devices = _some(
        lambda: connection.getDevices(exclude_schemes=list(NO_PRINTERS), timeout=SEARCH_S)
    )
    seen = [
        Seen(uri, str(said.get("device-make-and-model", "")), str(said.get("device-id", "")))
        for uri, said in devices.items()
        if urlsplit(uri).netloc
    ]
    drivers = Drivers(_installed(connection))
    direct = [_driven(connection, one, drivers) for one in seen if is_direct(one)]
    driverless = [_driverless(one, ask) for one in with_addresses(seen, services)]
    queues = {str(queue["device-uri"]): name for name, queue in connection.getPrinters().items()}
    found = [replace(one, queue=_queue_of(one, queues)) for one in once([*direct, *driverless])]
    return sorted(found, key=lambda one: (not one.ppd_name, one.make_and_model, one.uri))


def is_direct(seen: Seen) -> bool:
    return seen.scheme == "usb" or seen.scheme.startswith("gutenprint")


def with_addresses(seen: Iterable[Seen], services: Mapping[str, str]) -> list[Seen]:
    """The driverless ones, with an ipp uri where there is one, and those that CUPS passed over."""
    heard = {name_of(one.uri): one for one in seen if one.scheme in DRIVERLESS and name_of(one.uri)}
    plain_ipp = [one for one in seen if one.scheme in DRIVERLESS and not name_of(one.uri)]
    named = [replace(heard.get(name, Seen("", name)), uri=uri) for name, uri in services.items()]
    unresolved = [one for name, one in heard.items() if name not in services]
    return list({one.uri: one for one in (*plain_ipp, *named, *unresolved)}.values())


def once(found: Iterable[FoundDevice]) -> list[FoundDevice]:
    """A printer that CUPS' usb backend sees beside another way to it is shown by that other way,
    which has a driver. By its name: the usb backend can't print to such a one anyway."""
    devices = list(found)
    known = {plain(one.make_and_model) for one in devices if one.ppd_name}
    return [one for one in devices if one.ppd_name or plain(one.make_and_model) not in known]


def _driven(connection: Connection, seen: Seen, drivers: Drivers) -> FoundDevice:
    """A dye-sub prints through Gutenprint's backend alone; CUPS' own would hang on it."""
    driver = drivers.of(seen.uri, seen.make_and_model, seen.device_id)
    device = FoundDevice(
        uri=seen.uri,
        make_and_model=seen.make_and_model,
        type=PrinterType.DYE_SUB if driver else type_of(seen.make_and_model),
        connection_type=ConnectionType.USB,
        driver=Driver.GUTENPRINT,
        ppd_name="",
    )
    if driver is None or seen.scheme == "usb":
        return device
    return _with_driver(connection, device, driver)


def _with_driver(connection: Connection, device: FoundDevice, driver: PhotoDriver) -> FoundDevice:
    ppd = server_ppd(connection, driver.ppd_name)
    return replace(
        device,
        ppd_name=driver.ppd_name,
        media=media_kits(ppd) or (Media.OTHER,),
        pixel_sizes=own_sizes(ppd),
        seconds_per_sheet=first_guess_s(driver.model),
    )


def _driverless(seen: Seen, ask: Ask) -> FoundDevice:
    said = ask(seen.uri)
    name = (said.make_and_model if said else "") or seen.make_and_model
    device = FoundDevice(
        uri=seen.uri,
        make_and_model=name,
        type=type_of(name),
        connection_type=ConnectionType.IPP,
        driver=Driver.EVERYWHERE,
        ppd_name=Driver.EVERYWHERE.value,
    )
    if said is None:
        return device
    return replace(
        device,
        type=said.type or device.type,
        media=said.media or device.media,
        media_ready=said.media_ready,
    )


def _queue_of(device: FoundDevice, queues: Mapping[str, str]) -> str:
    return queues.get(device.uri, "")


def _installed(connection: Connection) -> Mapping[str, Attributes]:
    """Where CUPS can't list its drivers at all, driverless printers are found all the same."""
    try:
        return _some(lambda: connection.getPPDs(exclude_schemes=list(OTHER_DRIVERS)))
    except cups.IPPError as error:
        if error.args[0] in (cups.IPP_INTERNAL_ERROR, cups.IPP_SERVICE_UNAVAILABLE):
            return {}
        raise


def _some(asked: Callable[[], Mapping[str, Attributes]]) -> Mapping[str, Attributes]:
    """CUPS calls it an error where there is nothing to list."""
    try:
        return asked()
    except cups.IPPError as error:
        if error.args[0] == cups.IPP_NOT_FOUND:
            return {}
        raise
