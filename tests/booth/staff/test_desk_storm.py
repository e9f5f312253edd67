"""A thousand requests from four threads: the desk lives, and its view is what the register says."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kiosk.booth.staff import view as v
from kiosk.domain.printing import Media
from kiosk.domain.registered import Calibration

from .staff_room import DEVICE, PIN, StaffRoom

REQUESTS, THREADS = 1000, 4
ENOUGH = 2
"""Different outcomes; which ones, a busy machine decides as well."""
DEVICES = tuple(replace(DEVICE, uri=f"usb://DNP/DS620?serial={n}") for n in range(4))
NAMES = ("Kiri", "Kanan", "DNP DS620")


def requests(chance: random.Random, room: StaffRoom, count: int) -> Iterator[v.Request]:
    """Of staff who tap at random, and now and then go out and come back. Printers are named by
    what is known now: also ones that will be gone by then."""
    for _ in range(count):
        card = chance.choice([card.id for card in room.screen.view.printers] or ["nobody"])
        media = chance.choice(list(Media))
        uri = chance.choice(DEVICES).uri
        calibration = Calibration(chance.uniform(-12, 12), 0.0, chance.uniform(0.8, 1.2))
        choices: list[tuple[v.Request, ...]] = [
            (v.LookForPrinters(),),
            (v.AddPrinter(uri, chance.choice(NAMES), media),),
            (v.PrintTestPage(card),),
            (v.PrintCalibrationPage(card),),
            (v.Calibrate(card, calibration),),
            (v.MakeDefault(card),),
            (v.MoveUp(card),),
            (v.Pause(card),),
            (v.Resume(card),),
            (v.Load(card, media, chance.randrange(-5, 700)),),
            (v.RemovePrinter(card),),
            (v.GoOut(), v.Knock(), v.EnterPin(PIN)),
        ]
        weights = [6, 12, 10, 5, 5, 5, 5, 5, 5, 8, 3, 0.5]
        yield from chance.choices(choices, weights)[0]


def trouble(chance: random.Random, room: StaffRoom) -> None:
    """CUPS dies now and then, and is back at the next call but few."""
    if not room.cups.up:
        if chance.random() < 0.3:
            room.cups.restart()
    elif chance.random() < 0.01:
        room.cups.crash()


def agrees(room: StaffRoom, view: v.StaffView) -> bool:
    """Everything on the cards that the register knows, in its order, and nothing under way."""
    register = room.mirror.printers
    said = [
        (c.id, c.name, c.is_default, c.media, c.calibration, c.task, c.doing is v.Doing.PAUSED)
        for c in view.printers
    ]
    known = [
        (p.id, p.name, p.is_default, p.media, p.calibration, None, p.paused) for p in register.all()
    ]
    return said == known and not view.search.adding


@pytest.mark.parametrize("seed", range(3))
def test_a_thousand_requests_from_four_threads(room: StaffRoom, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same storm each time
    room.cups.found = tuple(chance.sample(DEVICES, len(DEVICES)))
    room.pace = replace(room.pace, refresh=0.2)
    room.register("Depan")  # there is something to be changed, however slowly others are added
    desk = room.opened()
    room.until(lambda view: bool(view.printers))
    room.cups.meanwhile = lambda _: trouble(chance, room)

    def tap(own: random.Random) -> None:
        for request in requests(own, room, REQUESTS // THREADS):
            desk.ask(request)
            own_pause.wait(own.uniform(0, 0.04))

    own_pause = threading.Event()
    staff = [
        threading.Thread(target=tap, args=(random.Random(seed * 10 + n),))  # noqa: S311 - as above
        for n in range(THREADS)
    ]
    for one in staff:
        one.start()
    for one in staff:
        one.join()
    room.cups.meanwhile = lambda _: None
    room.cups.restart()
    room.cups.stopped.clear()
    for request in (v.GoOut(), v.Knock(), v.EnterPin(PIN)):
        desk.ask(request)
    view = room.until(lambda view: is_settled(view) and agrees(room, view), 60.0)
    assert view.gate.state is v.GateState.OPEN
    outcomes = {w.report.outcome for w in room.screen.views if w.report is not None}
    assert len(outcomes) >= ENOUGH, "the storm was a calm"
    here = room.mirror.printers.all()
    assert len({printer.queue for printer in here}) == len(here)
    assert {printer.queue for printer in here} <= set(room.cups.printers)
    assert len({printer.uri for printer in here}) == len(here)


def is_settled(view: v.StaffView) -> bool:
    return view.gate.state is v.GateState.OPEN and view.search.state is not v.Searching.LOOKING
