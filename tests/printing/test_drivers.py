"""Photo printers through Gutenprint's real drivers and filters, to the last pixel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kiosk.domain.devices import Driver, FoundDevice
from kiosk.domain.errors import PrintRefused
from kiosk.domain.faults import Fault
from kiosk.domain.printing import ConnectionType, JobState, Media, PrinterType, QueueState, Sheet
from kiosk.printing.connection import open_connection
from kiosk.printing.ppds import fetch_ppd, server_ppd
from kiosk.printing.sheets import media_kits, own_sizes, pixel_sizes, with_defaults
from tests.printing import dnp
from tests.printing.conftest import until
from tests.printing.shop import RX1, Shop, open_shop

QUEUE = "rx1"
RX1_SIZE = (1240, 1844)
BACKEND_STOP = 4
"""The exit status with which a backend tells CUPS to stop its queue."""

BOTH = (Media.FOUR_BY_SIX, Media.SIX_BY_EIGHT)


@pytest.fixture(scope="module")
def drivers() -> Iterator[Shop]:
    """For tests that only read PPDs."""
    with open_shop() as shop:
        yield shop


@pytest.fixture
def shop() -> Iterator[Shop]:
    with open_shop() as shop:
        yield shop


def device(shop: Shop, model: str = "dnp-dsrx1", version: str = "") -> FoundDevice:
    return FoundDevice(
        uri=RX1,
        make_and_model="DNP DS-RX1",
        type=PrinterType.DYE_SUB,
        connection_type=ConnectionType.USB,
        driver=Driver.GUTENPRINT,
        ppd_name=f"{version or scheme(shop)}://{model}/expert",
    )


def scheme(shop: Shop) -> str:
    """Gutenprint's version is part of its PPDs' names."""
    connection = open_connection(shop.world.addresses.cups or "")
    names = connection.getPPDs(exclude_schemes=["drv", "driverless", "everywhere", "lsb", "ppd"])
    return next(name for name in names if "://dnp-dsrx1/" in name).partition(":")[0]


def noise(path: Path, size: tuple[int, int]) -> Path:
    """No pixel like its neighbour: a scaled or shifted one shows."""
    dots = np.random.default_rng(4).integers(0, 250, (size[1], size[0], 3), dtype=np.uint8)
    Image.fromarray(dots).save(path, "JPEG", quality=95, subsampling=0, dpi=(300, 300))
    return path


@pytest.mark.parametrize(
    ("model", "sizes"),
    [
        ("dnp-dsrx1", [(1240, 1844), (1240, 1844), (1844, 2436)]),
        ("dnp-ds620", [(1240, 1844), (1240, 1844), (1844, 2436)]),
        ("citizen-cx", [(1240, 1844), (1240, 1844), (1844, 2436)]),
        ("mitsubishi-d90dw", [(1226, 1852), (1226, 1852), (1852, 2428)]),
        ("mitsubishi-d70dw", [(1228, 1864), (1228, 1864), (1864, 2422)]),
        ("kodak-305", [(1218, 1864), (1218, 1864), (1864, 2422)]),
        ("hiti-p525l", [(1240, 1844), (1248, 1844), (1844, 2434)]),
        ("sinfonia-chcs6145", [(1240, 1844), (1240, 1844), (1844, 2434)]),
        ("sony-updr200", [(1382, 2048), (1382, 2048), (2048, 2724)]),
        ("dnp-qw410", [(1266, 1836), (1266, 1836), None]),
        ("canon-cp1300", [(1248, 1872), None, None]),
    ],
)
def test_each_printers_own_pixels_and_papers(
    drivers: Shop, model: str, sizes: list[tuple[int, int] | None]
) -> None:
    connection = open_connection(drivers.world.addresses.cups or "")
    ppd = server_ppd(connection, device(drivers, model).ppd_name)
    sheets = (Sheet.FOUR_BY_SIX, Sheet.TWO_BY_SIX_PAIR, Sheet.SIX_BY_EIGHT)
    assert [pixel_sizes(ppd).get(sheet) for sheet in sheets] == sizes
    assert media_kits(ppd) == (BOTH if sizes[2] else BOTH[:1])
    assert own_sizes(ppd) == pixel_sizes(ppd)


def test_a_selphy_is_borderless_by_default(drivers: Shop) -> None:
    connection = open_connection(drivers.world.addresses.cups or "")
    ppd = server_ppd(connection, device(drivers, "canon-cp1300").ppd_name)
    ready = with_defaults(ppd, Media.FOUR_BY_SIX)
    assert "\n*DefaultStpBorderless: True\n" in ready
    assert "\n*DefaultPageSize: Postcard\n" in ready
    with pytest.raises(LookupError):
        with_defaults(ppd, Media.SIX_BY_EIGHT)


def test_an_added_photo_printer_prints_its_media_and_stops_on_failure(shop: Shop) -> None:
    shop.printers.add_queue(QUEUE, device(shop), Media.SIX_BY_EIGHT)
    connection = open_connection(shop.world.addresses.cups or "")
    ppd = fetch_ppd(connection, QUEUE)
    assert "*PageSize w288h432-div2/" in ppd
    assert "\n*DefaultPageSize: w432h576\n" in ppd
    assert connection.getPrinterAttributes(QUEUE)["printer-error-policy"] == "stop-printer"
    status = shop.printers.queue(QUEUE)
    assert status.able
    assert status.offered == frozenset(Sheet)
    assert status.cuts_strips


def test_a_failed_add_leaves_the_queue_that_was_there(shop: Shop) -> None:
    shop.printers.add_queue(QUEUE, device(shop), Media.FOUR_BY_SIX)
    connection = open_connection(shop.world.addresses.cups or "")
    before = fetch_ppd(connection, QUEUE)
    with pytest.raises(PrintRefused):
        shop.printers.add_queue(QUEUE, device(shop, "dnp-qw410"), Media.SIX_BY_EIGHT)
    with pytest.raises(PrintRefused):
        shop.printers.add_queue(QUEUE, device(shop, "dnp-ds9999"), Media.FOUR_BY_SIX)
    assert fetch_ppd(connection, QUEUE) == before
    assert shop.printers.queue(QUEUE).able


@pytest.mark.parametrize("sheet", [Sheet.FOUR_BY_SIX, Sheet.TWO_BY_SIX_PAIR])
def test_a_picture_of_the_printers_size_arrives_pixel_for_pixel(
    shop: Shop, tmp_path: Path, sheet: Sheet
) -> None:
    picture = noise(tmp_path / "picture.jpg", RX1_SIZE)
    shop.printers.add_queue(QUEUE, device(shop), Media.FOUR_BY_SIX)
    job = shop.printers.submit(QUEUE, picture, key="k", copies=2, sheet=sheet)
    until(lambda: shop.printers.job(job).state.terminal, "the job ends")
    assert shop.printers.job(job).state is JobState.COMPLETED

    (received,) = shop.received()
    sent = np.asarray(Image.open(picture))
    printed = dnp.picture(received)
    assert printed.shape in (sent.shape, (sent.shape[1], sent.shape[0], 3))
    turned = np.stack([np.rot90(sent[:, ::-1, n], 1) for n in range(3)], axis=-1)
    assert any(np.array_equal(printed, np.rot90(turned, n)) for n in range(4))

    said = dict(dnp.commands(received))
    assert said["QTY"].startswith(b"0000002")
    assert (said["CUTTER"] != b"00000000") == (sheet is Sheet.TWO_BY_SIX_PAIR)


def test_a_drivers_words_are_a_fault_for_as_long_as_it_waits(shop: Shop, tmp_path: Path) -> None:
    shop.printers.add_queue(QUEUE, device(shop), Media.FOUR_BY_SIX)
    shop.says("ERROR: Printer not ready: Cover Open, please correct...")
    picture = noise(tmp_path / "picture.jpg", RX1_SIZE)
    job = shop.printers.submit(QUEUE, picture, key="k", copies=1, sheet=Sheet.FOUR_BY_SIX)
    until(lambda: shop.printers.queue(QUEUE).faults == (Fault.COVER_OPEN,), "the cover is open")
    shop.says("INFO: Printing started")
    until(lambda: shop.printers.queue(QUEUE).able, "the cover is shut")
    assert shop.printers.job(job).faults == ()
    shop.says()
    until(lambda: shop.printers.job(job).state.terminal, "the job goes on")
    assert shop.printers.job(job).state is JobState.COMPLETED
    assert shop.printers.queue(QUEUE).able
    assert len(shop.received()) == 1


def test_a_driver_that_gives_up_leaves_its_cause_with_the_stopped_queue(
    shop: Shop, tmp_path: Path
) -> None:
    shop.printers.add_queue(QUEUE, device(shop), Media.FOUR_BY_SIX)
    shop.says("ERROR: User-Recoverable Printer Error: 1300 => Paper Jam, halting queue!")
    shop.gives_up(BACKEND_STOP)
    picture = noise(tmp_path / "picture.jpg", RX1_SIZE)
    job = shop.printers.submit(QUEUE, picture, key="k", copies=1, sheet=Sheet.FOUR_BY_SIX)
    until(lambda: shop.printers.queue(QUEUE).state is QueueState.STOPPED, "the queue stops")
    assert shop.printers.queue(QUEUE).faults == (Fault.MEDIA_JAM, Fault.PAUSED)
    assert shop.printers.job(job).faults == (Fault.MEDIA_JAM, Fault.PAUSED)

    shop.says()
    shop.printers.enable(QUEUE)
    until(lambda: shop.printers.job(job).state is JobState.COMPLETED, "the job goes on")
    assert shop.printers.queue(QUEUE).able
