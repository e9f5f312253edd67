"""Where the receipt printer is, as ``kiosk.toml`` says it."""

from __future__ import annotations

import re
from dataclasses import dataclass

BAUD = 9600
"""What ESC/POS printers are delivered with."""

NETWORK = re.compile(r"network:(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+):(\d{1,5})")
SERIAL = re.compile(r"serial:(/[^\s:]+)(?::(\d{3,7}))?")
FILE = re.compile(r"file:(/\S+)")
USB = re.compile(r"usb:([0-9A-Fa-f]{4}):([0-9A-Fa-f]{4})")

FORMS = "network:HOST:PORT, serial:/dev/…[:BAUD], file:/dev/… or usb:VENDOR:PRODUCT (in hex)"


@dataclass(frozen=True)
class NetworkDevice:
    host: str
    port: int


@dataclass(frozen=True)
class SerialDevice:
    path: str
    baud: int = BAUD


@dataclass(frozen=True)
class FileDevice:
    path: str


@dataclass(frozen=True)
class UsbDevice:
    vendor: int
    product: int


ReceiptDevice = NetworkDevice | SerialDevice | FileDevice | UsbDevice


def receipt_device(text: str) -> ReceiptDevice:
    """Raises ValueError that says what is allowed."""
    if found := NETWORK.fullmatch(text):
        port = int(found[2])
        if 0 < port < 65536:
            return NetworkDevice(found[1].strip("[]"), port)
    if found := SERIAL.fullmatch(text):
        return SerialDevice(found[1], int(found[2] or BAUD))
    if found := FILE.fullmatch(text):
        return FileDevice(found[1])
    if found := USB.fullmatch(text):
        return UsbDevice(int(found[1], 16), int(found[2], 16))
    raise ValueError(f"must be {FORMS}")
