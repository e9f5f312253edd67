"""Promises 1 to 4 in a storm: guests, faults and power cuts in any order, and then the accounts.

The conductor, the store, the performers and the sync engine are the real ones. A seed decides what
happens, so a storm that fails can be had again; the steps that led there stand in its report.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import pytest

from kiosk.booth.audit import audit
from kiosk.booth.cash import Cash
from kiosk.booth.conductor import Conductor
from kiosk.booth.lanes import Run
from kiosk.booth.late_payment import LatePayment
from kiosk.booth.messages import Checked, Happened, Message
from kiosk.booth.pace import Pace
from kiosk.booth.paying import Paying
from kiosk.booth.performers import Performers
from kiosk.booth.printing import PrintDesk
from kiosk.booth.refunding import Refunding
from kiosk.booth.second_look import SecondLook
from kiosk.booth.shooting import Shooting
from kiosk.booth.stage import Shop
from kiosk.booth.timings import Timings
from kiosk.booth.view import (
    ArrangeShots,
    Begin,
    Check,
    Choose,
    Finish,
    Leave,
    PickLook,
    PickTemplate,
    Print,
    Problem,
    Retake,
    StayOn,
    View,
)
from kiosk.domain import session as s
from kiosk.domain.arranging import in_slots
from kiosk.domain.faults import Fault
from kiosk.domain.order import PaymentMethod
from kiosk.payments.qris import QrisDesk
from kiosk.store.mirror import Mirror, open_mirror
from kiosk.store.models import Photo, Session, ShotRow
from kiosk.store.payment_rows import made_at
from kiosk.sync.engine import SyncEngine
from kiosk.sync.errands import Errands

from .conftest import PACKAGE, CountedKeys, HandClock, HandRun, activate, template
from .print_room import FreshPool, OwnFile
from .storm_world import (
    Bucket,
    Camera,
    Cloud,
    Cups,
    Darkroom,
    Fate,
    PowerCut,
    Refunds,
    World,
    made_for,
)

PACE = Pace(payment_poll=15.0, print_poll=30.0)
LOOKS = ("", "senja", "perak")
CLASSIC = replace(PACKAGE, retakes=2)
FREE = replace(PACKAGE, key="free", price=0, shots=2, copies=2, retakes=1)
TEMPLATES = {
    made.folder.name: made for made in (template("night", 2), template("day"), template("noon"))
}
TABLES = ("sessions", "session_events", "payments", "shots", "photos", "print_jobs", "outbox")
SEEDS, STEPS = 120, 80
MENDED_AFTER = 60
LONG_S = 700.0
"""Longer than any pause between two tries."""


@dataclass(frozen=True, eq=False)
class StormRun(HandRun):
    """While it sleeps, the rest of the booth goes on."""

    awake: list[partial[None]] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        super().sleep(seconds)
        for go_on in self.awake:
            go_on()


class HandLanes:
    """The lanes' rules without their threads: ``waiting`` is what is due and was not run yet."""

    def __init__(self, run: partial[Run]) -> None:
        self._run = run
        self.running: dict[tuple[str, s.Effect], Run] = {}
        self.waiting: list[tuple[str, s.Effect]] = []

    def ensure(self, session_id: str, due: Iterable[s.Effect]) -> None:
        wanted = {(session_id, effect) for effect in due}
        for key in [k for k in self.running if k[0] == session_id and k not in wanted]:
            self.running.pop(key).end()
        for key in wanted - self.running.keys():
            self.running[key] = self._run(session_id)
            self.waiting.append(key)

    def nudge(self, session_id: str) -> None:
        for (of, _), run in self.running.items():
            if of == session_id:
                run.nudged.set()


