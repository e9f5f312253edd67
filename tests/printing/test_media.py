"""Which options print one sheet borderless."""

from __future__ import annotations

import pytest

from kiosk.domain.errors import PrintRefused
from kiosk.domain.printing import Sheet
from kiosk.printing.media import QueueMedia, offered, options, read_ppd, with_copies

DRIVERLESS = """\
*cupsFilter2: "image/jpeg image/jpeg 0 -"
*cupsManualCopies: True
*PageSize 4x6.Borderless: "<</PageSize[288 432]>>setpagedevice"
*PageSize 5x7.Borderless: "<</PageSize[360 504]>>setpagedevice"
*PageSize 6x8.Borderless: "<</PageSize[432 576]>>setpagedevice"
"""
DYE_SUB = """\
*cupsFilter: "application/vnd.cups-raster 100 rastertogutenprint.5.3"
*cupsManualCopies: True
*PageSize w288h432/4x6: "..."
*PageSize w288h432-div2/2x6*2: "..."
"""


@pytest.mark.parametrize(
    ("ppd", "sheet", "expected"),
    [
        (DRIVERLESS, Sheet.FOUR_BY_SIX, "4x6.Borderless"),
        (DRIVERLESS, Sheet.TWO_BY_SIX_PAIR, "4x6.Borderless"),
        (DRIVERLESS, Sheet.SIX_BY_EIGHT, "6x8.Borderless"),
        (DYE_SUB, Sheet.FOUR_BY_SIX, "w288h432"),
        (DYE_SUB, Sheet.TWO_BY_SIX_PAIR, "w288h432-div2"),
    ],
)
def test_the_page_size_of_a_sheet(ppd: str, sheet: Sheet, expected: str) -> None:
    assert options(read_ppd(ppd), sheet, 1)["PageSize"] == expected


def test_a_queue_without_a_driver_prints_at_its_own_default() -> None:
    assert "PageSize" not in options(QueueMedia(), Sheet.FOUR_BY_SIX, 2)


def test_a_driver_without_the_size_is_not_sent_another() -> None:
    assert offered(read_ppd(DYE_SUB)) == {Sheet.FOUR_BY_SIX, Sheet.TWO_BY_SIX_PAIR}
    with pytest.raises(PrintRefused, match="no page size for 6x8"):
        options(read_ppd(DYE_SUB), Sheet.SIX_BY_EIGHT, 1)


def test_copies_of_an_unfiltered_jpeg_need_a_printer_that_is_told() -> None:
    with pytest.raises(PrintRefused):
        options(read_ppd(DRIVERLESS), Sheet.FOUR_BY_SIX, 2)
    assert options(read_ppd(with_copies(DRIVERLESS)), Sheet.FOUR_BY_SIX, 2)["copies"] == "2"
    assert options(read_ppd(DYE_SUB), Sheet.FOUR_BY_SIX, 2)["copies"] == "2"
