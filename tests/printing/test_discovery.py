"""What CUPS can reach: each printer once, with the driver that it needs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kiosk.domain.devices import Driver, FoundDevice
from kiosk.domain.errors import PrintingUnavailable
from kiosk.domain.printing import ConnectionType, Media, PrinterType, Sheet
from kiosk.printing.asked import read_asked
from kiosk.printing.discovery import Seen, with_addresses
from kiosk.printing.drivers import Drivers, name_in_id
from kiosk.printing.models import first_guess_s, type_of
from kiosk.printing.services import name_of, read_announced
from tests.printing.conftest import QUEUE, PrintRoom
from tests.printing.shop import DYE_SUB, NET, RX1, Shop, open_shop

RX1_ID = "MANUFACTURER:Dai Nippon Printing ;MODEL:DS-RX1;"
RX1_LINE = f'direct {RX1} "Dai Nippon Printing DS-RX1" "DNP DS-RX1" "{RX1_ID}" ""'
RX1_ON_USB = (
    "direct usb://Dai%20Nippon%20Printing/DS-RX1?serial=CB2D5B205630 "
    f'"Dai Nippon Printing DS-RX1" "DNP DS-RX1" "{RX1_ID}" ""'
)
LASER = 'direct usb://HP/LaserJet%201020 "HP LaserJet 1020" "HP LaserJet 1020" "" ""'
SELPHY = "dnssd://Canon%20SELPHY%20CP1300._ipp._tcp.local/?uuid=1"
SELPHY_LINE = f'network {SELPHY} "Canon SELPHY CP1300" "Canon SELPHY CP1300" "" ""'


@pytest.fixture
def shop() -> Iterator[Shop]:
    with open_shop(printers=(QUEUE,)) as shop:
        yield shop


def by_uri(shop: Shop) -> dict[str, FoundDevice]:
    return {device.uri: device for device in shop.printers.devices()}


def test_every_printer_is_found_once_with_what_it_needs(shop: Shop) -> None:
    software = shop.world.addresses.printers[0].uri
    shop.lists(DYE_SUB, RX1_LINE)
    shop.lists("usb", RX1_ON_USB, LASER)
    shop.lists(NET, SELPHY_LINE)
    found = by_uri(shop)

    rx1 = found.pop(RX1)
    assert (rx1.driver, rx1.ppd_name[-19:]) == (Driver.GUTENPRINT, "://dnp-dsrx1/expert")
    assert (rx1.type, rx1.connection_type) == (PrinterType.DYE_SUB, ConnectionType.USB)
    assert rx1.media == (Media.FOUR_BY_SIX, Media.SIX_BY_EIGHT)
    assert rx1.pixel_sizes[Sheet.FOUR_BY_SIX] == (1240, 1844)
    assert rx1.seconds_per_sheet == 14.0
    assert rx1.queue == ""
    assert "usb://Dai%20Nippon%20Printing/DS-RX1?serial=CB2D5B205630" not in found

    laser = found.pop("usb://HP/LaserJet%201020")
    assert (laser.ppd_name, laser.type) == ("", PrinterType.LASER)

    selphy = found.pop(SELPHY)
    assert (selphy.driver, selphy.ppd_name) == (Driver.EVERYWHERE, "everywhere")
    assert (selphy.type, selphy.connection_type) == (PrinterType.DYE_SUB, ConnectionType.IPP)

    booth = found.pop(software)
    assert (booth.driver, booth.queue) == (Driver.EVERYWHERE, QUEUE)
    assert (booth.media[0], booth.media_ready) == (Media.FOUR_BY_SIX, Media.FOUR_BY_SIX)
    assert booth.make_and_model == f"Software printer {QUEUE}"


def test_a_found_printer_is_added_as_it_was_found(shop: Shop) -> None:
    software = shop.world.addresses.printers[0].uri
    shop.printers.remove_queue(QUEUE)
    shop.printers.add_queue("new", by_uri(shop)[software], Media.FOUR_BY_SIX)
    assert shop.printers.queue("new").able
    assert by_uri(shop)[software].queue == "new"


def test_the_booths_surroundings_announce_their_printers(room: PrintRoom) -> None:
    (device,) = [one for one in room.printers.devices() if one.uri == room.device.uri]
    assert (device.ppd_name, device.queue) == ("everywhere", QUEUE)


def test_with_cups_gone_nobody_knows_what_there_is(shop: Shop) -> None:
    shop.world.kill_cups()
    with pytest.raises(PrintingUnavailable):
        shop.printers.devices()


PPDS = {
    "gutenprint.5.3://canon-cp1300/expert": {
        "ppd-make-and-model": "Canon SELPHY CP1300 - CUPS+Gutenprint v5.3.4",
        "ppd-device-id": "MFG:Canon;CMD:Raster3;MDL:SELPHY CP1300;CLS:PRINTER;",
    },
    "gutenprint.5.3://dnp-ds620/expert": {
        "ppd-make-and-model": "Dai Nippon Printing DS620 - CUPS+Gutenprint v5.3.4",
        "ppd-device-id": "MANUFACTURER:Dai Nippon Printing ;MODEL:DP-DS620;",
    },
    "gutenprint.5.3://dnp-ds620/simple": {"ppd-make-and-model": "Dai Nippon Printing DS620"},
    "gutenprint.5.3://escp2-et2550/expert": {"ppd-make-and-model": "Epson ET-2550"},
}


@pytest.mark.parametrize(
    ("uri", "name", "device_id", "model"),
    [
        ("gutenprint53+usb://dnp-ds620/DS6C1", "", "", "dnp-ds620"),
        (
            *("usb://DNP/x", "whatever", "MFG:Dai Nippon Printing;MDL:DP-DS620;"),
            "dnp-ds620",
        ),
        ("usb://DNP/x", "DNP DS620", "", "dnp-ds620"),
        ("usb://Canon/x", "Canon Selphy CP-1300", "", "canon-cp1300"),
        ("usb://Epson/x", "Epson ET-2550", "", None),
        ("gutenprint53+usb://dnp-ds9999/1", "", "", None),
    ],
)
def test_the_driver_of_a_device(uri: str, name: str, device_id: str, model: str | None) -> None:
    driver = Drivers(PPDS).of(uri, name, device_id)
    assert (driver.model if driver else None) == model
    assert driver is None or driver.ppd_name.endswith("/expert")


def test_a_device_id_is_read_however_it_is_written() -> None:
    assert name_in_id("MFG:Canon;MDL:CP900;CLS:PRINTER;") == "Canon CP900"
    assert name_in_id("MANUFACTURER: Citizen ;MODEL: CX ;") == "Citizen CX"
    assert name_in_id("CLS:PRINTER;nonsense") == ""


def test_a_dnssd_printer_gets_an_address_that_can_be_asked() -> None:
    seen = [Seen(SELPHY, "Canon SELPHY CP1300"), Seen("dnssd://Far._ipps._tcp.local/", "Far")]
    services = {
        "Canon SELPHY CP1300": "ipp://selphy.local:631/ipp/print",
        "DNP (USB)": "ipp://localhost:60000/ipp/print",
    }
    assert with_addresses(seen, services) == [
        Seen("ipp://selphy.local:631/ipp/print", "Canon SELPHY CP1300"),
        Seen("ipp://localhost:60000/ipp/print", "DNP (USB)"),
        Seen("dnssd://Far._ipps._tcp.local/", "Far"),
    ]


def test_announcements_of_shared_queues_are_passed_over() -> None:
    said = (
        "ipp://a.local:631/ipp/print Photo Net\n"
        "ipp://b.local:631/printers/photo photo @ b\n"
        "nonsense\n"
    )
    assert read_announced(said) == {"Photo Net": "ipp://a.local:631/ipp/print"}
    assert name_of("dnssd://Photo%20Net._ipp._tcp.local/?uuid=1") == "Photo Net"
    assert name_of("ipp://a.local/ipp/print") == ""


def test_a_driverless_printers_own_words() -> None:
    said = read_asked(
        {
            "marker-types": ["ink-ribbon", "waste-ink"],
            "media-ready": "oe_photo-6x8_6x8in",
            "media-supported": ["na_index-4x6_4x6in", "oe_photo-6x8_6x8in", "na_letter_8.5x11in"],
            "printer-make-and-model": "Anything",
        }
    )
    assert said.type is PrinterType.DYE_SUB
    assert said.media == (Media.SIX_BY_EIGHT, Media.FOUR_BY_SIX)
    assert read_asked({"media-supported": "iso_a4_210x297mm"}).media == (Media.OTHER,)
    assert read_asked({"marker-types": "toner-cartridge"}).type is PrinterType.LASER
    assert read_asked({}).media == ()


def test_a_printers_kind_by_its_name_alone() -> None:
    assert type_of("DNP DS-RX1") is PrinterType.DYE_SUB
    assert type_of("HP LaserJet 1020") is PrinterType.LASER
    assert type_of("Epson L8050") is PrinterType.INKJET
    assert first_guess_s("dnp-ds620") < first_guess_s("dnp-dsrx1") < first_guess_s("canon-cp1300")
