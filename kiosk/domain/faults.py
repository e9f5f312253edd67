"""Why a printer does not print: one enum for everything that CUPS, IPP and drivers call it."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


class Fault(enum.Enum):
    """A member for each remedy. The value is an IPP state reason (RFC 8011, 5.4.12; PWG 5100.9)
    without its suffix where there is one that says it."""

    MEDIA_EMPTY = "media-empty"
    MEDIA_NEEDED = "media-needed"
    WRONG_MEDIA = "wrong-media"
    MEDIA_JAM = "media-jam"
    COVER_OPEN = "cover-open"
    TRAY_MISSING = "input-tray-missing"
    MARKER_SUPPLY_EMPTY = "marker-supply-empty"
    RIBBON = "marker-supply-missing"  # not in, loose, torn, or not read
    OUTPUT_FULL = "output-area-full"
    WASTE_FULL = "marker-waste-full"  # also a scrap box that is not in
    TEMPERATURE = "over-temperature"  # beyond what it can put right by waiting
    PREPARING = "warming-up"  # or cooling down: passes by itself
    OFFLINE = "offline"
    PAUSED = "paused"
    DRIVER = "cups-missing-filter"
    SERVICE = "service-needed"
    OTHER = "other-error"


@dataclass(frozen=True)
class FaultHelp:
    """In English, for the command line, the doctor and the log. One line each."""

    cause: str
    remedy: str


def needs_person(fault: Fault) -> bool:
    """False for what passes by itself, if the printer is only left alone."""
    return fault is not Fault.PREPARING


def holds_sheet_back(fault: Fault) -> bool:
    """Whether a driver that gave up at it had no sheet out: the printer did not begin, or the
    sheet is stuck or spoiled. False where only the line to the printer, or a part, has failed."""
    return fault in HOLDING


def leading(faults: Iterable[Fault]) -> Fault | None:
    """The one to speak of first: a cause before what it led to. None where there is no fault."""
    return min(faults, key=lambda fault: SPOKEN_OF_LATER.get(fault, 0), default=None)


def help_of(fault: Fault) -> FaultHelp:
    return HELP[fault]


HOLDING = frozenset(
    {
        Fault.MEDIA_EMPTY,
        Fault.MEDIA_NEEDED,
        Fault.WRONG_MEDIA,
        Fault.MEDIA_JAM,
        Fault.COVER_OPEN,
        Fault.TRAY_MISSING,
        Fault.MARKER_SUPPLY_EMPTY,
        Fault.RIBBON,
        Fault.OUTPUT_FULL,
        Fault.WASTE_FULL,
        Fault.TEMPERATURE,
    }
)

SPOKEN_OF_LATER: Mapping[Fault, int] = {Fault.OTHER: 1, Fault.PREPARING: 2, Fault.PAUSED: 3}

HELP: Mapping[Fault, FaultHelp] = {
    Fault.MEDIA_EMPTY: FaultHelp(
        "the paper is used up",
        "load a new roll or refill the tray",
    ),
    Fault.MEDIA_NEEDED: FaultHelp(
        "the printer asks for paper",
        "load the paper that this printer is registered with",
    ),
    Fault.WRONG_MEDIA: FaultHelp(
        "paper and ribbon do not fit each other or the print",
        "load paper and ribbon from one box, of the registered size",
    ),
    Fault.MEDIA_JAM: FaultHelp(
        "the paper is jammed",
        "open the printer, take the paper out, load it again",
    ),
    Fault.COVER_OPEN: FaultHelp(
        "a cover is open",
        "close every cover until it clicks",
    ),
    Fault.TRAY_MISSING: FaultHelp(
        "the paper tray is not in",
        "push the tray in until it clicks",
    ),
    Fault.MARKER_SUPPLY_EMPTY: FaultHelp(
        "the ribbon or ink is used up",
        "put a new one in, and the paper that came with it",
    ),
    Fault.RIBBON: FaultHelp(
        "the ribbon is missing, loose or torn",
        "take it out, tape it if it is torn, wind it tight, put it back",
    ),
    Fault.OUTPUT_FULL: FaultHelp(
        "the output tray is full",
        "take the prints out",
    ),
    Fault.WASTE_FULL: FaultHelp(
        "the scrap box is full or not in",
        "empty the scrap box and push it back in",
    ),
    Fault.TEMPERATURE: FaultHelp(
        "the printer is too hot or too cold",
        "free its vents, switch it off for 15 minutes, then on",
    ),
    Fault.PREPARING: FaultHelp(
        "the printer cools down or warms up",
        "wait: it goes on by itself",
    ),
    Fault.OFFLINE: FaultHelp(
        "the printer does not answer",
        "check that it is on; pull its cable and plug it in again",
    ),
    Fault.PAUSED: FaultHelp(
        "the queue is stopped",
        "resume the printer",
    ),
    Fault.DRIVER: FaultHelp(
        "this machine lacks a part of the printer's driver",
        "remove the printer and add it again; if that fails, tell an engineer",
    ),
    Fault.SERVICE: FaultHelp(
        "a part of the printer has failed",
        "switch it off, wait a minute, switch it on; if it stays, have it serviced",
    ),
    Fault.OTHER: FaultHelp(
        "the printer reports a fault of its own",
        "look at its display; switch it off and on",
    ),
}
