"""What a driverless printer is and takes, by its own word."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.errors import PrintingUnavailable, PrintRefused
from kiosk.domain.printing import Media, PrinterType
from kiosk.printing.connection import Attributes
from kiosk.printing.ipp import Operation, Tag
from kiosk.printing.ipp_client import ask, speaks_ipp
from kiosk.printing.loaded import media_ready, several

PATIENCE_S = 2.0
WANTED = (
    "marker-types",
    "media-col-ready",
    "media-ready",
    "media-supported",
    "printer-make-and-model",
    "printer-supply",
)
KINDS = (("ribbon", PrinterType.DYE_SUB), ("toner", PrinterType.LASER), ("ink", PrinterType.INKJET))
"""Parts of the names of supplies (RFC 3805, PrtMarkerSuppliesTypeTC); a ribbon's has ink in it."""


@dataclass(frozen=True)
class Asked:
    """``type`` is None where its supplies don't tell, ``media_ready`` where it says nothing.
    ``media`` are the kits that it takes, what is in it first; empty where it names no media."""

    make_and_model: str
    type: PrinterType | None
    media: tuple[Media, ...]
    media_ready: Media | None


def ask_what_it_is(uri: str) -> Asked | None:
    """None for a printer that can't be asked, or does not answer within 2 s."""
    if not speaks_ipp(uri):
        return None
    asked = [(Tag.KEYWORD, "requested-attributes", name) for name in WANTED]
    try:
        answer = ask(uri, Operation.GET_PRINTER_ATTRIBUTES, asked, PATIENCE_S)
    except (PrintingUnavailable, PrintRefused):
        return None
    return read_asked(answer.printer)


def read_asked(said: Attributes) -> Asked:
    ready = media_ready(said)
    takes = {media_ready({"media-ready": name}) for name in several(said.get("media-supported"))}
    kits: list[Media] = [media for media in Media if media in takes and media is not Media.OTHER]
    if takes and not kits:
        kits.append(Media.OTHER)
    return Asked(
        make_and_model=str(said.get("printer-make-and-model") or ""),
        type=_type(said),
        media=tuple(sorted(kits, key=lambda media: media is not ready)),
        media_ready=ready,
    )


def _type(said: Attributes) -> PrinterType | None:
    supplies = [*several(said.get("marker-types")), *several(said.get("printer-supply"))]
    words = " ".join(_text(supply) for supply in supplies).lower()
    return next((kind for part, kind in KINDS if part in words), None)


def _text(value: object) -> str:
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)
