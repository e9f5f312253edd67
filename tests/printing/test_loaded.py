"""What printers say of their media and supplies, as the booth's media and counts."""

from __future__ import annotations

import pytest

from kiosk.domain.printing import Media
from kiosk.printing.loaded import media_ready, prints_left

RIBBON = b"type=inkRibbon;maxcapacity=700;level=%s;class=supplyThatIsConsumed;unit=%s;"


def sized(x: object, y: object) -> dict[str, object]:
    return {"media-size": {"x-dimension": x, "y-dimension": y}}


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({}, None),
        ({"media-ready": None}, None),
        ({"media-ready": []}, None),
        ({"media-ready": "na_index-4x6_4x6in"}, Media.FOUR_BY_SIX),
        ({"media-ready": "om_small-photo_100x150mm"}, Media.FOUR_BY_SIX),
        ({"media-ready": "jpn_hagaki_100x148mm"}, Media.FOUR_BY_SIX),
        ({"media-ready": "custom_6x4in_6x4in"}, Media.FOUR_BY_SIX),
        ({"media-ready": "custom_6x8in_6x8in"}, Media.SIX_BY_EIGHT),
        ({"media-ready": "custom_dnp_152.4x203.2mm"}, Media.SIX_BY_EIGHT),
        ({"media-ready": "na_5x7_5x7in"}, Media.OTHER),
        ({"media-ready": "iso_a6_105x148mm"}, Media.FOUR_BY_SIX),
        ({"media-ready": "iso_a4_210x297mm"}, Media.OTHER),
        ({"media-ready": ["iso_a4_210x297mm", "na_index-4x6_4x6in"]}, Media.FOUR_BY_SIX),
        ({"media-ready": "main", "media-col-ready": sized(15240, 20320)}, Media.SIX_BY_EIGHT),
        ({"media-col-ready": [sized(12700, 17780), sized(10160, 15240)]}, Media.FOUR_BY_SIX),
        ({"media-col-ready": sized((1, 2), (3, 4))}, None),
        ({"media-col-ready": "none"}, None),
    ],
)
def test_media(attributes: dict[str, object], expected: Media | None) -> None:
    assert media_ready(attributes) is expected


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({}, None),
        ({"marker-levels": [80], "marker-message": ""}, None),
        ({"marker-message": "418 native prints remaining on 4x6"}, 418),
        ({"marker-message": ["0 native prints remaining on 4x6"]}, 0),
        ({"printer-supply": RIBBON % (b"312", b"impressions")}, 312),
        ({"printer-supply": RIBBON % (b"0", b"sheets")}, 0),
        ({"printer-supply": RIBBON % (b"80", b"percent")}, None),
        ({"printer-supply": RIBBON % (b"-2", b"impressions")}, None),
        (
            {
                "printer-supply": [
                    RIBBON % (b"312", b"impressions"),
                    RIBBON % (b"40", b"impressions"),
                    b"type=waste;level=1;class=receptacleThatIsFilled;unit=impressions;",
                ]
            },
            40,
        ),
        ({"printer-supply": "what"}, None),
    ],
)
def test_prints_left(attributes: dict[str, object], expected: int | None) -> None:
    assert prints_left(attributes) == expected
