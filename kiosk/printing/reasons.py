"""printer-state-reasons as faults."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kiosk.domain.faults import Fault

SEVERITIES = ("-report", "-warning", "-error")

UNREACHABLE = "offline-report"
"""The one report that is a fault: CUPS' socket backend and Gutenprint's say it while the printer
is not connected."""

Rules = tuple[tuple[str, Fault | None], ...]

RULES: Rules = (
    # What is said in passing. These stand first: some end like a fault.
    (
        r"none|connecting-to-device|moving-to-paused|stopping|stopped-partly|.*searching-for-.*",
        None,
    ),
    (
        r"(media|material|toner|developer|marker-supply)-low|.*-(near-eol|near-limit|life-warn)",
        None,
    ),
    (r".*-(power-saver|added|removed|closed|turned-on)|subunit-recoverable-.*", None),
    (r".*-almost-(empty|full|over)|.*-life-almost-over|cups-(ipp|remote|waiting)-.*", None),
    # Paper and ribbon.
    (r"media-empty|material-empty|media-path-input-empty", Fault.MEDIA_EMPTY),
    (r"media-needed|material-needed|.*-input-request|input-manual-.*", Fault.MEDIA_NEEDED),
    (r"input-cannot-feed-.*", Fault.WRONG_MEDIA),
    (r".*-jam|.*-feed(-error)?", Fault.MEDIA_JAM),
    (r"(input|media-path-media)-tray-missing|output-tray-missing", Fault.TRAY_MISSING),
    (r"marker-waste-.*(full|missing)", Fault.WASTE_FULL),
    (r"(marker|toner|developer)-.*empty|toner-empty|opc-life-over", Fault.MARKER_SUPPLY_EMPTY),
    (r"marker-.*-missing", Fault.RIBBON),
    (r"(output-area|stacker|media-path-output|media-path-media-tray)-full", Fault.OUTPUT_FULL),
    # The printer itself.
    (r"(.*-)?(cover|door|interlock)-open|subunit-opened", Fault.COVER_OPEN),
    (r"(.*-)?over-temp(erature)?|.*-temperature-high", Fault.TEMPERATURE),
    (r"(.*-)?under-temp(erature)?|.*-temperature-low|.*-(cooling|heating)", Fault.PREPARING),
    (r".*-(warming-up|cooling-down)|media-drying|marker-adjusting-.*", Fault.PREPARING),
    (r"power-up|printer-.*-reset|spool-area-full|testing|.*-memory-exhausted", Fault.PREPARING),
    (r"(subunit-)?offline|power-down|shutdown|timed-out|subunit-turned-off", Fault.OFFLINE),
    (r"paused|hold-new-jobs|deactivated", Fault.PAUSED),
    (r"input-.*-(failure|missing|life-over)|media-path-.*(failure|missing)", Fault.SERVICE),
    (r"(marker|lamp|laser|fan|motor|camera|subunit)-(.*-)?failure", Fault.SERVICE),
    # CUPS' own.
    (r"cups-(missing|insecure)-filter|cups-(pki|certificate)(-.*)?", Fault.DRIVER),
    (r"other", Fault.OTHER),
)
"""The first that fits the whole of a reason without its severity. RFC 8011, 5.4.12; PWG 5100.9,
whose alerts of binders, staplers and their like are not worth a rule: they stop no photo unless
the printer calls them an error."""

COMPILED = tuple((re.compile(rule), fault) for rule, fault in RULES)


def faults_of(reasons: Iterable[str]) -> tuple[Fault, ...]:
    """Each fault once, in CUPS' order. Reports are none. A reason without a rule is one only
    where the printer itself calls it an error."""
    found = (_fault_of(reason) for reason in reasons)
    return tuple(dict.fromkeys(fault for fault in found if fault is not None))


def _fault_of(reason: str) -> Fault | None:
    name, severity = _split(reason)
    if severity == "-report":
        return Fault.OFFLINE if reason == UNREACHABLE else None
    for rule, fault in COMPILED:
        if rule.fullmatch(name):
            return fault
    return Fault.OTHER if severity == "-error" else None


def _split(reason: str) -> tuple[str, str]:
    for severity in SEVERITIES:
        if reason.endswith(severity):
            return reason.removesuffix(severity), severity
    return reason, ""
