"""Which installed driver belongs to which printer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from kiosk.printing.connection import Attributes
from kiosk.printing.models import is_photo_printer

OTHER_DRIVERS = ("driverless", "driverless-fax", "drv", "everywhere", "foomatic-db", "lsb", "ppd")
"""Schemes of PPD names that are not asked for: they are many, and slow to list."""

PPD_NAME = re.compile(r"gutenprint\.[\d.]+://([^/]+)/expert")
SUFFIX = re.compile(r" - CUPS\+Gutenprint.*$")
LONG_MAKE = re.compile("^dainippon(printing)?(dnp)?")


@dataclass(frozen=True)
class PhotoDriver:
    """``model`` is Gutenprint's name for the printer: ``dnp-ds620``."""

    model: str
    ppd_name: str


class Drivers:
    """``ppds`` as CUPS lists them, by name."""

    def __init__(self, ppds: Mapping[str, Attributes]) -> None:
        self._by_model: dict[str, PhotoDriver] = {}
        self._by_name: dict[str, PhotoDriver] = {}
        for name, attributes in ppds.items():
            match = PPD_NAME.fullmatch(name)
            if match is None or not is_photo_printer(match[1]):
                continue
            driver = PhotoDriver(match[1], name)
            self._by_model[driver.model] = driver
            said = SUFFIX.sub("", str(attributes.get("ppd-make-and-model", "")))
            for words in (said, name_in_id(str(attributes.get("ppd-device-id", "")))):
                self._by_name.setdefault(plain(words), driver)
        self._by_name.pop("", None)

    def of(self, uri: str, make_and_model: str, device_id: str) -> PhotoDriver | None:
        """By the model in the address of Gutenprint's own backend, then by the printer's IEEE 1284
        device id, then by its name. None for what is no photo printer or has no driver here."""
        address = urlsplit(uri)
        if address.scheme.startswith("gutenprint"):
            return self._by_model.get(unquote(address.netloc))
        for words in (name_in_id(device_id), make_and_model):
            if driver := self._by_name.get(plain(words)):
                return driver
        return None


def name_in_id(device_id: str) -> str:
    """Make and model of an IEEE 1284 device id: ``MFG:Canon;MDL:SELPHY CP1300;…``."""
    fields = dict(part.split(":", 1) for part in device_id.split(";") if ":" in part)
    said = {key.strip().upper(): value.strip() for key, value in fields.items()}
    make = said.get("MFG") or said.get("MANUFACTURER") or ""
    model = said.get("MDL") or said.get("MODEL") or ""
    return f"{make} {model}" if make and model else ""


def plain(name: str) -> str:
    """Without what one printer's name is written with in one place and not in another."""
    words = "".join(c for c in name.lower() if c.isalnum())
    return LONG_MAKE.sub("dnp", words)
