"""Retakes, templates and slots through the real conductor, store and performers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kiosk.booth.audit import audit
from kiosk.booth.conductor import Conductor
from kiosk.booth.messages import Counting, Happened
from kiosk.booth.pace import Pace
from kiosk.booth.shooting import Shooting
from kiosk.booth.view import (
    ArrangeShots,
    Begin,
    Choose,
    Countdown,
    PickLook,
    PickTemplate,
    Print,
    Retake,
)
from kiosk.domain import session as s
from kiosk.domain.camera import CameraState
from kiosk.domain.order import PaymentMethod, Shot
from kiosk.domain.printing import Sheet
from kiosk.store.models import OutboxEntry, Photo, ShotRow
from kiosk.store.outbox import photo_body

from .conftest import PACKAGE, CountedKeys, HandClock, HandRun, Rig, template
from .storm_world import Fate, World
from .test_effects import ORDER, Camera, Darkroom, frame, in_turn, started
from .test_storm import FREE, Booth

PACE = Pace()


@dataclass
class Guest:
    """Free shots, and one retake."""

    booth: Booth

    @property
    def session_id(self) -> str:
        return str(self.booth.view.session_id)

    def comes(self) -> None:
        self.booth.handle(Begin())
        self.booth.handle(Choose(self.session_id, FREE.key))

    def waits(self) -> None:
        """Until the booth has done everything that is due."""
        while self.booth.lanes.waiting:
            self.booth.perform()

    def wants_again(self, seq: int) -> None:
        self.booth.handle(Retake(self.session_id, seq))

    def prints(self) -> None:
        self.booth.handle(Print(self.session_id))
        self.waits()

    @property
    def state(self) -> s.Arranging:
        assert isinstance(self.booth.view.state, s.Arranging)
        return self.booth.view.state

    def files(self) -> dict[str, str]:
        return {p.name: p.read_text() for p in sorted(self.booth.data_dir.rglob("shot-*.jpg"))}

    def page(self) -> dict[str, str]:
        """What the guest's page shows of the shots, once everything is uploaded."""
        while self.booth.mirror.outbox.depth():
            self.booth.mirror.outbox.hurry(self.booth.clock.now())
            self.booth.sync()
        objects = self.booth.bucket.objects
        shots = photo_body(Photo.get())["shots"]
        assert isinstance(shots, list)
        assert sum("shot" in key for key in objects) == len(shots)
        return {key.rpartition("/")[2]: objects[key].decode() for key in shots}


@pytest.fixture
def guest(tmp_path: Path) -> Iterator[Guest]:
    clock = HandClock()
    booth = Booth(tmp_path, clock, CountedKeys(), World(clock))
    guest = Guest(booth)
    guest.comes()
    yield guest
    assert audit(booth.mirror.evidence, booth.data_dir) == ()
    booth.mirror.close()


@pytest.mark.parametrize("uploads", ["done", "failed once", "still waiting"])
def test_a_shot_that_is_taken_again_stays_on_the_booth_and_its_place_on_the_page_is_the_new_ones(
    guest: Guest, uploads: str
) -> None:
    guest.waits()
    first = guest.files()
    if uploads == "done":
        guest.page()
    elif uploads == "failed once":
        guest.booth.bucket.world.fates.extend([Fate.FINE] * 2 + [Fate.FAILS])
        guest.booth.sync()
        guest.booth.bucket.world.fates.clear()
    guest.wants_again(1)
    guest.waits()
    files = guest.files()
    assert list(files) == ["shot-1-b.jpg", "shot-1.jpg", "shot-2.jpg"]
    assert {name: files[name] for name in first} == first
    takes = ShotRow.select().order_by(ShotRow.seq, ShotRow.take)
    assert [(row.seq, row.take) for row in takes] == [(1, 1), (1, 2), (2, 1)]
    guest.prints()
    assert guest.page() == {"shot-1.jpg": files["shot-1-b.jpg"], "shot-2.jpg": files["shot-2.jpg"]}


def test_an_older_file_that_waits_for_its_upload_does_not_come_over_the_new_one(
    guest: Guest,
) -> None:
    guest.waits()
    guest.wants_again(1)
    guest.waits()
    waiting = OutboxEntry.select().where(OutboxEntry.kind == "upload")
    paths = [entry.body for entry in waiting if '/shot-1.jpg"' in entry.body]
    assert len(paths) == 2
    assert all("shot-1-b.jpg" in body for body in paths)


def test_a_retake_while_the_next_shot_is_being_taken_is_for_the_shot_before(guest: Guest) -> None:
    guest.booth.perform()
    guest.booth.world.fates.append(Fate.GUEST_LEAVES)
    guest.booth.world.meanwhile = lambda _: guest.wants_again(1)
    guest.booth.perform()
    guest.booth.world.meanwhile = lambda _: None
    shooting = guest.booth.view.state
    assert isinstance(shooting, s.Shooting)
    assert s.due(shooting) == (s.TakeShot(shooting.order, 1, take=2),)
    guest.waits()
    assert [(shot.seq, shot.take) for shot in guest.state.shots] == [(1, 2), (2, 1)]
    guest.prints()
    assert isinstance(guest.booth.view.state, s.Printing | s.Delivered)


