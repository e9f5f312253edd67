"""Lets the monkey loose in the paid storm's world, and judges what it has left behind."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from kiosk.domain import session as s
from kiosk.local.booth_files import DEMO_PIN
from kiosk.local.programs import program

from .conftest import PROJECT
from .monkey_booth import Plan, Seen
from .monkey_posts import Post
from .paid_healing import states
from .paid_house import PaidHouse, paid_house

WITHIN_S = 60.0


def let_loose(house: PaidHouse, seed: int, posts: tuple[Post, ...], seconds: float, most_s: float) -> Seen:
    """``seconds`` of the steps' time at each post, ``most_s`` real ones at most. What went wrong
    stands in ``trouble``, the seed with it."""
    plan = Plan(
        seed=seed,
        posts=[post.value for post in posts],
        seconds=seconds,
        most_s=most_s,
        settings=str(house.files.settings),
        data_dir=str(house.files.data_dir),
        xendit=house.cloud.xendit_stand_in,
        cloud=str(house.world.folder / "cloud"),
        faults=[str(printer.faults) for printer in house.world.addresses.printers],
        pin=DEMO_PIN,
    )
    seen = _played(plan, len(posts) * (most_s + WITHIN_S))
    seen.trouble += [*_errors(house), *_broken(house), *_wrong_on_paper(house), *_open(house)]
    if seen.trouble:
        seen.trouble.insert(0, f"seed {seed}, posts {plan.posts}")
    return seen


def _played(plan: Plan, within_s: float) -> Seen:
    done = subprocess.run(
        [
            *(program("setpriv"), "--pdeathsig", "KILL", "--"),
            *(sys.executable, "-X", "faulthandler", "-m", "tests.e2e.monkey_booth"),
        ],
        input=json.dumps(asdict(plan)),
        capture_output=True,
        text=True,
        check=False,
        timeout=within_s,
        cwd=PROJECT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"},
    )
    try:
        seen = Seen(**json.loads(done.stdout))
    except ValueError:
        return Seen(trouble=[f"the booth ended with {done.returncode}: {done.stderr[-3000:]}"])
    if done.returncode:
        seen.trouble.append(f"the booth ended with {done.returncode}")
    if done.stderr:
        seen.trouble.append(f"it said: {done.stderr[-3000:]}")
    return seen


def _errors(house: PaidHouse) -> Iterator[str]:
    """Of the booth's log."""
    for line in (house.files.data_dir / "logs" / "kiosk.log").read_text("utf-8").splitlines():
        entry = json.loads(line)
        if entry["level"] in ("error", "critical"):
            yield f"log: {entry.get('event')}: {str(entry.get('exception', entry))[-1500:]}"


def _broken(house: PaidHouse) -> Iterator[str]:
    command = house.files.command("audit", "--json")
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=90)
    if not done.stdout:
        yield f"kiosk audit said nothing: {done.stderr[-500:]}"
        return
    for violation in json.loads(done.stdout)["violations"]:
        yield f"audit: {violation}"


def _wrong_on_paper(house: PaidHouse) -> Iterator[str]:
    """As many sheets as were approved, of each picture."""
    trays = [printer.tray for printer in house.world.addresses.printers]
    files = [file for tray in trays for file in tray.glob("*.jpg")]
    sheets = Counter(hashlib.sha256(file.read_bytes()).hexdigest() for file in files)
    for session_id, state in states(house).items():
        order, events = s.order_of(state), house.mirror.journal.events(session_id)
        if order is None:
            continue
        made = {e.picture.sha256 for _, e in events if isinstance(e, s.PictureComposed)}
        again = sum(e.copies for _, e in events if isinstance(e, s.ReprintApproved))
        asked = any(isinstance(e, s.PrintAsked) for _, e in events) * order.package.copies
        came = sum(sheets.pop(picture, 0) for picture in made)
        delivered = isinstance(state, s.Delivered)
        if came > asked + again or (delivered and came != asked + again):
            yield f"{session_id} is {type(state).__name__}: {came} sheets of {asked} + {again}"


def _open(house: PaidHouse) -> Iterator[str]:
    """Nobody's session is left in the middle."""
    for left in house.mirror.journal.unfinished():
        if not isinstance(left.state, s.Owed):
            yield f"{left.session_id} was left in {type(left.state).__name__}"


@contextmanager
def monkey_house(folder: Path) -> Iterator[PaidHouse]:
    with paid_house(folder, 4) as house:
        yield house
