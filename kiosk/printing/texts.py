"""printer-state-message as a fault: for drivers whose state reasons say nothing of the cause."""

from __future__ import annotations

import re

from kiosk.domain.faults import Fault

Rules = tuple[tuple[str, Fault], ...]

RULES: Rules = (
    # Words that come with words of other faults, so they stand first.
    (r"library not found(?!.*fallback)|library support not loaded|API version", Fault.DRIVER),
    (r"symbols? in imag|unable to (load|parse|open|read 98)|filter errors", Fault.DRIVER),
    (r"printer/job|job/printer|need to be root", Fault.DRIVER),
    (r"temp sensor|abnormal .*temperature|temperature (high|low)|unknown temp", Fault.TEMPERATURE),
    (r"cooling|warming up|pre-heating|\bthermal protection", Fault.PREPARING),
    (r"scrap box|strip bin|cut bin|dust box", Fault.WASTE_FULL),
    (r"\b(controller|mechanical|sensor): |error \(.*(sensor|mechanism|cutter)", Fault.SERVICE),
    (r"error \((eeprom|dsp|main|asic|dram|unknown circuit|paper feed cover)", Fault.SERVICE),
    # Paper and ribbon.
    (r"jam|take out paper|paper feed (error|problem)|error: paper feed\b", Fault.MEDIA_JAM),
    (r"printing failure|unknown paper error|not detected|stuck to paper", Fault.MEDIA_JAM),
    (r"no paper (tray|cassette)|(tray|cassette) removed|paper box missing", Fault.TRAY_MISSING),
    (r"ribbon (end|depleted|empty|exhausted|count end)", Fault.MARKER_SUPPLY_EMPTY),
    (r"end of ribbon|no/empty ribbon|remaining ribbon|cassette empty", Fault.MARKER_SUPPLY_EMPTY),
    (r"(media|paper|ribbon|roll|job)[\w /]* mismatch|mismatched", Fault.WRONG_MEDIA),
    (r"incorrect (media|paper|ribbon)|(illegal|unsupported|unknown) ribbon", Fault.WRONG_MEDIA),
    (r"illegal (paper|job on)|not match|not authenticated|paper definition", Fault.WRONG_MEDIA),
    (r"unsupported (by media|print size)|ribbon too short|valid lot number", Fault.WRONG_MEDIA),
    (r"paper (end|empty|out|exhausted|not ready)|end of paper|empty paper", Fault.MEDIA_EMPTY),
    (r"no (paper|media)\b|out of media|media empty", Fault.MEDIA_EMPTY),
    (r"ribbon (error|problem|missing|tension|cue|ic|sens\w+|rewind|malfunction)", Fault.RIBBON),
    (
        r"ribbon (skipped|system)|(cue|check) ribbon|error \(ribbon\)|no (ribbon|ink)\b",
        Fault.RIBBON,
    ),
    (r"ink (skip|stick|return|rewind|feed)|winding sensing|rf-?id", Fault.RIBBON),
    (r"output (tray|area|bin) full", Fault.OUTPUT_FULL),
    # The printer itself.
    (r"(cover|door) (open|error)|cover not closed|printer open during", Fault.COVER_OPEN),
    (r"drawer unit open", Fault.COVER_OPEN),
    (r"no matching printers|not (responding|connected)|unreachable|unavailable", Fault.OFFLINE),
    (r"unable to (locate|send data|attach|claim)|become available|no longer exists", Fault.OFFLINE),
    (r"could not (open|claim|detach)|powered off|disconnected|usb timeout", Fault.OFFLINE),
    (r"communications? (failure|error)|failure to (send|receive)", Fault.OFFLINE),
    (r"(head|power|fan|cutter|roller|module|guide|lever|pinch|cam)\b.* error", Fault.SERVICE),
    (r"(system|duplexer|shell|capstan|rotate|matte op|voltage|supply)\b.* error", Fault.SERVICE),
    (r"(eeprom|flash|fpga|[ns][a-z]*ram|ddr|dsp|adc|mda|firmware|checksum).* error", Fault.SERVICE),
    (r"(mechanical|sensor|thermistor|preheat|heat|data).* error|head damaged", Fault.SERVICE),
    (r"service required|fan lock|preheating unit|maintenance needed|offline due", Fault.SERVICE),
    (r"printer (reported|reports|encountered|error|not ready)|fatal printer", Fault.OTHER),
    (r"user-recoverable|operator intervention|error code|aborting|^unknown error", Fault.OTHER),
)
"""The first that is found in a message, whatever its case.

The words are those of Gutenprint 5.3.4's dye-sub backend (Canon, Citizen, DNP, Fujifilm, HiTi,
Kodak, Mitsubishi, Shinko and Sinfonia, Sony) and of CUPS' own backends. All of them are English.
"""

COMPILED = tuple((re.compile(rule, re.IGNORECASE), fault) for rule, fault in RULES)

REMEDY = " -> "
"""Mitsubishi's families put what is to be done behind it, in the words of other faults."""


def fault_in(message: str) -> Fault | None:
    """None for what a healthy printer says."""
    cause = _found_in(message.partition(REMEDY)[0])
    return _found_in(message) if cause in (None, Fault.OTHER) else cause


def _found_in(text: str) -> Fault | None:
    return next((fault for rule, fault in COMPILED if rule.search(text)), None)
