"""A dye-sub on USB through Gutenprint's real driver: the cable's end alone is a stand-in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.clock import RandomKeys
from kiosk.domain import session as s
from kiosk.domain.printing import Media, QueueState, Sheet
from kiosk.domain.registered import PixelSize, RegisteredPrinter
from kiosk.store.mirror import open_mirror
from tests.printing import dnp
from tests.printing.shop import Shop, open_shop
from tests.printing.test_drivers import BACKEND_STOP, RX1_SIZE, device

from .print_half import PACE, print_half
from .print_house import WHO, PrintHouse, activate, until

QUEUE = "rx1"


@pytest.fixture
def shop() -> Iterator[Shop]:
    with open_shop() as shop:
        yield shop


@pytest.fixture
def house(shop: Shop, tmp_path: Path) -> Iterator[PrintHouse]:
    found = device(shop)
    shop.printers.add_queue(QUEUE, found, Media.FOUR_BY_SIX)
    mirror = open_mirror(tmp_path, RandomKeys().new_id)
    activate(mirror)
    printer = RegisteredPrinter(
        id=RandomKeys().new_id(),
        name="DNP RX1",
        type=found.type,
        connection_type=found.connection_type,
        is_default=True,
        queue=QUEUE,
        uri=found.uri,
        pixel_sizes={Sheet.FOUR_BY_SIX: PixelSize(*RX1_SIZE)},
    )
    mirror.printers.add(printer, WHO, datetime.now(UTC))
    yield PrintHouse(shop.world, tmp_path, mirror)
    mirror.close()


def test_paper_that_ran_out_stops_the_queue_and_its_return_starts_it_by_itself(
    shop: Shop, house: PrintHouse
) -> None:
    pace = replace(PACE, print_retry=1.0, print_patience=60.0)
    shop.says("STATE: +media-empty-error", "ERROR: Printer media empty")
    shop.gives_up(BACKEND_STOP)
    with print_half(house.data_dir, house.mirror, house.cups, pace) as half:
        guest = house.guest_pays()
        half.print(guest)
        until(lambda: half.printers.queue(QUEUE).state is QueueState.STOPPED, "the queue stops")
        assert shop.received() == []
        shop.says()
        house.await_end(guest)
    assert isinstance(house.state(guest), s.Delivered)
    (received,) = shop.received()
    height, width, _ = dnp.picture(received).shape
    assert {width, height} == set(RX1_SIZE)