class Booth:
    """One process: it ends with a power cut, and the next one knows only what is on disk."""

    def __init__(self, data_dir: Path, clock: HandClock, keys: CountedKeys, world: World) -> None:
        self.data_dir, self.clock, self.keys, self.world = data_dir, clock, keys, world
        self.cloud = Cloud(world)
        self.bucket = Bucket(world, data_dir)
        self.refunds = Refunds(world)
        self.cups = Cups(world, lambda: self.go_on())
        self.late = False
        self.trouble = self.pauses = 0
        self.open()

    def open(self) -> None:
        self.mirror: Mirror = open_mirror(self.data_dir, self.keys.new_id)
        self.mirror.database.execute_sql("DROP TRIGGER IF EXISTS trouble")
        if self.mirror.activation.identity() is None:
            activate(self.mirror)
        self.inbox: list[Message] = []
        self.views: list[View] = []
        journal, register = self.mirror.journal, self.mirror.printers
        clock, keys, data_dir = self.clock, self.keys, self.data_dir
        pool = FreshPool(self.cups, register, clock)
        run = partial(StormRun, send=self.inbox.append, clock=clock, awake=[partial(self.go_on)])
        self.lanes = HandLanes(run)
        desk = QrisDesk(self.cloud, "customer", made_at, 180)
        look = SecondLook(lambda _: (), clock, PACE)
        self.performers = Performers(
            Paying(desk, clock, PACE, look),
            Cash(look),
            Refunding(self.refunds, PACE),
            Shooting(Camera(self.world), Darkroom(self.world, data_dir), journal, clock, PACE),
            PrintDesk(self.cups, register, pool, OwnFile(data_dir), data_dir, clock, keys, PACE),
        )
        late = LatePayment(journal, self.inbox.append, lambda _: self.go_on())
        self.engine = SyncEngine(
            self.mirror.outbox,
            Errands(self.cloud, self.bucket, late.told),
            clock=clock.now,
            monotonic=lambda: clock.ns / 1e9,
            chance=lambda: 0.0,
        )
        self.conductor = Conductor(
            shop=Shop(
                (CLASSIC, FREE),
                (PaymentMethod.QRIS,),
                "https://booth.example/p/",
                looks=LOOKS,
                templates=TEMPLATES,
            ),
            journal=journal,
            pool=pool,
            effects=self.lanes,
            clock=clock,
            keys=keys,
            pace=PACE,
            timings=Timings(),
            publish=self.views.append,
            on_written=lambda: None,
        )
        self.conductor.recover()
        self.conductor.handle(Checked(()))

    def restart(self) -> None:
        self.mirror.close()
        self.open()

    @property
    def view(self) -> View:
        return self.views[-1]

    def handle(self, message: Message) -> None:
        """As the conductor's thread does: what happened is told again, a tap is not."""
        try:
            self.conductor.handle(message)
        except Exception:
            self._room_again()
            if isinstance(message, Happened):
                self.inbox.append(message)

    def deliver(self) -> None:
        for _ in range(len(self.inbox)):
            self.handle(self.inbox.pop(0))

    def go_on(self) -> None:
        """What the conductor does meanwhile. In the end somebody comes and mends the printers."""
        self.pauses += 1
        if self.pauses % MENDED_AFTER == 0:
            self.cups.mend()
        due_ns = self.conductor.next_tick_ns
        if due_ns is not None and self.clock.ns >= due_ns:
            try:
                self.conductor.tick()
            except Exception:
                self._room_again()
        if not self.late:
            self.deliver()

    def perform(self) -> None:
        """The next effect that is due, to its end, or to the power's."""
        if not self.lanes.waiting:
            return
        key = self.lanes.waiting.pop(0)
        run = self.lanes.running.get(key)
        if run is None:
            return
        journaled = self.mirror.journal.load(key[0])
        assert journaled is not None
        assert key[1] in s.due(journaled.state), "an effect before its event is on disk"
        try:
            self.performers.perform(run, key[1])
        except PowerCut:
            self.restart()
        self.go_on()

    def sync(self) -> None:
        try:
            self.engine.drain_once()
        except PowerCut:
            self.restart()
        except Exception:
            self._room_again()

    def settle(self, session_id: str) -> None:
        """As the command line does: an error ends the command, not the booth."""
        event = s.SettledByStaff(s.Settlement.COMPED, "Sari", "storm")
        try:
            self.mirror.journal.append(session_id, event, self.clock.now())
        except Exception:
            self._room_again()

    def disk_trouble(self, table: str, verb: str, times: int) -> None:
        """The next such writes are cut off in the middle of their transactions."""
        self.trouble = times
        self.mirror.database.execute_sql("DROP TRIGGER IF EXISTS trouble")
        self.mirror.database.execute_sql(
            f"CREATE TRIGGER trouble BEFORE {verb} ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'disk full'); END"
        )

    def _room_again(self) -> None:
        """After a few writes that failed."""
        self.trouble -= 1
        if self.trouble > 0:
            return
        self.mirror.database.execute_sql("DROP TRIGGER IF EXISTS trouble")


