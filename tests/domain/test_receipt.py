"""Receipts and slips are right to the rupiah, and no name in them can harm a printer."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, strategies as st

from kiosk.domain.order import PaymentMethod
from kiosk.domain.receipt import (
    Item,
    Line,
    Look,
    Receipt,
    ShiftSlip,
    Taken,
    Tendered,
    plain,
    receipt_lines,
    receipt_number,
    slip_lines,
)
from kiosk.domain.receipt_device import (
    FileDevice,
    NetworkDevice,
    ReceiptDevice,
    SerialDevice,
    UsbDevice,
    receipt_device,
)

WIDTHS = (32, 42, 48)
JAKARTA = timezone(timedelta(hours=7))
RECEIPT = Receipt(
    number="A-0012",
    date=datetime(2026, 7, 12, 19, 5, tzinfo=JAKARTA),
    items=(
        Item("Foto 4×6", 35_000),
        Item("Dua strip 2×6 dengan bingkai emas dan nama acara", 1_250),
    ),
    amount=36_250,
    tendered=(Tendered(PaymentMethod.VOUCHER, 10_000), Tendered(PaymentMethod.CASH, 30_000)),
    operator=("Sudut Studio", "Jl. Mawar 1 – Bandung"),
)
SLIP = ShiftSlip(
    opened=datetime(2026, 7, 12, 9, 0, tzinfo=JAKARTA),
    closed=datetime(2026, 7, 12, 21, 30, tzinfo=JAKARTA),
    by="Rina",
    counted=1_245_000,
    recorded=1_250_000,
    taken=(Taken(PaymentMethod.CASH, 30, 1_050_000), Taken(PaymentMethod.QRIS, 4, 140_000)),
)


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def test_a_receipt() -> None:
    assert texts(receipt_lines(RECEIPT, 32)) == [
        "          Sudut Studio",
        "     Jl. Mawar 1 - Bandung",
        "",
        "No.                       A-0012",
        "Tanggal         12.07.2026 19.05",
        "--------------------------------",
        "Foto 4x6               Rp 35.000",
        "Dua strip 2x6 dengan bingkai",
        "emas dan nama acara     Rp 1.250",
        "--------------------------------",
        "TOTAL                  Rp 36.250",
        "Voucher                Rp 10.000",
        "Tunai                  Rp 30.000",
        "Kembali                 Rp 3.750",
        "",
        "         Terima kasih!",
    ]


def test_a_receipts_number_is_that_of_the_guest_page() -> None:
    paid = datetime(2026, 7, 13, 1, 0, tzinfo=JAKARTA)
    assert receipt_number("019f0000-0000-7000-8000-00ffffffffff", paid) == "260712-ZZZZZZZZ"
    assert receipt_number("019f0000-0000-7000-8000-110000000021", paid) == "260712-00000011"


def test_a_slip() -> None:
    assert texts(slip_lines(SLIP, 32)) == [
        "          TUTUP KASIR",
        "Petugas                     Rina",
        "Buka            12.07.2026 09.00",
        "Tutup           12.07.2026 21.30",
        "--------------------------------",
        "Tunai (30x)         Rp 1.050.000",
        "QRIS (4x)             Rp 140.000",
        "Semua               Rp 1.190.000",
        "--------------------------------",
        "Tunai tercatat      Rp 1.250.000",
        "Tunai dihitung      Rp 1.245.000",
        "Kurang                  Rp 5.000",
        "",
        "Tanda tangan    ________________",
    ]


def test_a_fee_is_told_where_there_is_one() -> None:
    assert not any("Biaya" in line for line in texts(receipt_lines(RECEIPT, 42)))
    charged = receipt_lines(replace(RECEIPT, fee=500), 42)
    assert "Biaya layanan                       Rp 500" in texts(charged)


@pytest.mark.parametrize(
    ("counted", "words"), [(1_250_000, "Selisih"), (1_251_000, "Lebih"), (1_249_000, "Kurang")]
)
def test_money_that_lacks_or_is_too_much_is_said_in_words(counted: int, words: str) -> None:
    lines = slip_lines(replace(SLIP, counted=counted), 32)
    (last,) = [line.text for line in lines if line.look is Look.TALL][1:]
    assert last.startswith(words)
    assert last.endswith("tidak ada" if words == "Selisih" else "Rp 1.000")
    assert "-" not in last


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("Café Señor Ångström", "Cafe Senor Angstrom"),
        ("“Rina” – Budi…", '"Rina" - Budi...'),
        ("½ m² №5", "1?2 m2 No5"),
        ("Foto 打印 📷", "Foto ?? ?"),
        ("a\x1b@b\x1dV\x00c\x7f\td\r\ne", "a@b Vc d e"),
        ("zero\u200bwidth\u202e", "zerowidth"),
    ],
)
def test_names_become_what_every_printer_has(words: str, printed: str) -> None:
    assert plain(words) == printed


names = st.text(max_size=120)
rupiahs = st.integers(0, 20_000_000)


@given(
    items=st.lists(st.builds(Item, names, rupiahs), max_size=5).map(tuple),
    number=names,
    operator=st.lists(names, max_size=4).map(tuple),
    amount=rupiahs,
    width=st.sampled_from(WIDTHS),
)
def test_whatever_stands_in_a_receipt_its_lines_fit_and_nothing_is_lost(
    items: tuple[Item, ...], number: str, operator: tuple[str, ...], amount: int, width: int
) -> None:
    receipt = replace(RECEIPT, items=items, number=number, operator=operator, amount=amount)
    lines = texts(receipt_lines(receipt, width))
    assert all(len(line) <= width and re.fullmatch(r"[ -~]*", line) for line in lines)
    printed = "".join("".join(lines).split())
    for item in items:
        assert "".join(plain(item.name).split()) in printed
    assert f"{amount:,}".replace(",", ".") in printed


@pytest.mark.parametrize("width", WIDTHS)
def test_an_amount_beside_a_name_of_any_length_is_whole(width: int) -> None:
    for length in range(1, 2 * width):
        items = (Item("x" * length, 20_000_000),)
        lines = texts(receipt_lines(replace(RECEIPT, items=items), width))
        assert max(map(len, lines)) <= width
        assert sum(line.count("x") for line in lines[6:-5]) == length
        assert sum(line.endswith(" Rp 20.000.000") for line in lines) == 1


@pytest.mark.parametrize(
    ("text", "device"),
    [
        ("network:192.168.1.50:9100", NetworkDevice("192.168.1.50", 9100)),
        ("network:struk.local:9100", NetworkDevice("struk.local", 9100)),
        ("network:[fe80::1]:9100", NetworkDevice("fe80::1", 9100)),
        ("serial:/dev/ttyUSB0", SerialDevice("/dev/ttyUSB0", 9600)),
        ("serial:/dev/ttyUSB0:19200", SerialDevice("/dev/ttyUSB0", 19200)),
        ("file:/dev/usb/lp0", FileDevice("/dev/usb/lp0")),
        ("usb:04b8:0202", UsbDevice(0x04B8, 0x0202)),
    ],
)
def test_each_way_to_name_a_printer(text: str, device: ReceiptDevice) -> None:
    assert receipt_device(text) == device


@pytest.mark.parametrize(
    "text",
    ["", "usb", "usb:4b8:202", "network:host", "network:host:0", "network:host:99999",
     "network:a b:9100", "file:lp0", "serial:ttyUSB0", "serial:/dev/x:9", "/dev/usb/lp0"],
)  # fmt: skip
def test_any_other_is_refused_with_the_ways_there_are(text: str) -> None:
    with pytest.raises(ValueError, match=r"must be network:HOST:PORT, serial:/dev/…"):
        receipt_device(text)
