"""Which cameras the system knows, by the names that stay."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

DEVICES = Path("/dev")
KNOWN = Path("/sys/class/video4linux")
PICTURES = "0"
"""The index of the node that sends a webcam's pictures; the next ones send what is about them."""


@dataclass(frozen=True)
class FoundDevice:
    """``source`` is what belongs into the settings: it outlives unplugging and other sockets."""

    source: str
    name: str
    node: Path


def devices(known: Path = KNOWN, files: Path = DEVICES) -> list[FoundDevice]:
    """Cameras on V4L2. One without a serial number of its own is known by its number only."""
    names = _stable_names(files)
    found = []
    for entry in sorted(known.glob("video*"), key=_number):
        if _read(entry / "index") not in (PICTURES, ""):
            continue
        node = files / entry.name
        source = str(names.get(node.resolve(), node))
        found.append(FoundDevice(source, _read(entry / "name") or "a camera without a name", node))
    return found


def _stable_names(files: Path) -> dict[Path, Path]:
    links = sorted((files / "v4l" / "by-id").glob("*"), reverse=True)
    return {link.resolve(): link for link in links}


def _number(entry: Path) -> int:
    digits = entry.name.removeprefix("video")
    return int(digits) if digits.isdecimal() else 0


def _read(file: Path) -> str:
    """Without what a terminal might take for an order; the device wrote it."""
    with suppress(OSError):
        text = file.read_text(encoding="utf-8", errors="replace").strip()
        return "".join(letter for letter in text if letter.isprintable())
    return ""
