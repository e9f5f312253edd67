"""Picking a look: what is composed, for how long it may go on, and what is left after a crash."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from queue import SimpleQueue

import pytest

from kiosk.booth.audit import audit
from kiosk.booth.conductor import Conductor
from kiosk.booth.lanes import Lanes, Run
from kiosk.booth.limits import MOST_ARRANGING
from kiosk.booth.messages import Happened, Measured, Message
from kiosk.booth.pace import Pace
from kiosk.booth.shooting import Shooting
from kiosk.booth.view import Begin, Choose, PickLook, Print
from kiosk.domain import session as s
from kiosk.domain.order import Order, PaymentMethod, Picture, Shot
from kiosk.store.models import OutboxEntry, Photo

from .conftest import CountedKeys, HandClock, Rig
from .storm_world import Fate, World
from .test_storm import FREE, LOOKS, Booth

SHOTS = tuple(s.ShotTaken(Shot(n, f"photos/{n}.jpg", "t", 1920, 1080)) for n in (1, 2, 3))
PACE = Pace()
ORDER = Order(FREE, PaymentMethod.FREE, 0, None, "photo", "job", "code")
PATIENCE_S = 10


@pytest.fixture
def arranging(rig: Rig) -> Conductor:
    """A guest looks at the first picture."""
    rig.methods = (PaymentMethod.FREE,)
    rig.looks = LOOKS
    conductor = rig.conductor()
    conductor.handle(Begin())
    conductor.handle(Choose(session_on(rig), "classic"))
    for event in (*SHOTS, composed("")):
        conductor.handle(Happened(session_on(rig), event))
    return conductor


def session_on(rig: Rig) -> str:
    assert rig.view.session_id is not None
    return rig.view.session_id


def state_on(rig: Rig) -> s.Arranging:
    assert isinstance(rig.view.state, s.Arranging)
    return rig.view.state


def composed(look: str) -> s.PictureComposed:
    return s.PictureComposed(Picture("prints/p.jpg", 1200, 1800, f"{look:0<64}"), look)


def pick(rig: Rig, conductor: Conductor, look: str) -> None:
    conductor.handle(PickLook(session_on(rig), look))


def compose(rig: Rig, conductor: Conductor) -> None:
    [effect] = rig.due
    assert isinstance(effect, s.Compose)
    measured = Measured("saved_to_print_ready", rig.clock.ns)
    conductor.handle(Happened(session_on(rig), composed(effect.look), measured))


def test_a_picked_look_is_composed(rig: Rig, arranging: Conductor) -> None:
    pick(rig, arranging, "senja")
    state = state_on(rig)
    assert (state.look, state.picture) == ("senja", None)
    assert rig.due == (s.Compose(state.order, state.shots, "senja"),)


def test_of_several_picks_only_the_last_is_composed_and_printed(
    rig: Rig, arranging: Conductor
) -> None:
    for look in ("senja", "perak", "senja", "perak"):
        pick(rig, arranging, look)
    [effect] = rig.due
    assert isinstance(effect, s.Compose)
    assert effect.look == "perak"
    arranging.handle(Happened(session_on(rig), composed("senja")))
    arranging.handle(Print(session_on(rig)))
    assert state_on(rig).picture is None
    compose(rig, arranging)
    arranging.handle(Print(session_on(rig)))
    assert isinstance(rig.view.state, s.Printing)
    assert rig.view.state.picture == composed("perak").picture


@pytest.mark.parametrize("look", ["", "sepia"])
def test_the_same_look_again_or_one_that_is_not_offered_changes_nothing(
    rig: Rig, arranging: Conductor, look: str
) -> None:
    before = rig.mirror.journal.events(session_on(rig))
    pick(rig, arranging, look)
    assert rig.mirror.journal.events(session_on(rig)) == before


def test_where_no_looks_are_offered_none_is_picked(rig: Rig, arranging: Conductor) -> None:
    rig.looks = ()
    conductor = rig.conductor()
    pick(rig, conductor, "senja")
    assert state_on(rig).look == ""


def test_after_the_print_was_asked_for_a_look_means_nothing(rig: Rig, arranging: Conductor) -> None:
    arranging.handle(Print(session_on(rig)))
    printing = rig.view.state
    pick(rig, arranging, "senja")
    assert rig.view.state == printing


def test_a_look_gives_time_to_see_it(rig: Rig, arranging: Conductor) -> None:
    rig.clock.pass_(PACE.arranging - 1)
    pick(rig, arranging, "senja")
    compose(rig, arranging)
    rig.clock.pass_(PACE.look - 1)
    arranging.tick()
    assert state_on(rig).look == "senja"
    rig.clock.pass_(1)
    arranging.tick()
    assert isinstance(rig.view.state, s.Printing)


def test_picking_for_ever_ends_in_the_print_of_the_last_look(
    rig: Rig, arranging: Conductor
) -> None:
    began = rig.clock.ns
    for n in count():
        pick(rig, arranging, LOOKS[1 + n % 2])
        compose(rig, arranging)
        last = state_on(rig).look
        rig.clock.pass_(PACE.look / 2)
        arranging.tick()
        if isinstance(rig.view.state, s.Printing):
            break
    assert rig.clock.ns - began <= (MOST_ARRANGING * PACE.arranging + PACE.look) * 1e9
    assert rig.view.state.picture == composed(last).picture


def test_at_the_limit_a_picture_that_is_not_composed_yet_is_printed_as_soon_as_it_is(
    rig: Rig, arranging: Conductor
) -> None:
    pick(rig, arranging, "senja")
    rig.clock.pass_(MOST_ARRANGING * PACE.arranging)
    assert arranging.next_tick_ns is None, "it would spin until the picture is there"
    pick(rig, arranging, "perak")
    compose(rig, arranging)
    assert arranging.next_tick_ns is not None
    assert arranging.next_tick_ns <= rig.clock.ns
    arranging.tick()
    assert isinstance(rig.view.state, s.Printing)
    assert rig.view.state.picture == composed("senja").picture


def test_what_else_happens_meanwhile_gives_no_more_time(rig: Rig, arranging: Conductor) -> None:
    before = rig.view.deadline_ns
    rig.clock.pass_(10)
    arranging.handle(Happened(session_on(rig), s.CashReceived("late", 2_000, "")))
    assert state_on(rig).order.till.received
    assert rig.view.deadline_ns == before


def test_the_time_that_is_left_is_told_also_while_a_look_is_composed(
    rig: Rig, arranging: Conductor
) -> None:
    before = rig.view.deadline_ns
    pick(rig, arranging, "senja")
    assert rig.view.deadline_ns == before


def test_a_look_is_timed_from_the_tap_and_apart_from_the_first_picture(
    rig: Rig, arranging: Conductor
) -> None:
    pick(rig, arranging, "senja")
    rig.clock.pass_(0.2)
    compose(rig, arranging)
    first, look = (rig.timings.spread(n) for n in ("saved_to_print_ready", "look_to_picture"))
    assert first is None
    assert look is not None
    assert look.max == 200


def test_the_photo_s_row_follows_the_look_and_the_cloud_hears_of_it_again(
    rig: Rig, arranging: Conductor
) -> None:
    first = Photo.get()
    pick(rig, arranging, "senja")
    compose(rig, arranging)
    second = Photo.get()
    assert (first.sha256, second.sha256) == ("0" * 64, f"{'senja':0<64}")
    assert second.version == first.version + 1
    told = [e.kind for e in OutboxEntry.select().where(OutboxEntry.row_id == first.id)]
    assert [told.count(kind) for kind in ("photo", "upload")] == [2, 2 + len(SHOTS)]


# ---- crashes ----------------------------------------------------------------------------------


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    """A guest has just picked a look; its picture is not composed yet."""
    clock = HandClock()
    made = Booth(tmp_path, clock, CountedKeys(), World(clock))
    made.handle(Begin())
    made.handle(Choose(str(made.view.session_id), FREE.key))
    while made.lanes.waiting:
        made.perform()
    made.handle(PickLook(str(made.view.session_id), "senja"))
    yield made
    made.mirror.close()


def file_and_row(booth: Booth) -> tuple[str, str]:
    photo = Photo.get()
    return hashlib.sha256((booth.data_dir / photo.path).read_bytes()).hexdigest(), photo.sha256


def finish(booth: Booth) -> None:
    while booth.lanes.waiting:
        booth.perform()


@pytest.mark.parametrize("fate", [Fate.POWER_CUT_BEFORE, Fate.POWER_CUT_AFTER])
def test_a_crash_while_a_look_is_composed_is_healed_by_composing_again(
    booth: Booth, fate: Fate
) -> None:
    booth.world.fates.append(fate)
    booth.perform()
    file, row = file_and_row(booth)
    assert (file == row) == (fate is Fate.POWER_CUT_BEFORE), "the file is newer than its row"
    assert audit(booth.mirror.evidence, booth.data_dir) == ()
    finish(booth)
    file, row = file_and_row(booth)
    assert file == row
    assert state_of(booth).look == "senja"
    assert audit(booth.mirror.evidence, booth.data_dir) == ()


def state_of(booth: Booth) -> s.Arranging:
    assert isinstance(booth.view.state, s.Arranging)
    return booth.view.state


def test_a_look_that_cannot_be_composed_leaves_the_guest_the_plain_print(booth: Booth) -> None:
    booth.world.fates.extend([Fate.ANSWER_LOST, *[Fate.FAILS] * 4])
    finish(booth)
    assert state_of(booth).look == ""
    booth.handle(Print(str(booth.view.session_id)))
    assert isinstance(booth.view.state, s.Printing)
    assert audit(booth.mirror.evidence, booth.data_dir) == ()


def test_where_no_picture_can_be_composed_any_more_the_cloud_gets_what_is_on_disk(
    booth: Booth,
) -> None:
    while booth.mirror.outbox.depth():
        booth.sync()
    booth.world.fates.extend([Fate.ANSWER_LOST, *[Fate.FAILS] * 9])
    finish(booth)
    assert isinstance(booth.view.state, s.Owed)
    assert audit(booth.mirror.evidence, booth.data_dir) == ()
    while booth.mirror.outbox.depth():
        booth.sync()
    content = (booth.data_dir / Photo.get().path).read_bytes()
    assert content in booth.bucket.objects.values()


def test_the_audit_still_sees_a_picture_that_is_not_what_was_composed(booth: Booth) -> None:
    finish(booth)
    booth.handle(Print(str(booth.view.session_id)))
    (booth.data_dir / Photo.get().path).write_text("something else")
    assert [v.promise for v in audit(booth.mirror.evidence, booth.data_dir)] == ["no picture lost"]


# ---- on the lane itself -----------------------------------------------------------------------


@dataclass
class HeldDarkroom:
    """Each picture waits for ``go``; the file holds the look."""

    file: Path
    began: SimpleQueue[str] = field(default_factory=SimpleQueue)
    go: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    def compose(
        self, order: Order, shots: tuple[Shot, ...], path: str, look: str = "", template: str = ""
    ) -> Picture:
        self.began.put(look)
        assert self.go.acquire(timeout=PATIENCE_S)
        self.file.write_text(look)
        return Picture(path, 1, 1, look)


def test_a_picture_of_an_old_look_never_comes_over_a_newer_one(rig: Rig, tmp_path: Path) -> None:
    darkroom = HeldDarkroom(tmp_path / "print")
    told: SimpleQueue[Message] = SimpleQueue()
    shooting = Shooting(None, darkroom, rig.mirror.journal, rig.clock, PACE)  # type: ignore[arg-type]  # composing asks no camera
    lanes = Lanes(
        ["imaging"], lambda _: "imaging", perform_with(shooting), told.put, rig.mirror.close
    )
    try:
        for look in ("senja", "perak", "melati"):
            lanes.ensure("session", [s.Compose(ORDER, (), look)])
            if look == "senja":
                assert darkroom.began.get(timeout=PATIENCE_S) == "senja"
        darkroom.go.release(2)
        message = told.get(timeout=PATIENCE_S)
    finally:
        lanes.close(PATIENCE_S)
    assert isinstance(message, Happened)
    assert isinstance(message.event, s.PictureComposed)
    assert message.event.look == darkroom.file.read_text() == "melati"
    assert [darkroom.began.get_nowait()] == ["melati"], "what was passed over is not composed"
    assert told.empty()


def perform_with(shooting: Shooting) -> Callable[[Run, s.Effect], None]:
    def perform(run: Run, effect: s.Effect) -> None:
        assert isinstance(effect, s.Compose)
        shooting.compose(run, effect)

    return perform
