"""Which kind of source a setting names, and what can be said about it without opening it."""

from __future__ import annotations

import ipaddress
import os
import socket
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import assert_never
from urllib.parse import urlsplit

from kiosk.camera.faults import Fault, FaultKind, SourceFault
from kiosk.domain.camera import CameraTrouble

NO_LIBRARY = "For a DSLR the booth needs libgphoto2: pip install 'kiosk[dslr]', then restart it."
NO_ADDRESS = "The camera's source is no address that can be read. Correct it."
KNOCK_S = 0.5
PORTS = {"http": 80, "https": 443, "rtsp": 554}


@dataclass(frozen=True)
class Clip:
    path: Path


@dataclass(frozen=True)
class Device:
    path: Path


@dataclass(frozen=True)
class Url:
    url: str


@dataclass(frozen=True)
class Dslr:
    """A camera that libgphoto2 drives. ``which`` is its port, such as "usb:001,004", or a part of
    its model's name; empty where any will do."""

    which: str = ""


Watched = Clip | Device | Url
Place = Watched | Dslr


def place_of(source: str) -> Place:
    """Reads ``CameraSettings.source``."""
    if source == "dslr" or source.startswith("dslr:"):
        return Dslr(source.partition(":")[2])
    if source.startswith("clip:"):
        return Clip(Path(source.removeprefix("clip:")))
    if source.isdecimal():
        return Device(Path(f"/dev/video{source}"))
    if "://" in source:
        return Url(source)
    return Device(Path(source)) if source.startswith("/dev/") else Clip(Path(source))


def is_dslr(source: str) -> bool:
    return isinstance(place_of(source), Dslr)


def spoken(place: Place) -> str:
    """The place as staff may see it: a URL's user and password are left out."""
    match place:
        case Clip(path) | Device(path):
            return str(path)
        case Url(url):
            parts = urlsplit(url)
            return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
        case Dslr(which):
            return f"The DSLR {which}".strip()
        case _:
            assert_never(place)


def no_answer(place: Place) -> SourceFault:
    """To be raised where nothing listens at a URL, or nobody answers."""
    words = f"No answer from {spoken(place)}. Check the camera's power, network and address."
    return SourceFault(FaultKind.PASSING, words, CameraTrouble.UNREACHABLE)


def fault_before_opening(place: Place, *, was_live: bool) -> Fault | None:
    """What is plainly wrong: cheap enough to ask every second, and spares starting a process.

    ``was_live`` tells a camera that was unplugged from one that was never there.
    """
    match place:
        case Url():
            return _silent_address(place)
        case Clip(path):
            return _missing_clip(path)
        case Device(path):
            return _missing_device(path, was_live=was_live)
        case Dslr():
            return None if find_spec("gphoto2") else Fault(FaultKind.LASTING, NO_LIBRARY)
        case _:
            assert_never(place)


def _silent_address(place: Url) -> Fault | None:
    """Names are left to the camera process: looking one up can hang, and only it can be killed."""
    try:
        parts = urlsplit(place.url)
        port = parts.port or PORTS.get(parts.scheme)
    except ValueError:
        return Fault(FaultKind.LASTING, NO_ADDRESS, CameraTrouble.NOT_THERE)
    try:
        host = ipaddress.ip_address(parts.hostname or "")
    except ValueError:
        return None
    if port is None:
        return None
    try:
        socket.create_connection((str(host), port), KNOCK_S).close()
    except OSError:
        return no_answer(place).fault
    return None


def _missing_clip(path: Path) -> Fault | None:
    if not path.is_file():
        words = f"There is no clip at {path}. Correct the camera's source."
        return Fault(FaultKind.LASTING, words, CameraTrouble.NOT_THERE)
    if not os.access(path, os.R_OK):
        words = f"The booth may not read {path}. Change its permissions."
        return Fault(FaultKind.LASTING, words, CameraTrouble.FORBIDDEN)
    return None


def _missing_device(path: Path, *, was_live: bool) -> Fault | None:
    if not path.exists():
        if was_live:
            return unplugged().fault
        words = f"There is no camera at {path}. Plug it in, or correct the camera's source."
        return Fault(FaultKind.LASTING, words, CameraTrouble.NOT_THERE)
    if not os.access(path, os.R_OK | os.W_OK):
        return no_permission(path).fault
    return None


def unplugged() -> SourceFault:
    words = "The camera is unplugged. Check its cable and power."
    return SourceFault(FaultKind.PASSING, words, CameraTrouble.UNPLUGGED)


def no_permission(path: Path) -> SourceFault:
    words = f"The booth may not use {path}. Add its user to the group 'video' and log in again."
    return SourceFault(FaultKind.LASTING, words, CameraTrouble.FORBIDDEN)


def stopped_sending(what: object) -> SourceFault:
    words = f"{what} stopped sending pictures. Check cable and power."
    return SourceFault(FaultKind.PASSING, words, CameraTrouble.SILENT)
