"""What comes out of the small receipt printer: receipts, and the slip at the end of a shift.

Everything is laid out to lines of plain ASCII: receipt printers come with code pages of their own,
and what is not in theirs comes out as another letter, or as a command.
"""

from __future__ import annotations

import enum
import re
import textwrap
import unicodedata
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from kiosk.domain.money import rupiah
from kiosk.domain.order import PaymentMethod

LIKE_THEM = str.maketrans(
    {"–": "-", "—": "-", "−": "-", "×": "x", "÷": ":", "·": "-", "•": "-", "…": "...",
     "‘": "'", "’": "'", "“": '"', "”": '"', "«": '"', "»": '"', "€": "EUR"}
)  # fmt: skip
"""What Unicode's own decomposition does not turn into ASCII."""


METHOD_WORDS = {
    PaymentMethod.CASH: "Tunai",
    PaymentMethod.QRIS: "QRIS",
    PaymentMethod.VOUCHER: "Voucher",
    PaymentMethod.FREE: "Gratis",
}

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def receipt_number(session_id: str, first_paid: datetime) -> str:
    """``YYMMDD-XXXXXXXX``: the day (UTC) of the first payment, and the session's last 40 bits
    in Crockford's base32. The guest page says the same. Raises ValueError for no UUID."""
    bits = uuid.UUID(session_id).int
    letters = "".join(CROCKFORD[bits >> shift & 31] for shift in range(35, -1, -5))
    return f"{first_paid.astimezone(UTC):%y%m%d}-{letters}"


@dataclass(frozen=True)
class Item:
    """``amount`` in whole rupiah."""

    name: str
    amount: int


@dataclass(frozen=True)
class Tendered:
    """What came in by one payment, in whole rupiah."""

    method: PaymentMethod
    amount: int


@dataclass(frozen=True)
class Receipt:
    """``date`` is in the zone in which it is printed; ``amount`` and ``fee`` are in whole rupiah,
    and ``amount`` has the fee in it. ``operator`` are the lines at the top, the name first.

    What was ``tendered`` beyond ``amount`` is the guest's change.
    """

    number: str
    date: datetime
    items: tuple[Item, ...]
    amount: int
    tendered: tuple[Tendered, ...]
    operator: tuple[str, ...] = ()
    fee: int = 0

    @property
    def change(self) -> int:
        """In whole rupiah."""
        return max(sum(tendered.amount for tendered in self.tendered) - self.amount, 0)


@dataclass(frozen=True)
class Taken:
    """What one way to pay brought in a shift: ``amount`` in whole rupiah from ``count`` sales."""

    method: PaymentMethod
    count: int
    amount: int


@dataclass(frozen=True)
class ShiftSlip:
    """``counted`` is the cash in the drawer, ``recorded`` what should be there, both in whole
    rupiah. Times are in the zone in which they are printed. ``seal`` names the audit log's newest
    entry, so that the paper shows whether its end was cut off later."""

    opened: datetime
    closed: datetime
    by: str
    counted: int
    recorded: int
    taken: tuple[Taken, ...]
    operator: tuple[str, ...] = ()
    seal: str = ""

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
    for tendered in receipt.tendered:
        yield from _pair(METHOD_WORDS[tendered.method], rupiah(tendered.amount), width)
    if receipt.change:
        yield from _pair("Kembali", rupiah(receipt.change), width)
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
        name = f"{METHOD_WORDS[taken.method]} ({taken.count}x)"
        yield from _pair(name, rupiah(taken.amount), width)
    yield from _pair("Semua", rupiah(sum(t.amount for t in slip.taken)), width, Look.BOLD)
    yield _rule(width)
    yield from _pair("Tunai tercatat", rupiah(slip.recorded), width)
    yield from _pair("Tunai dihitung", rupiah(slip.counted), width)
    yield from _pair(*_difference(slip.difference), width, Look.TALL)
    if slip.seal:
        yield from _pair("Segel", slip.seal, width)
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
