"""IPP's encoding (RFC 8010): requests to bytes, and answers from bytes.

pycups can't be used where a printer itself is asked: its calls are made for cupsd's own
addresses, wait without limit, and its decoder fails at collections and octet strings, which is
what printers describe their media and supplies with.
"""

from __future__ import annotations

import enum
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kiosk.domain.errors import PrintingUnavailable

Attributes = Mapping[str, Any]
"""One value is bare, several are a list; a collection is a mapping. None is out-of-band: unknown,
no-value."""

VERSION = b"\x02\x00"
END, JOB_GROUP, PRINTER_GROUP = 0x03, 0x02, 0x04
OPERATION_GROUP = 0x01
FIRST_VALUE_TAG = 0x10
FIRST_TAG_WITH_A_VALUE = 0x20
BEGIN_COLLECTION, END_COLLECTION, MEMBER_NAME = 0x34, 0x37, 0x4A
INTEGER, BOOLEAN, ENUM = 0x21, 0x22, 0x23
OCTETS, DATE, RESOLUTION, RANGE = 0x30, 0x31, 0x32, 0x33
TEXT_WITH_LANGUAGE, NAME_WITH_LANGUAGE = 0x35, 0x36


class Tag(enum.IntEnum):
    """The kinds of values that the booth sends."""

    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48


class Operation(enum.IntEnum):
    GET_JOBS = 0x000A
    GET_PRINTER_ATTRIBUTES = 0x000B


@dataclass(frozen=True)
class Answer:
    """``status`` below 0x0100 is yes. One mapping for each job; an answer about a printer has at
    most one for it."""

    status: int
    jobs: tuple[Attributes, ...]
    printer: Attributes


def encode(
    operation: Operation, printer_uri: str, extra: Sequence[tuple[Tag, str, str]] = ()
) -> bytes:
    """A request without a document. Several values of one attribute follow each other under the
    same name."""
    attributes: Sequence[tuple[Tag, str, str]] = (
        (Tag.CHARSET, "attributes-charset", "utf-8"),
        (Tag.LANGUAGE, "attributes-natural-language", "en"),
        (Tag.URI, "printer-uri", printer_uri),
        *extra,
    )
    body, before = bytearray(), ""
    for tag, name, value in attributes:
        body += bytes([tag]) + _sized("" if name == before else name) + _sized(value)
        before = name
    head = VERSION + struct.pack(">Hi", operation, 1)
    return head + bytes([OPERATION_GROUP]) + bytes(body) + bytes([END])


def decode(answer: bytes) -> Answer:
    """Raises PrintingUnavailable for what is not IPP."""
    try:
        return _decode(_Reader(answer))
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise PrintingUnavailable(f"the printer's answer is not IPP: {error}") from error


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, count: int) -> bytes:
        taken = self._data[self._at : self._at + count]
        if len(taken) < count:
            raise IndexError(f"it ends after {len(self._data)} bytes")
        self._at += count
        return taken

    def byte(self) -> int:
        return self.take(1)[0]

    def sized(self) -> bytes:
        return self.take(int(struct.unpack(">H", self.take(2))[0]))


def _decode(reader: _Reader) -> Answer:
    _, status, _ = struct.unpack(">HHi", reader.take(8))
    jobs: list[Attributes] = []
    printer: dict[str, Any] = {}
    tag = reader.byte()
    while tag != END:
        group: dict[str, Any] = {}
        kind, tag = tag, reader.byte()
        for name, value, following in _values(reader, tag):
            tag = following
            _put(group, name, value)
        if kind == JOB_GROUP:
            jobs.append(group)
        elif kind == PRINTER_GROUP:
            printer.update(group)
    return Answer(status, tuple(jobs), printer)


def _values(reader: _Reader, tag: int) -> Iterator[tuple[str, Any, int]]:
    """Name, value and the tag that follows, to the end of the group."""
    name = ""
    while tag >= FIRST_VALUE_TAG:
        name = reader.sized().decode() or name
        value = _value(reader, tag, reader.sized())
        tag = reader.byte()
        yield name, value, tag


def _put(group: dict[str, Any], name: str, value: object) -> None:
    if name not in group:
        group[name] = value
    elif isinstance(group[name], list):
        group[name].append(value)
    else:
        group[name] = [group[name], value]


def _value(reader: _Reader, tag: int, raw: bytes) -> object:
    if tag == BEGIN_COLLECTION:
        return _collection(reader)
    if tag < FIRST_TAG_WITH_A_VALUE:
        return None
    return PLAIN.get(tag, bytes.decode)(raw)


def _collection(reader: _Reader) -> Attributes:
    members: dict[str, Any] = {}
    name = ""
    while (tag := reader.byte()) != END_COLLECTION:
        reader.sized()  # a member's own name field is always empty
        raw = reader.sized()
        if tag == MEMBER_NAME:
            name = raw.decode()
        else:
            _put(members, name, _value(reader, tag, raw))
    reader.sized(), reader.sized()
    return members


def _integer(raw: bytes) -> int:
    return int(struct.unpack(">i", raw)[0])


def _without_language(raw: bytes) -> str:
    reader = _Reader(raw)
    reader.sized()
    return reader.sized().decode()


PLAIN: Mapping[int, Callable[[bytes], object]] = {
    INTEGER: _integer,
    ENUM: _integer,
    BOOLEAN: lambda raw: raw != b"\x00",
    OCTETS: bytes,
    DATE: bytes,
    RESOLUTION: lambda raw: struct.unpack(">iib", raw),
    RANGE: lambda raw: struct.unpack(">ii", raw),
    TEXT_WITH_LANGUAGE: _without_language,
    NAME_WITH_LANGUAGE: _without_language,
}


def _sized(text: str) -> bytes:
    raw = text.encode()
    return struct.pack(">H", len(raw)) + raw
