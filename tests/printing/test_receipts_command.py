"""``kiosk receipts test`` prints one, or says what to put right."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tests.printing.receipt_paper import Paper, words_of

SETTINGS = """
[camera]
source = "0"
[cloud]
url = "http://127.0.0.1:1"
license_public_key = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
[[packages]]
key = "classic"
name = "Classic"
template = "classic-4x6"
price = 35_000
"""


def test_the_command_prints_one(tmp_path: Path) -> None:
    with closing(Paper()) as paper:
        device = f"network:127.0.0.1:{paper.device.port}"
        section = f'[receipts]\ndevice = "{device}"\noperator = ["Sudut"]\n'
        code, output = _command(tmp_path, section)
        assert (code, json.loads(output)) == (0, {"printed": device})
        (content,) = paper.wait()
    assert words_of(content)[0].strip() == "Sudut"


def test_the_command_says_what_is_wrong(tmp_path: Path) -> None:
    code, output = _command(tmp_path, "")
    assert code == 2
    assert "there is no receipt printer: add a section [receipts]" in output
    code, output = _command(tmp_path, '[receipts]\ndevice = "file:/dev/usb/no-such-printer"\n')
    assert code == 1
    assert "No such file or directory" in output
    code, output = _command(tmp_path, '[receipts]\nwidth = 32\ndevice = "lp0"\n')
    assert code == 2
    assert "kiosk.toml:14: receipts.device: must be network:HOST:PORT" in output


def _command(folder: Path, receipts: str) -> tuple[int, str]:
    settings = folder / "kiosk.toml"
    settings.write_text(SETTINGS + receipts)
    places = ["--config", str(settings), "--data-dir", str(folder / "data")]
    command = [sys.executable, "-m", "kiosk", "receipts", "test", *places, "--json"]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    return result.returncode, result.stdout or result.stderr
