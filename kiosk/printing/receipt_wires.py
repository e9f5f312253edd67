"""Bytes to the receipt printer, over whatever it hangs on, until a deadline."""

from __future__ import annotations

import fcntl
import os
import select
import socket
import struct
import termios
import time
from contextlib import closing
from typing import assert_never

from kiosk.domain.receipt_device import (
    FileDevice,
    NetworkDevice,
    ReceiptDevice,
    SerialDevice,
    UsbDevice,
)

LOOK_AGAIN_S = 0.02


def send(device: ReceiptDevice, content: bytes, deadline: float) -> None:
    """Returns when the printer has taken all of ``content``. ``deadline`` is CLOCK_MONOTONIC.

    Raises OSError, TimeoutError among them, and whatever a driver raises.
    """
    match device:
        case NetworkDevice():
            _to_network(device, content, deadline)
        case SerialDevice():
            _to_serial(device, content, deadline)
        case FileDevice():
            _to_file(device, content, deadline)
        case UsbDevice():
            _to_usb(device, content, deadline)
        case _:
            assert_never(device)


def _to_network(device: NetworkDevice, content: bytes, deadline: float) -> None:
    address = (device.host, device.port)
    with socket.create_connection(address, timeout=_rest(deadline)) as printer:
        printer.settimeout(_rest(deadline))
        printer.sendall(content)
        # Sent is only what the other end has acknowledged; one that hangs takes no more.
        _drain(printer.fileno(), deadline)
        printer.shutdown(socket.SHUT_WR)


def _to_serial(device: SerialDevice, content: bytes, deadline: float) -> None:
    from serial import Serial

    wire = Serial(device.path, device.baud, dsrdtr=True, write_timeout=_rest(deadline))
    with closing(wire):
        try:
            wire.write(content)
            _drain(wire.fileno(), deadline)
        except OSError:
            wire.reset_output_buffer()  # closing would wait for it
            raise


def _to_file(device: FileDevice, content: bytes, deadline: float) -> None:
    """A character device such as /dev/usb/lp0: it is opened as it is, never made."""
    wire = os.open(device.path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    try:
        rest = memoryview(content)
        while rest:
            ready = select.select([], [wire], [], _rest(deadline))[1]
            if ready:
                rest = rest[os.write(wire, rest) :]
    finally:
        os.close(wire)


def _to_usb(device: UsbDevice, content: bytes, deadline: float) -> None:
    from escpos.printer import Usb

    printer = Usb(device.vendor, device.product, timeout=round(_rest(deadline) * 1000))
    printer.open()
    with closing(printer):
        printer._raw(content)  # noqa: SLF001 - escpos' own way to send what a Dummy has recorded


def _drain(wire: int, deadline: float) -> None:
    while _unsent(wire):
        _rest(deadline)
        time.sleep(LOOK_AGAIN_S)


def _unsent(wire: int) -> int:
    """Bytes that the other end has not taken: SIOCOUTQ, which is TIOCOUTQ (tcp(7))."""
    answer = fcntl.ioctl(wire, termios.TIOCOUTQ, bytes(4))
    return int(struct.unpack("i", answer)[0])


def _rest(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError("the printer takes nothing any more")
    return left
