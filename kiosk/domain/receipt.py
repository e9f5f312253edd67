"""What comes out of the small receipt printer: receipts, and the slip at the end of a shift.

Everything is laid out to lines of plain ASCII: receipt printers come with code pages of their own,
and what is not in theirs comes out as another letter, or as a command.
"""

from __future__ import annotations

import enum
import re
import textwrap
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.money import rupiah

LIKE_THEM = str.maketrans(
    {"–": "-", "—": "-", "−": "-", "×": "x", "÷": ":", "·": "-", "•": "-", "…": "...",
     "‘": "'", "’": "'", "“": '"', "”": '"', "«": '"', "»": '"', "€": "EUR"}
)  # fmt: skip
"""What Unicode's own decomposition does not turn into ASCII."""


class Tender(enum.Enum):
    """RFC-007's ``payments.method``, as far as money changes hands."""

    CASH = "cash"
    QRIS = "qris"
    VOUCHER = "voucher"


TENDER_WORDS = {Tender.CASH: "Tunai", Tender.QRIS: "QRIS", Tender.VOUCHER: "Voucher"}


@dataclass(frozen=True)
class Item:
    """``amount`` in whole rupiah."""

    name: str
    amount: int


@dataclass(frozen=True)
class Receipt:
    """``date`` is in the zone in which it is printed; ``amount`` and ``fee`` are in whole rupiah,
    and ``amount`` has the fee in it. ``operator`` are the lines at the top, the name first."""

    number: str
    date: datetime
    items: tuple[Item, ...]
    amount: int
    method: Tender
    operator: tuple[str, ...] = ()
    fee: int = 0


@dataclass(frozen=True)
class Taken:
    """What one way to pay brought in a shift: ``amount`` in whole rupiah from ``count`` sales."""

    method: Tender
    count: int
    amount: int


@dataclass(frozen=True)
class ShiftSlip:
    """``counted`` is the cash in the drawer, ``recorded`` what should be there, both in whole
    rupiah. Times are in the zone in which they are printed."""

    opened: datetime
    closed: datetime
    by: str
    counted: int
    recorded: int
    taken: tuple[Taken, ...]
    operator: tuple[str, ...] = ()

    @property
    def difference(self) -> int:
        """Positive where there is more than there should be."""
        return self.counted - self.recorded


class Look(enum.Enum):
    PLAIN = "plain"
    BOLD = "bold"
    TALL = "tall"  # bold and twice as high, as wide as the others


@dataclass(frozen=True)
class Line:
    """Printable ASCII, no longer than the paper is wide, without its end."""

    text: str
    look: Look = Look.PLAIN


def receipt_lines(receipt: Receipt, width: int) -> tuple[Line, ...]:
    """``width`` is in letters."""
    return tuple(_receipt(receipt, width))


def slip_lines(slip: ShiftSlip, width: int) -> tuple[Line, ...]:
    """``width`` is in letters."""
    return tuple(_slip(slip, width))


def plain(words: str) -> str:
    """The same words in printable ASCII, on one line: accents fall, what has no like becomes ?."""
    spread = unicodedata.normalize("NFKD", words.translate(LIKE_THEM))
    letters = "".join(letter for letter in spread if not unicodedata.combining(letter))
    return "".join(_safe(letter) for letter in re.sub(r"\s+", " ", letters)).strip()


def _safe(letter: str) -> str:
    if letter.isascii():
        return letter if letter.isprintable() else ""
    return "" if unicodedata.category(letter) == "Cf" else "?"


def _receipt(receipt: Receipt, width: int) -> Iterator[Line]:
    yield from _head(receipt.operator, width)
    yield from _pair("No.", receipt.number, width)
    yield from _pair("Tanggal", _moment(receipt.date), width)
    yield _rule(width)
    for item in receipt.items:
        yield from _pair(item.name, rupiah(item.amount), width)
    if receipt.fee:
        yield from _pair("Biaya layanan", rupiah(receipt.fee), width)
    yield _rule(width)
    yield from _pair("TOTAL", rupiah(receipt.amount), width, Look.TALL)
    yield from _pair("Dibayar", TENDER_WORDS[receipt.method], width)
    yield Line("")
    yield from _centred("Terima kasih!", width)


def _slip(slip: ShiftSlip, width: int) -> Iterator[Line]:
    yield from _head(slip.operator, width)
    yield from _centred("TUTUP KASIR", width, Look.TALL)
    yield from _pair("Petugas", slip.by, width)
    yield from _pair("Buka", _moment(slip.opened), width)
    yield from _pair("Tutup", _moment(slip.closed), width)
    yield _rule(width)
    for taken in slip.taken:
        name = f"{TENDER_WORDS[taken.method]} ({taken.count}x)"
        yield from _pair(name, rupiah(taken.amount), width)
    yield from _pair("Semua", rupiah(sum(t.amount for t in slip.taken)), width, Look.BOLD)
    yield _rule(width)
    yield from _pair("Tunai tercatat", rupiah(slip.recorded), width)
    yield from _pair("Tunai dihitung", rupiah(slip.counted), width)
    yield from _pair(*_difference(slip.difference), width, Look.TALL)
    yield Line("")
    yield from _pair("Tanda tangan", "_" * (width // 2), width)


def _difference(rupiahs: int) -> tuple[str, str]:
    if rupiahs == 0:
        return "Selisih", "tidak ada"
    return "Lebih" if rupiahs > 0 else "Kurang", rupiah(abs(rupiahs))


def _head(operator: tuple[str, ...], width: int) -> Iterator[Line]:
    for number, words in enumerate(operator):
        yield from _centred(words, width, Look.PLAIN if number else Look.BOLD)
    if operator:
        yield Line("")


def _rule(width: int) -> Line:
    return Line("-" * width)


def _centred(words: str, width: int, look: Look = Look.PLAIN) -> Iterator[Line]:
    for row in textwrap.wrap(plain(words), width):
        yield Line(row.center(width).rstrip(), look)


def _pair(name: str, value: str, width: int, look: Look = Look.PLAIN) -> Iterator[Line]:
    """The name on the left, on several lines where it is long, and the value at the right end of
    the last one. Neither is ever cut."""
    *above, last = textwrap.wrap(plain(name), width) or [""]
    yield from (Line(row, look) for row in above)
    for row in textwrap.wrap(plain(value), width) or [""]:
        if last and len(last) + 1 + len(row) > width:
            yield Line(last, look)
            last = ""
        yield Line(last + row.rjust(width - len(last)), look)
        last = ""


def _moment(moment: datetime) -> str:
    return f"{moment:%d.%m.%Y %H.%M}"