class Storm:
    """One seed's weather. ``story`` is what happened so far."""

    def __init__(self, data_dir: Path, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - it makes weather
        self.story: list[str] = []
        self.shown: list[str] = []
        self.known: list[str] = []
        clock = HandClock()
        self.world = World(clock, meanwhile=self.meanwhile)
        self.booth = Booth(data_dir, clock, CountedKeys(), self.world)

    def rage(self, steps: int) -> None:
        weather: dict[Callable[[], None], int] = {
            self.guest_chooses: 5,
            self.guest_taps: 4,
            self.guest_arranges: 6,
            self.guest_wants_a_shot_again: 4,
            self.guest_pays: 4,
            self.an_effect_runs: 16,
            self.the_outbox_is_drained: 2,
            self.time_passes: 3,
            self.the_world_changes: 2,
            self.preflight_tells: 1,
            self.the_disk_fills_up: 3,
            self.staff_settle: 1,
            self.the_power_goes: 2,
        }
        for step in self.chance.choices(list(weather), list(weather.values()), k=steps):
            self.story.append(step.__name__)
            step()
            self.look()

    def look(self) -> None:
        """What a guest can remember of the screen: the session, and a code that can be paid."""
        for view in self.booth.views:
            if view.session_id is not None and view.session_id not in self.known:
                self.known.append(view.session_id)
            if isinstance(view.state, s.Paying) and isinstance(view.state.stage, s.Offered):
                payment_id = view.state.order.payment_id
                if payment_id is not None and payment_id not in self.shown:
                    self.shown.append(payment_id)
        del self.booth.views[:-1]

    def meanwhile(self, fate: Fate) -> None:
        self.look()
        if fate is Fate.GUEST_LEAVES and self.booth.view.session_id is not None:
            self.booth.handle(Leave(self.booth.view.session_id))
        elif fate is Fate.GUEST_PAYS and self.shown:
            self.booth.cloud.pay(self.shown[-1])
        elif fate is Fate.GUEST_WANTS_IT_AGAIN:
            self.guest_wants_a_shot_again()
        elif fate is Fate.TIME_PASSES:
            self.booth.clock.pass_(100)
            self.booth.go_on()

    def guest_chooses(self) -> None:
        self.booth.handle(Begin())
        if (session_id := self.booth.view.session_id) is not None:
            self.booth.handle(
                Choose(session_id, self.chance.choice(["classic", "classic", "free"]))
            )

    def guest_taps(self) -> None:
        """Also on what has left the screen."""
        if self.known:
            session_id = self.chance.choice(self.known[-3:])
            choose = Choose(session_id, "classic")
            taps = (Leave(session_id), Print(session_id), Finish(session_id), choose)
            self.booth.handle(self.chance.choice(taps))

    def guest_arranges(self) -> None:
        """One thing after another, sooner than they can be composed."""
        if (session_id := self.booth.view.session_id) is not None:
            for _ in range(self.chance.randint(1, 3)):
                self.booth.handle(self._pick(session_id))

    def _pick(self, session_id: str) -> Message:
        pick = self.chance.randrange(4)
        if pick == 0:
            return PickTemplate(session_id, self.chance.choice([*TEMPLATES, PACKAGE.template]))
        if pick == 1:
            count = self.chance.choice([2, 3])
            return ArrangeShots(session_id, tuple(self.chance.sample(range(1, count + 1), count)))
        if pick == 2:
            return StayOn(session_id)
        return PickLook(session_id, self.chance.choice(LOOKS))

    def guest_wants_a_shot_again(self) -> None:
        if (session_id := self.booth.view.session_id) is not None:
            self.booth.handle(Retake(session_id, self.chance.randint(1, 3)))

    def guest_pays(self) -> None:
        """Also with a code from before."""
        if self.shown:
            self.booth.cloud.pay(self.chance.choice(self.shown[-2:]))

    def an_effect_runs(self) -> None:
        with self._fates():
            self.booth.perform()

    def the_outbox_is_drained(self) -> None:
        with self._fates():
            self.booth.sync()

    def time_passes(self) -> None:
        self.booth.clock.pass_(self.chance.choice([1.0, 10.0, 50.0, LONG_S]))
        self.booth.cups.step()
        self.booth.go_on()

    def the_world_changes(self) -> None:
        self.booth.cloud.refuses = self.chance.random() < 0.2
        self._printers_change(self.booth.cups)

    def _printers_change(self, cups: Cups) -> None:
        for printer in cups.printers.values():
            printer.fault = Fault.MEDIA_EMPTY if self.chance.random() < 0.3 else None
            printer.switch(on=self.chance.random() > 0.1)
        if self.chance.random() < 0.2:
            cups.crash()
        elif not cups.up:
            cups.restart()

    def preflight_tells(self) -> None:
        problem = Problem(Check.CAMERA, "unplugged", "plug it in")
        self.booth.handle(Checked((problem,) if self.chance.random() < 0.2 else ()))

    def the_disk_fills_up(self) -> None:
        table, verb = self.chance.choice(TABLES), self.chance.choice(["INSERT", "UPDATE"])
        self.booth.disk_trouble(table, verb, times=self.chance.randint(1, 5))

    def staff_settle(self) -> None:
        for row in Session.select().where(Session.state == "Owed").limit(1):
            self.booth.settle(row.id)

    def the_power_goes(self) -> None:
        self.booth.restart()

    @contextmanager
    def _fates(self) -> Iterator[None]:
        """Most calls are fine, and most messages are delivered at once."""
        self.booth.late = self.chance.random() < 0.2
        for _ in range(self.chance.randrange(8)):
            foul = self.chance.random() < 0.35
            self.world.fates.append(self.chance.choice(list(Fate)) if foul else Fate.FINE)
        yield
        self.world.fates.clear()
        self.booth.late = False

    def settle_accounts(self) -> None:
        self.booth.restart()
        self._nothing_is_violated()
        self._the_weather_clears()
        self._nothing_is_violated()
        self._the_accounts_add_up()

    def _the_weather_clears(self) -> None:
        """Everybody waits until the booth is quiet and the cloud has heard everything."""
        booth = self.booth
        booth.cloud.refuses = False
        booth.cups.mend()
        for _ in range(100):
            booth.go_on()
            if booth.lanes.waiting:
                booth.perform()
            elif booth.conductor.next_tick_ns is not None:
                booth.clock.pass_((booth.conductor.next_tick_ns - booth.clock.ns) / 1e9 + 0.001)
            elif not booth.mirror.outbox.depth():
                break
            else:
                booth.clock.pass_(LONG_S)
                booth.sync()
        assert booth.view.session_id is None
        assert booth.mirror.outbox.depth() == 0
        assert booth.mirror.journal.unfinished() == ()

    def _nothing_is_violated(self) -> None:
        assert audit(self.booth.mirror.evidence, self.booth.data_dir) == ()

    def _the_accounts_add_up(self) -> None:
        booth = self.booth
        for row in Session.select():
            found = booth.mirror.journal.load(row.id)
            assert found is not None
            self._kept(found.state)
            self._printed_as_picked(row.id, found.state)
        takes = ShotRow.select().order_by(ShotRow.take)
        last = {(shot.session_id, shot.seq): shot.path for shot in takes}
        for (session_id, seq), path in last.items():
            assert self._in_bucket(f"/{session_id}/shot-{seq}.jpg") == self._on_disk(path)
        for photo in Photo.select():
            assert self._in_bucket(photo.r2_key) == self._on_disk(photo.path)
        assert all(job.state.terminal for job in booth.cups.jobs)

    def _in_bucket(self, key: str) -> bytes:
        [found] = [c for k, c in self.booth.bucket.objects.items() if k.endswith(key)]
        return found

    def _on_disk(self, path: str) -> bytes:
        return (self.booth.data_dir / path).read_bytes()

    def _printed_as_picked(self, session_id: str, state: s.State) -> None:
        if isinstance(state, s.Delivered):
            events = [event for _, event in self.booth.mirror.journal.events(session_id)]
            asked = next(n for n, event in enumerate(events) if isinstance(event, s.PrintAsked))
            before = s.replay(events[:asked])
            assert isinstance(before, s.Arranging)
            shots = in_slots(before.shots, before.slots)
            made = made_for(shots, before.look, before.template)
            assert self._on_disk(state.picture.path).decode().endswith(made)

    def _kept(self, state: s.State) -> None:
        """Paid is delivered or owed. What is delivered came out once, and nothing ever twice."""
        order = s.order_of(state)
        if order is None:
            return
        payment = self.booth.cloud.payments.get(order.payment_id or "")
        paid = payment is not None and payment.status == "completed"
        assert s.is_paid(state) == (paid or order.amount == 0)
        sheets = self.booth.cups.sheets_of(f"{order.photo_id}.jpg")
        if isinstance(state, s.Delivered):
            assert sheets == order.package.copies
        else:
            assert sheets <= order.package.copies


@pytest.mark.parametrize("seed", range(SEEDS))
def test_whatever_happens_every_promise_is_kept(tmp_path: Path, seed: int) -> None:
    storm = Storm(tmp_path, seed)
    try:
        storm.rage(STEPS)
        storm.settle_accounts()
    except AssertionError as error:
        error.add_note(f"seed {seed}: {' → '.join(storm.story)}")
        raise
    finally:
        storm.booth.mirror.close()
