"""Names for a printer that staff may choose from without typing."""

from __future__ import annotations

import re
from collections.abc import Collection

from kiosk.ui.translating import tr

SHORT_MAKES = {
    "dai nippon printing": "DNP",
    "hewlett-packard": "HP",
    "mitsubishi electric": "Mitsubishi",
}
DRIVER_WORDS = re.compile(
    r"\s*(?:,|\s-\s|\(|driverless|- CUPS\+|- IPP Everywhere).*$", re.IGNORECASE
)
LONGEST = 24


def model_name(make_and_model: str) -> str:
    """``Dai Nippon Printing DS620 - CUPS+Gutenprint v5.3.4`` is a ``DNP DS620``."""
    name = DRIVER_WORDS.sub("", make_and_model).strip()
    for make, short in SHORT_MAKES.items():
        if name.lower().startswith(make):
            name = short + name[len(make) :]
    words = name.split()
    while len(words) > 1 and len(" ".join(words)) > LONGEST:
        words.pop()
    return " ".join(words)[:LONGEST].strip() or tr("Printer")


def proposed_names(
    make_and_model: str, known_as: Collection[str], taken: Collection[str]
) -> tuple[str, ...]:
    """Names that are free, each once: what the printer may have been before, then its model."""
    model = _free(model_name(make_and_model), taken)
    sides = (name for name in (tr("Printer kiri"), tr("Printer kanan")) if name not in taken)
    return tuple(dict.fromkeys((*known_as, model, *sides)))


def _free(name: str, taken: Collection[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name} {number}"
    return free
