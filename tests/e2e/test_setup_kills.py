"""The power goes at every step of the first start, and nothing of it is done twice or by halves.

The booth is a process of its own that is killed (SIGKILL) a random while after each request; the
Worker, cupsd and the printer are the real ones. The touchscreen is not there: its pages follow from
the step (``test_first_start``).
"""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.booth.staff import view as v
from kiosk.booth.staff.setup_view import (
    Activate,
    FinishSetup,
    KeepCamera,
    RehearseSession,
    SetOwnerPin,
)
from kiosk.domain.activation import Holder, LicenceFault
from kiosk.domain.setup import SetupStep
from kiosk.local.booth_files import BoothFiles
from kiosk.local.demo import CLIP
from kiosk.local.world import World

from .setup_person import PIN, Person

SEED = 20261122
STEPS = list(SetupStep)
BLOWS: tuple[tuple[type, SetupStep, float], ...] = (
    (Activate, SetupStep.LICENCE, 0.03),
    (Activate, SetupStep.LICENCE, 0.1),
    (KeepCamera, SetupStep.CAMERA, 0.05),
    (v.AddPrinter, SetupStep.PRINTER, 0.8),
    (v.PrintTestPage, SetupStep.TEST_PAGE, 0.8),
    (RehearseSession, SetupStep.REHEARSAL, 0.3),
    (FinishSetup, SetupStep.DONE, 0.05),
)
"""After which request, of which step, and within how many seconds of it."""


@dataclass(frozen=True)
class Kept:
    """On the booth's disk: whether it is activated, its PINs, and how often it was activated."""

    activated: bool
    pins: int
    activations: int


def kept(data_dir: Path) -> Kept:
    with closing(sqlite3.connect(data_dir / "kiosk.db")) as store:

        def count(table: str, where: str) -> int:
            found = store.execute(f"SELECT count(*) FROM {table} WHERE {where}")  # noqa: S608 - ours
            return int(found.fetchone()[0])

        activated = count("settings", "key = 'identity'") == 1
        written = count("audit_log", "what = 'booth activated'")
        return Kept(activated, count("staff", "1"), written)


def booths_at(cloud: Path) -> int:
    (file,) = (
        f
        for f in cloud.glob("**/d1/miniflare-D1DatabaseObject/*.sqlite")
        if f.name != "metadata.sqlite"
    )
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as store:
        return int(store.execute("SELECT count(*) FROM booths").fetchone()[0])


@pytest.fixture
def holder(world: World) -> Holder:
    assert world.addresses.cloud is not None
    key = world.addresses.cloud.license_key
    return Holder("Sudut Studio", "halo@sudut.example", "Booth 1", key)


@contextmanager
def person_at(files: BoothFiles, holder: Holder, world: World) -> Iterator[Person]:
    person = Person(files, holder, world.addresses.printers[0].uri)
    person.switch_on()
    try:
        yield person
    finally:
        person.cut_power()


@pytest.fixture
def new(world: World, tmp_path: Path) -> BoothFiles:
    files = BoothFiles(tmp_path)
    files.write(world.addresses, camera=f"clip:{CLIP}")
    files.data_dir.mkdir(mode=0o700)
    return files


def test_the_first_start_goes_on_where_the_power_cut_it(
    world: World, new: BoothFiles, holder: Holder
) -> None:
    chance = random.Random(SEED)  # noqa: S311 - a seed, no secret
    before, reached = booths_at(world.folder), 0
    with person_at(new, holder, world) as person:
        # First of all where it hurts most: the cloud knows the booth, and the booth nothing of it.
        person.go_on_until(lambda: booths_at(world.folder) > before)
        reached = power_cut(person, new, reached)
        for request, step, within in BLOWS:
            if STEPS.index(step) < reached:
                continue  # the one before came too late
            person.go_on_until(said(person, request))
            time.sleep(chance.uniform(0, within))
            reached = power_cut(person, new, reached)
        person.go_on_until(lambda: not goes_on(new.data_dir))
    assert kept(new.data_dir) == Kept(activated=True, pins=1, activations=1)
    assert booths_at(world.folder) == before + 1


def power_cut(person: Person, files: BoothFiles, reached: int) -> int:
    """The step that it goes on with, no earlier than ``reached``."""
    person.cut_power()
    found = kept(files.data_dir)
    assert found.pins == found.activations == int(found.activated), "half an owner"
    person.switch_on()
    if found.activated and not goes_on(files.data_dir):
        return len(STEPS)
    person.wait_until(lambda: person.view.gate.state is not v.GateState.SHUT)
    person.go_on_until(lambda: person.step is not None)
    assert person.step is not None
    came = STEPS.index(person.step)
    assert came >= reached
    print(f"goes on with {person.step.value}")  # noqa: T201 - what the storm has covered
    return came


def test_an_activated_booth_without_a_pin_asks_its_licence_key_for_one(
    world: World, new: BoothFiles, holder: Holder
) -> None:
    who = ("--name", holder.name, "--email", holder.email)
    new.call("activate", "--license-key", holder.license_key, *who)
    with person_at(new, holder, world) as person:
        person.ask(v.Knock())
        person.wait_until(lambda: person.step is SetupStep.PIN)
        person.ask(SetOwnerPin(holder.license_key[:-4] + "AAAA", "Sari", PIN))
        person.wait_until(lambda: refused(person))
        person.cut_power()
        assert kept(new.data_dir).pins == 0
        person.switch_on()
        person.ask(v.Knock())
        person.wait_until(lambda: person.step is SetupStep.PIN)
        person.ask(SetOwnerPin(holder.license_key, "Sari", PIN))
        person.wait_until(lambda: person.view.member is not None)
        person.cut_power()
        assert kept(new.data_dir).pins == 1
        person.switch_on()
        person.ask(v.Knock())
        person.go_on_until(lambda: person.view.member is not None)


def said(person: Person, request: type) -> Callable[[], bool]:
    return lambda: isinstance(person.asked, request)


def refused(person: Person) -> bool:
    judged = person.view.setup and person.view.setup.licence
    return judged is not None and judged.found is LicenceFault.OTHER


def goes_on(data_dir: Path) -> bool:
    with closing(sqlite3.connect(data_dir / "kiosk.db")) as store:
        sql = "SELECT count(*) FROM settings WHERE key = 'first-start'"
        return bool(store.execute(sql).fetchone()[0])
