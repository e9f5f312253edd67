"""Lets the monkey loose at a booth in a local world, and judges what it has left behind."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from kiosk.clock import RandomKeys
from kiosk.domain import session as s
from kiosk.local.booth_files import DEMO_PIN, BoothFiles
from kiosk.local.cloud_part import CloudReady
from kiosk.local.programs import program
from kiosk.local.world import World
from kiosk.store.mirror import Mirror, open_mirror
from kiosk.store.models import Session

from .conftest import PROJECT
from .monkey_booth import Plan, Seen
from .monkey_guide import STAFF
from .monkey_posts import Post
from .own_audit import broken_promises
from .paid_house import FLOAT, METHODS, register, small_clip

WITHIN_S = 60.0


@dataclass(frozen=True)
class Cage:
    """A booth that sells in every way, and staff who have opened the till. ``mirror`` is the
    booth's own, for reading."""

    world: World
    files: BoothFiles
    mirror: Mirror

    @property
    def cloud(self) -> CloudReady:
        assert self.world.addresses.cloud is not None
        return self.world.addresses.cloud


@contextmanager
def cage(world: World, folder: Path) -> Iterator[Cage]:
    files = BoothFiles(folder)
    seen = replace(world.addresses, printers=())
    files.write(seen, camera=f"clip:{small_clip(folder)}", methods=METHODS)
    files.set_up(seen)
    with closing(open_mirror(files.data_dir, RandomKeys().new_id)) as mirror:
        register(mirror, world)
        mirror.shifts.open(STAFF, FLOAT, datetime.now(UTC))
        yield Cage(world, files, mirror)


def let_loose(
    house: Cage, seed: int, posts: tuple[Post, ...], seconds: float, most_s: float
) -> Seen:
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
    seen.trouble += [
        *_errors(house),
        *broken_promises(house.files),
        *_wrong_on_paper(house),
        *_open(house),
    ]
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


def _errors(house: Cage) -> Iterator[str]:
    """Of the booth's log."""
    for line in (house.files.data_dir / "logs" / "kiosk.log").read_text("utf-8").splitlines():
        entry = json.loads(line)
        if entry["level"] in ("error", "critical"):
            yield f"log: {entry.get('event')}: {str(entry.get('exception', entry))[-1500:]}"


def _wrong_on_paper(house: Cage) -> Iterator[str]:
    """As many sheets as were approved, of each picture."""
    trays = [printer.tray for printer in house.world.addresses.printers]
    files = [file for tray in trays for file in tray.glob("*.jpg")]
    sheets = Counter(hashlib.sha256(file.read_bytes()).hexdigest() for file in files)
    for row in Session.select():
        found = house.mirror.journal.load(row.id)
        order = None if found is None else s.order_of(found.state)
        if found is None or order is None:
            continue
        state, events = found.state, house.mirror.journal.events(row.id)
        made = {e.picture.sha256 for _, e in events if isinstance(e, s.PictureComposed)}
        again = sum(e.copies for _, e in events if isinstance(e, s.ReprintApproved))
        asked = any(isinstance(e, s.PrintAsked) for _, e in events) * order.package.copies
        came = sum(sheets.pop(picture, 0) for picture in made)
        delivered = isinstance(state, s.Delivered)
        if came > asked + again or (delivered and came != asked + again):
            yield f"{row.id} is {type(state).__name__}: {came} sheets of {asked} + {again}"


def _open(house: Cage) -> Iterator[str]:
    """Nobody's session is left in the middle."""
    for left in house.mirror.journal.unfinished():
        if not isinstance(left.state, s.Owed):
            yield f"{left.session_id} was left in {type(left.state).__name__}"