def test_a_crash_loses_nothing_of_what_was_arranged(guest: Guest) -> None:
    guest.waits()
    for tap in (
        PickTemplate(guest.session_id, "night"),
        ArrangeShots(guest.session_id, (2, 1)),
        PickLook(guest.session_id, "senja"),
    ):
        guest.booth.handle(tap)
    guest.wants_again(2)
    guest.booth.restart()
    assert isinstance(guest.booth.view.state, s.Shooting)
    guest.booth.world.fates.append(Fate.POWER_CUT_AFTER)
    guest.booth.perform()
    guest.waits()
    state = guest.state
    assert (state.template, state.slots, state.look) == ("night", (2, 1), "senja")
    assert [shot.take for shot in state.shots] == [1, 2]
    shots = f"({state.shots[1]}, {state.shots[0]})"
    guest.booth.restart()
    guest.prints()
    composed = (guest.booth.data_dir / Photo.get().path).read_text()
    assert composed.endswith(f"look=senja template=night {shots}")


@pytest.mark.parametrize(
    "pick", [PickTemplate("", "night"), ArrangeShots("", (2, 1)), PickLook("", "senja")]
)
def test_what_cannot_be_composed_so_is_printed_plain(
    guest: Guest, pick: PickTemplate | ArrangeShots | PickLook
) -> None:
    guest.waits()
    guest.booth.handle(replace(pick, session_id=guest.session_id))
    guest.booth.world.fates.extend([Fate.ANSWER_LOST, *[Fate.FAILS] * 4])
    guest.waits()
    state = guest.booth.view.state
    assert isinstance(state, s.Arranging)
    assert state.picture is not None
    assert (state.look, state.template, state.slots) == ("", "", ())
    guest.prints()
    assert audit(guest.booth.mirror.evidence, guest.booth.data_dir) == ()


def test_a_retake_while_the_print_is_composed_makes_its_file_neither_lost_nor_wrong(
    guest: Guest,
) -> None:
    guest.waits()
    guest.booth.handle(PickTemplate(guest.session_id, "night"))
    guest.booth.world.meanwhile = lambda _: guest.wants_again(1)
    guest.booth.perform()
    guest.booth.world.meanwhile = lambda _: None
    assert isinstance(guest.booth.view.state, s.Shooting)
    assert audit(guest.booth.mirror.evidence, guest.booth.data_dir) == ()
    guest.waits()
    guest.prints()
    guest.waits()
    assert isinstance(guest.booth.view.state, s.Delivered)


def test_a_camera_that_fails_the_retake_leaves_the_guest_the_shot_before(guest: Guest) -> None:
    guest.waits()
    before = guest.state
    guest.wants_again(1)
    guest.booth.world.fates.extend([Fate.FAILS] * 60)
    guest.booth.perform()
    guest.booth.world.fates.clear()
    guest.waits()
    assert guest.state == replace(before, retakes=1, picture=guest.state.picture)
    assert guest.state.picture == before.picture
    assert Photo.get().print_status == "pending", "nothing has failed"
    guest.wants_again(1)
    assert guest.state.shots == before.shots, "it was the only one"
    guest.prints()


def test_a_take_that_a_power_cut_left_without_a_row_is_no_lost_picture(guest: Guest) -> None:
    guest.waits()
    guest.wants_again(1)
    guest.booth.world.fates.extend([Fate.FINE, Fate.POWER_CUT_AFTER])
    guest.booth.perform()
    assert "shot-1-b.jpg" in guest.files()
    guest.booth.world.fates.extend([Fate.FAILS] * 60)
    guest.booth.perform()
    guest.booth.world.fates.clear()
    guest.waits()
    guest.prints()
    guest.waits()
    assert isinstance(guest.booth.view.state, s.Delivered)


# ---- what is offered --------------------------------------------------------------------------

SHOTS = tuple(s.ShotTaken(Shot(n, f"photos/{n}.jpg", "t", 1920, 1080)) for n in (1, 2, 3))


def begun(rig: Rig, shots: int, retakes: int = 2) -> Conductor:
    """A guest who pays nothing and has so many shots."""
    rig.methods = (PaymentMethod.FREE,)
    rig.packages = (replace(PACKAGE, retakes=retakes),)
    rig.templates = (
        template("night"),
        template(PACKAGE.template),
        template("album", sheet=Sheet.SIX_BY_EIGHT),
        template("four", shots=4),
        template("day"),
    )
    conductor = rig.conductor()
    conductor.handle(Begin())
    conductor.handle(Choose(str(rig.view.session_id), "classic"))
    for event in SHOTS[:shots]:
        conductor.handle(Happened(str(rig.view.session_id), event))
    return conductor


def test_the_templates_that_fit_are_offered_the_packages_own_first(rig: Rig) -> None:
    conductor = begun(rig, 3)
    assert rig.view.templates == (PACKAGE.template, "day", "night")
    for name in ("album", "four", "gone"):
        conductor.handle(PickTemplate(str(rig.view.session_id), name))
    assert isinstance(rig.view.state, s.Arranging)
    assert rig.view.state.template == ""
    conductor.handle(PickTemplate(str(rig.view.session_id), "night"))
    assert rig.view.state.template == "night"


