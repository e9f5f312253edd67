"""IPP's encoding, against RFC 8010's examples of it and against a real printer's whole answer."""

from __future__ import annotations

import http.client
from urllib.parse import urlsplit

import pytest

from kiosk.domain.errors import PrintingUnavailable
from kiosk.printing.ipp import Operation, Tag, decode, encode
from tests.printing.conftest import PrintRoom

MEDIA = (
    b"\x34\x00\x09media-col\x00\x00"
    b"\x4a\x00\x00\x00\x0amedia-size\x34\x00\x00\x00\x00"
    b"\x4a\x00\x00\x00\x0bx-dimension\x21\x00\x00\x00\x04\x00\x00\x27\xb0"
    b"\x37\x00\x00\x00\x00"
    b"\x4a\x00\x00\x00\x0amedia-type\x44\x00\x00\x00\x05gloss"
    b"\x37\x00\x00\x00\x00"
)


def answer(*groups: bytes) -> bytes:
    return b"\x02\x00\x00\x00\x00\x00\x00\x01" + b"".join(groups) + b"\x03"


def test_a_request_as_rfc_8010_lays_it_out() -> None:
    sent = encode(
        Operation.GET_JOBS,
        "ipp://p/",
        [
            (Tag.KEYWORD, "requested-attributes", "job-id"),
            (Tag.KEYWORD, "requested-attributes", "job-name"),
        ],
    )
    assert sent.startswith(
        b"\x02\x00\x00\x0a\x00\x00\x00\x01\x01\x47\x00\x12attributes-charset\x00\x05utf-8"
    )
    assert sent.endswith(
        b"\x44\x00\x14requested-attributes\x00\x06job-id\x44\x00\x00\x00\x08job-name\x03"
    )


def test_one_value_is_bare_and_several_are_a_list() -> None:
    said = decode(
        answer(
            b"\x04",
            b"\x44\x00\x01a\x00\x01x",
            b"\x44\x00\x01b\x00\x01y\x44\x00\x00\x00\x01z",
            b"\x22\x00\x01c\x00\x01\x01",
            b"\x13\x00\x01d\x00\x00",
            b"\x33\x00\x01e\x00\x08\x00\x00\x00\x01\x00\x00\x00\x63",
            b"\x35\x00\x01f\x00\x08\x00\x02en\x00\x02hi",
            b"\x30\x00\x01g\x00\x01\xff",
        )
    )
    assert said.printer == {
        "a": "x", "b": ["y", "z"], "c": True, "d": None, "e": (1, 99), "f": "hi", "g": b"\xff",
    }  # fmt: skip


def test_collections_within_collections() -> None:
    said = decode(answer(b"\x04", MEDIA))
    assert said.printer == {
        "media-col": {"media-size": {"x-dimension": 10160}, "media-type": "gloss"}
    }


def test_each_job_is_a_group_also_an_empty_one() -> None:
    said = decode(
        answer(b"\x01", b"\x02\x21\x00\x01i\x00\x04\x00\x00\x00\x07", b"\x02", b"\x02" + MEDIA)
    )
    assert [dict(job).get("i") for job in said.jobs] == [7, None, None]
    assert "media-col" in said.jobs[2]


def test_an_answer_that_breaks_off_anywhere_is_no_answer(room: PrintRoom) -> None:
    whole = everything(room)
    assert decode(whole).printer["printer-name"] == "photo"
    for length in range(0, len(whole), 7):
        with pytest.raises(PrintingUnavailable):
            decode(whole[:length])


def test_what_is_not_ipp_is_no_answer() -> None:
    with pytest.raises(PrintingUnavailable):
        decode(b"<!doctype html><title>Sign in</title>")


def everything(room: PrintRoom) -> bytes:
    """The bytes of a real answer, with every attribute that ippeveprinter has."""
    place = urlsplit(room.device.uri)
    connection = http.client.HTTPConnection("127.0.0.1", place.port, timeout=5.0)
    body = encode(Operation.GET_PRINTER_ATTRIBUTES, room.device.uri)
    connection.request("POST", place.path, body, {"Content-Type": "application/ipp"})
    said = connection.getresponse().read()
    connection.close()
    return said
