"""A booth's own files in a local world: its settings, its data, and how it is started."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

from kiosk.local.world import Addresses

SETTINGS = """\
[booth]
event = "Pesta Sudut"

[session]
templates = ["classic-4x6-night", "strip-2x6-night"]

[camera]
source = {camera}

[printing]
cups = {cups}

[payment]
methods = {methods}

[cloud]
url = {url}
license_public_key = {public_key}

[screen]
width = {width}
height = {height}

[[packages]]
key = "classic"
name = "Foto 4×6"
template = "classic-4x6"
price = 35_000
extra_copy = 15_000
most_copies = 3

[[packages]]
key = "strip"
name = "Dua strip 2×6"
template = "strip-2x6"
price = 30_000
"""

FROM_SOURCE = (sys.executable, "-m", "kiosk")

DEMO_PIN = "2580"

NO_CUPS = "127.0.0.1:9"
NO_CLOUD = "http://127.0.0.1:9"
NO_KEY = "A" * 43


class BoothFiles:
    """``folder`` gets ``kiosk.toml`` and the data directory; ``program`` starts the kiosk."""

    def __init__(self, folder: Path, program: tuple[str, ...] = FROM_SOURCE) -> None:
        self._program = program
        self.settings = folder / "kiosk.toml"
        self.data_dir = folder / "booth"
        self._done = folder / "booth-knows-its-token"

    def write(
        self, world: Addresses, *, camera: str, methods: tuple[str, ...] = ("qris",), size: str = ""
    ) -> None:
        """The settings for this world; what it leaves out gets an address where nobody answers."""
        cloud = world.cloud
        width, _, height = (size or "540x960").partition("x")
        text = SETTINGS.format(
            camera=json.dumps(camera),
            cups=json.dumps(world.cups or NO_CUPS),
            methods=json.dumps(methods),
            url=json.dumps(cloud.api if cloud else NO_CLOUD),
            public_key=json.dumps(cloud.license_public_key if cloud else NO_KEY),
            width=int(width),
            height=int(height),
        )
        self.settings.parent.mkdir(parents=True, exist_ok=True)
        self.settings.write_text(text, encoding="utf-8")

    def set_up(self, world: Addresses) -> None:
        """Activates the booth, registers the world's printers and sets the staff's PIN, where that
        is still to do."""
        if world.cloud is None or self._done.exists():
            return
        key = world.cloud.license_key
        who = ("--name", "Sudut Studio", "--email", "halo@sudut.example")
        self.call("activate", "--license-key", key, *who, "--booth", "Demo")
        self._set_pin()
        listed = json.loads(self.call("printers", "list", "--json"))["printers"]
        known = {printer["queue"] for printer in listed}
        for printer in world.printers:
            if printer.queue not in known:
                options = ("--uri", printer.uri, "--queue", printer.queue)
                self.call("printers", "add", printer.queue.capitalize(), *options)
        self._done.touch()

    def open_till(self, last_day: date) -> Path:
        """Opens a shift and issues vouchers, where that is still to do: without the one no cash is
        taken, without the others none can be tried. Where the codes are."""
        codes = self.settings.with_name("vouchers.csv")
        if not codes.exists():
            self.call("sync", "--once")  # the customer's key for vouchers
            self.call("shifts", "open", "--by", "Demo", "--float", "200000")
            until = ("--expires", last_day.isoformat(), "--by", "Demo", "--file", str(codes))
            self.call("vouchers", "issue", "--count", "5", "--discount", "10000", *until)
        return codes

    def _set_pin(self) -> None:
        """For whoever tries the staff's screens: a demo's PIN is no secret, and is told."""
        file = self.settings.with_name("pin")
        file.write_text(f"{DEMO_PIN}\n", encoding="utf-8")
        self.call("staff", "pin", "Demo", "--role", "owner", "--pin-file", str(file))
        file.unlink()

    def command(self, *words: str) -> list[str]:
        """The kiosk's command line for this booth."""
        places = ["--config", str(self.settings), "--data-dir", str(self.data_dir)]
        return [*self._program, *words, *places]

    def call(self, *words: str) -> str:
        """Runs a command to its end; its standard output. CalledProcessError where it fails."""
        done = subprocess.run(self.command(*words), check=True, stdout=subprocess.PIPE, text=True)
        return done.stdout
