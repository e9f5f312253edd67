"""``kiosk licence-card`` draws good keys alone, for nobody else's eyes, and over nothing."""

from __future__ import annotations

import subprocess
from pathlib import Path

import cv2

from kiosk.local.booth_files import NO_KEY, BoothFiles
from kiosk.local.world import Addresses
from tests.sync.makers import Maker


def drawn(files: BoothFiles, key: str, card: Path) -> subprocess.CompletedProcess[str]:
    command = files.command("licence-card", str(card))
    return subprocess.run(command, input=key, capture_output=True, text=True, check=False)


def test_a_good_key_becomes_a_card_and_no_other_does(tmp_path: Path) -> None:
    maker, files, card = Maker(), BoothFiles(tmp_path), tmp_path / "card.png"
    files.write(Addresses(None, (), None), camera="0")
    files.settings.write_text(files.settings.read_text().replace(NO_KEY, maker.public_key))
    forged = drawn(files, Maker().licence(), card)
    assert (forged.returncode, card.exists()) == (1, False)
    key = maker.licence()
    done = drawn(files, f"{key}\n", card)
    assert done.returncode == 0, done.stderr
    assert key not in done.stdout + done.stderr
    assert card.stat().st_mode & 0o777 == 0o600
    assert cv2.QRCodeDetectorAruco().detectAndDecode(cv2.imread(str(card)))[0] == key
    made = card.read_bytes()
    assert drawn(files, maker.licence(), card).returncode == 1
    assert card.read_bytes() == made