def test_one_template_is_no_choice(rig: Rig) -> None:
    begun(rig, 3)
    rig.templates = (template(PACKAGE.template), template("four", shots=4))
    rig.conductor()
    assert rig.view.templates == ()


def test_what_is_left_of_the_retakes_is_told_while_one_can_be_had(rig: Rig) -> None:
    conductor = begun(rig, 0)
    session_id = str(rig.view.session_id)
    assert rig.view.retakes_left == 0, "there is nothing yet"
    conductor.handle(Happened(session_id, SHOTS[0]))
    assert rig.view.retakes_left == 2
    conductor.handle(Retake(session_id, 1))
    assert rig.view.retakes_left == 0, "one after the other"
    conductor.handle(Happened(session_id, s.ShotTaken(replace(SHOTS[0].shot, take=2))))
    assert rig.view.retakes_left == 1


def test_a_change_of_settings_does_not_change_a_running_session(rig: Rig) -> None:
    begun(rig, 3, retakes=1)
    rig.packages = (replace(PACKAGE, retakes=0),)
    conductor = rig.conductor()
    assert rig.view.retakes_left == 1
    conductor.handle(Retake(str(rig.view.session_id), 3))
    assert isinstance(rig.view.state, s.Shooting)


def test_a_retake_tapped_twice_is_one(rig: Rig) -> None:
    conductor = begun(rig, 2)
    for _ in range(2):
        conductor.handle(Retake(str(rig.view.session_id), 2))
    assert isinstance(rig.view.state, s.Shooting)
    assert rig.view.state.retakes == 1


def test_the_countdown_of_a_shot_that_is_put_off_is_taken_off_the_screen(rig: Rig) -> None:
    conductor = begun(rig, 1)
    session_id = str(rig.view.session_id)
    conductor.handle(Counting(session_id, Countdown(2, 9, 3.0)))
    assert rig.view.countdown is not None
    conductor.handle(Retake(session_id, 1))
    conductor.handle(Counting(session_id, Countdown(2, 10, 3.0)))
    assert rig.view.countdown is None
    conductor.handle(Counting(session_id, Countdown(1, 11, 3.0)))
    assert rig.view.countdown == Countdown(1, 11, 3.0)


def test_until_the_next_countdown_it_is_told_how_long_a_shot_is_looked_at(rig: Rig) -> None:
    conductor = begun(rig, 0)
    session_id = str(rig.view.session_id)
    conductor.handle(Counting(session_id, Countdown(1, 9, 3.0)))
    conductor.handle(Happened(session_id, SHOTS[0]))
    assert rig.view.countdown is None
    until_ns = int(PACE.retake_review * 1e9)
    assert (rig.view.deadline_ns, rig.view.may_stay) == (until_ns, False)
    rig.clock.pass_(1)
    conductor.handle(Happened(session_id, s.CashReceived("late", 2_000, "")))
    assert rig.view.deadline_ns == until_ns
    conductor.handle(Counting(session_id, Countdown(2, 10, 3.0)))
    assert rig.view.deadline_ns is None
    conductor.handle(Happened(session_id, s.CashReceived("later", 2_000, "")))
    assert rig.view.countdown == Countdown(2, 10, 3.0)
    for seq in (2, 3):
        conductor.handle(Happened(session_id, SHOTS[seq - 1]))
    conductor.handle(Retake(session_id, 3))
    assert (rig.view.countdown, rig.view.deadline_ns) == (None, None), "nothing to look at"


@pytest.mark.parametrize("slots", [(1, 2), (1, 1, 2), (0, 1, 2), (1, 2, 3, 4), (1, 2, 3)])
def test_slots_that_are_no_new_order_of_the_shots_mean_nothing(
    rig: Rig, slots: tuple[int, ...]
) -> None:
    conductor = begun(rig, 3)
    before = rig.mirror.journal.events(str(rig.view.session_id))
    conductor.handle(ArrangeShots(str(rig.view.session_id), slots))
    assert rig.mirror.journal.events(str(rig.view.session_id)) == before


@pytest.mark.parametrize(
    ("effect", "seconds"),
    [
        (s.TakeShot(ORDER, 1), 0.0),
        (s.TakeShot(ORDER, 2), PACE.review),
        (s.TakeShot(ORDER, 2, may_retake=True), PACE.retake_review),
        (s.TakeShot(ORDER, 1, take=2), PACE.review),
    ],
)
def test_a_shot_that_may_be_taken_again_is_looked_at_for_longer(
    rig: Rig, effect: s.TakeShot, seconds: float
) -> None:
    camera = Camera([CameraState.LIVE], in_turn(frame()))
    run = HandRun(started(rig), lambda _: None, clock=rig.clock)
    Shooting(camera, Darkroom(), rig.mirror.journal, rig.clock, PACE).take(run, effect)
    assert rig.clock.ns / 1e9 == pytest.approx(seconds + PACE.countdown)
