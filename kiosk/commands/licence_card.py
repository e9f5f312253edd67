"""``kiosk licence-card``: a licence key as a picture for the booth's camera."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kiosk.clock import SystemClock
from kiosk.commands.common import (
    CONFIG_FILE,
    DATA_DIR,
    AsJson,
    ConfigFile,
    DataDir,
    answer,
    settings,
    told,
)
from kiosk.domain.activation import LONGEST_KEY, tidy_key
from kiosk.domain.errors import KioskError
from kiosk.imaging.durable import write_durably
from kiosk.imaging.licence_card import card_words, licence_card as drawn
from kiosk.resources import assets
from kiosk.sync.licence import read_licence


def licence_card(
    file: Annotated[Path, typer.Argument(help="The picture to be made, a PNG; not one that is.")],
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Reads a licence key from standard input and draws it as a QR code. The first start of a booth
    takes it from a phone's screen or from paper."""
    with told():
        if file.exists():
            raise KioskError(f"{file} is there already; nothing was changed")
        key = tidy_key(sys.stdin.read(2 * LONGEST_KEY))
        public_key = settings(config, data_dir).cloud.license_public_key
        licence = read_licence(key, public_key, SystemClock().now())
        words = card_words(licence.type, licence.expires)
        write_durably(file.absolute(), drawn(key, words, assets() / "fonts"))
        answer(
            {"file": str(file), "license_expires": licence.expires.isoformat()},
            as_json=as_json,
            text=lambda: f"{file} shows the licence ({licence.type}) to {licence.expires}.",
        )
