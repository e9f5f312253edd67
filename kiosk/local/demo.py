"""``./dev demo``: the booth's whole world on this machine, and the booth in the middle of it."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import FrameType

from kiosk.local.booth_files import DEMO_PIN, FROM_SOURCE, BoothFiles
from kiosk.local.ports import PortTaken
from kiosk.local.programs import PROJECT, program
from kiosk.local.supervisor import PartFailed
from kiosk.local.world import World, WorldPlan

CLIP = PROJECT / "assets" / "clip" / "studio.mp4"
SCREENS = PROJECT / "build" / "rehearsal" / "screens"

PERSON_PAYS_AFTER_MS = 6000
"""Long enough to look at the code; the stand-in's own page has a button for the impatient."""

UNATTENDED_PAYS_AFTER_MS = 1200
"""So that the screen with the code is there for its picture."""

VOUCHER_DAYS = 30

ROLL = 400
"""Sheets in the printer of a new demo: it counts them, as a dye-sub does."""

PERSON_PACE_S = 6.0
UNATTENDED_PACE_S = 0.5


def main() -> int:
    args = _arguments()
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, _end)  # a shell starts background jobs with SIGINT ignored
    pace_s = UNATTENDED_PACE_S if args.unattended else PERSON_PACE_S
    plan = WorldPlan(
        pace_s=pace_s if args.pace is None else args.pace,
        left=ROLL,
        pay_after_ms=UNATTENDED_PAYS_AFTER_MS if args.unattended else PERSON_PAYS_AFTER_MS,
    )
    began = time.monotonic()
    try:
        with World(args.data_dir / "world", plan) as world:
            files = BoothFiles(args.data_dir, (args.kiosk,) if args.kiosk else FROM_SOURCE)
            methods = ("qris",) if args.unattended else ("qris", "cash", "voucher")
            files.write(
                world.addresses, camera=_source(args.camera), methods=methods, size=args.size
            )
            files.set_up(world.addresses)
            _say(f"everything is up after {time.monotonic() - began:.1f} s")
            _introduce(world)
            if not args.unattended:
                last_day = datetime.now(UTC).date() + timedelta(days=VOUCHER_DAYS)
                _say(f"vouchers to try are in {files.open_till(last_day)}")
            return _play(files, args)
    except (PartFailed, PortTaken, FileNotFoundError, subprocess.CalledProcessError) as error:
        _say(str(error))
        return 1
    except KeyboardInterrupt:
        _say("stopped")
        return 130


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./dev demo", description=__doc__)
    parser.add_argument("--data-dir", type=lambda p: Path(p).resolve(), required=True)
    parser.add_argument("--unattended", action="store_true", help="one guest session, no person")
    parser.add_argument("--camera", default="", help="a device number or path; else the clip")
    parser.add_argument("--pace", type=float, help="seconds that the printer takes for a sheet")
    parser.add_argument("--size", default="", help="the window, for instance 1080x1920")
    parser.add_argument("--kiosk", default="", help="a built kiosk; else this source")
    parser.add_argument("--json", action="store_true", help="the report as one JSON object")
    return parser.parse_args()


def _source(camera: str) -> str:
    return camera or f"clip:{CLIP}"


def _introduce(world: World) -> None:
    cloud = world.addresses.cloud
    if cloud is not None:
        _say(f"pay as the guest at {cloud.xendit_stand_in} (a stand-in for the payment provider)")
    for printer in world.addresses.printers:
        _say(f"sheets come out in {printer.tray}")
    _say(f"staff: five taps in the top left corner, then the PIN {DEMO_PIN}")


def _play(files: BoothFiles, args: argparse.Namespace) -> int:
    if not args.unattended:
        return _run(files.command("run"))
    SCREENS.parent.mkdir(parents=True, exist_ok=True)
    options = ["--sessions", "1", "--screens", str(SCREENS)]
    return _run(files.command("rehearse", *options, *(["--json"] if args.json else [])))


def _run(command: list[str]) -> int:
    """The booth in a session of its own: Ctrl-C reaches us, and we end it in order."""
    booth = subprocess.Popen(
        [program("setpriv"), "--pdeathsig", "TERM", "--", *command],
        start_new_session=True,
        stdin=subprocess.DEVNULL,
    )
    try:
        return booth.wait()
    finally:
        booth.terminate()
        try:
            booth.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(booth.pid, signal.SIGKILL)


def _end(signum: int, frame: FrameType | None) -> None:
    del signum, frame
    raise KeyboardInterrupt


def _say(words: str) -> None:
    sys.stderr.write(f"./dev demo: {words}\n")


if __name__ == "__main__":
    sys.exit(main())
