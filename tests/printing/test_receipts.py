"""Receipts reach the printer whole, and a printer that is off or hangs costs a bounded time."""

from __future__ import annotations

import contextlib
import os
import pty
import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from escpos import constants

from kiosk.domain.errors import ReceiptUnavailable
from kiosk.domain.order import PaymentMethod
from kiosk.domain.receipt import Item, Receipt, ShiftSlip, Tendered, receipt_lines, slip_lines
from kiosk.domain.receipt_device import (
    FileDevice,
    NetworkDevice,
    ReceiptDevice,
    SerialDevice,
    UsbDevice,
)
from kiosk.printing.receipts import ReceiptPrinter
from tests.printing.conftest import until
from tests.printing.receipt_paper import Paper, decoded, words_of

NOW = datetime(2026, 7, 12, 19, 5, tzinfo=UTC)
CASH = (Tendered(PaymentMethod.CASH, 35_000),)
RECEIPT = Receipt("A-1", NOW, (Item("Foto 4×6 “Señor” \x1b@\x1dV", 35_000),), 35_000, CASH)
SLIP = ShiftSlip(NOW, NOW, "Rina", 5_000, 5_000, ())
LONG = Receipt("A-2", NOW, tuple(Item(f"Foto {n}", n) for n in range(4_000)), 1, CASH)
PATIENCE_S = 0.6
BOUND_S = PATIENCE_S + 1.5  # for a machine that has other things to do


@pytest.fixture
def paper() -> Iterator[Paper]:
    with closing(Paper()) as printer:
        yield printer


def refused(device: ReceiptDevice, what: Receipt = RECEIPT) -> tuple[str, float]:
    began = time.monotonic()
    with pytest.raises(ReceiptUnavailable) as caught:
        ReceiptPrinter(device, width=32, patience_s=PATIENCE_S).print(what)
    seconds = time.monotonic() - began
    until(lambda: not delivering(), "an end of the delivery", 10)
    return str(caught.value), seconds


def delivering() -> bool:
    return any(thread.name == "receipt" for thread in threading.enumerate())


# ---- what comes out ------------------------------------------------------------------------


@pytest.mark.parametrize("width", [32, 42, 48])
def test_a_receipt_comes_out_line_by_line_and_is_cut(paper: Paper, width: int) -> None:
    ReceiptPrinter(paper.device, width=width).print(RECEIPT)
    (content,) = paper.wait()
    assert words_of(content) == [line.text for line in receipt_lines(RECEIPT, width)]
    text = decoded(content)
    assert text.startswith("<reset>")
    assert text.endswith("<cut>")
    assert text.count("<cut>") == text.count("<reset>") == 1
    assert re.search(r"<tall><b>TOTAL +Rp 35\.000\n", text)


def test_a_slip_too(paper: Paper) -> None:
    ReceiptPrinter(paper.device, width=42).print(SLIP)
    (content,) = paper.wait()
    assert words_of(content) == [line.text for line in slip_lines(SLIP, 42)]


def test_several_at_once_come_out_one_after_the_other(paper: Paper) -> None:
    printer = ReceiptPrinter(paper.device, width=32)
    threads = [threading.Thread(target=printer.print, args=(RECEIPT,)) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(set(paper.wait(5))) == 1


def test_over_a_serial_line() -> None:
    master, slave = pty.openpty()
    heard = bytearray()
    reader = threading.Thread(target=_read_all, args=(master, heard), daemon=True)
    reader.start()
    ReceiptPrinter(SerialDevice(os.ttyname(slave)), width=32).print(RECEIPT)
    until(lambda: constants.PAPER_FULL_CUT in heard, "the cut", 10)
    assert words_of(bytes(heard)) == [line.text for line in receipt_lines(RECEIPT, 32)]
    os.close(slave)
    reader.join(10)
    os.close(master)


def test_over_a_device_file(tmp_path: Path) -> None:
    pipe = tmp_path / "lp0"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    ReceiptPrinter(FileDevice(str(pipe)), width=32).print(RECEIPT)
    assert words_of(os.read(reader, 65536)) == [line.text for line in receipt_lines(RECEIPT, 32)]
    os.close(reader)


# ---- what does not ---------------------------------------------------------------------------


def test_a_printer_that_is_off_is_told_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    message, seconds = refused(NetworkDevice("127.0.0.1", port))
    assert "refused" in message
    assert seconds < PATIENCE_S


def test_a_printer_that_never_answers_costs_a_bounded_time() -> None:
    """A queue of connections that is full: the kernel drops the next one's packets."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        filling = [socket.socket() for _ in range(3)]
        for peer in filling:
            peer.settimeout(0)
            peer.connect_ex(listener.getsockname())
        message, seconds = refused(NetworkDevice("127.0.0.1", listener.getsockname()[1]))
        for peer in filling:
            peer.close()
    assert "timed out" in message
    assert PATIENCE_S * 0.9 < seconds < BOUND_S


def test_a_printer_that_takes_the_call_and_then_hangs_costs_a_bounded_time() -> None:
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
        listener.bind(("127.0.0.1", 0))
        listener.listen(4)
        message, seconds = refused(NetworkDevice("127.0.0.1", listener.getsockname()[1]), LONG)
    assert "takes nothing any more" in message
    assert PATIENCE_S * 0.9 < seconds < BOUND_S


def test_a_printer_that_hangs_in_its_driver_is_left_and_met_by_no_second_call(
    tmp_path: Path,
) -> None:
    """A pipe that is full stands for /dev/usb/lp0 without paper."""
    pipe = tmp_path / "lp0"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    printer = ReceiptPrinter(FileDevice(str(pipe)), width=32, patience_s=PATIENCE_S)
    began = time.monotonic()
    with pytest.raises(ReceiptUnavailable, match="takes nothing any more"):
        printer.print(LONG)
    assert time.monotonic() - began < BOUND_S
    with contextlib.suppress(BlockingIOError):
        while os.read(reader, 65536):
            pass
    printer.print(RECEIPT)
    assert constants.PAPER_FULL_CUT in os.read(reader, 65536)
    os.close(reader)


def test_a_serial_line_that_nobody_reads_costs_a_bounded_time() -> None:
    master, slave = pty.openpty()
    _, seconds = refused(SerialDevice(os.ttyname(slave)), LONG)
    os.close(master)
    os.close(slave)
    assert seconds < BOUND_S


@pytest.mark.parametrize(
    "device",
    [
        SerialDevice("/dev/no-such-line"),
        UsbDevice(0x1D6B, 0xFFFF),
        NetworkDevice("no-such-host.invalid", 9100),
    ],
)
def test_a_printer_that_is_not_there_is_told(device: ReceiptDevice) -> None:
    message, seconds = refused(device)
    assert message.startswith("no receipt: ")
    assert seconds < BOUND_S


def test_a_device_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    message, _ = refused(FileDevice(str(tmp_path / "lp0")))
    assert "No such file or directory" in message
    assert not list(tmp_path.iterdir())


def _read_all(master: int, heard: bytearray) -> None:
    while True:
        try:
            heard += os.read(master, 4096)
        except OSError:
            return
