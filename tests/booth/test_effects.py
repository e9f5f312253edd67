"""The effects against stand-ins of their ports that fail on demand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import numpy as np

from kiosk.booth.lanes import Run
from kiosk.booth.messages import Happened, Message, Noticed
from kiosk.booth.pace import Pace
from kiosk.booth.paying import Paying
from kiosk.booth.printing import PrintDesk
from kiosk.booth.shooting import Shooting
from kiosk.booth.view import Notice
from kiosk.domain import session as s
from kiosk.domain.camera import CameraState, CameraStatus, Frame
from kiosk.domain.errors import (
    CameraUnavailable,
    CloudUnreachable,
    PrintingUnavailable,
    PrintRefused,
)
from kiosk.domain.faults import Fault
from kiosk.domain.order import Order, PaymentMethod, Picture, Shot
from kiosk.domain.payments import Ended, Offer, Paid, Unpaid
from kiosk.domain.printing import JobState, JobStatus, QueueState, QueueStatus, Sheet

from .conftest import PACKAGE, CountedKeys, HandClock, HandRun, Rig

ORDER = Order(PACKAGE, PaymentMethod.QRIS, 35_000, "payment", "photo", "job-key", "code")
PICTURE = Picture("prints/photo.jpg", 1200, 1800, "0" * 64)
FAST = Pace(payment_poll=0, print_poll=0, countdown=0, review=0)


@dataclass
class Heard:
    """Collects what an effect says, and can end it."""

    messages: list[Message] = field(default_factory=list)

    def run(self, session_id: str = "session", clock: HandClock | None = None) -> Run:
        if clock is None:
            return Run(session_id, self.messages.append)
        return HandRun(session_id, self.messages.append, clock=clock)

    @property
    def events(self) -> list[s.Event]:
        return [m.event for m in self.messages if isinstance(m, Happened)]

    @property
    def notices(self) -> list[Notice | None]:
        return [m.notice for m in self.messages if isinstance(m, Noticed)]


def in_turn(*answers: object) -> Callable[..., object]:
    """Each call gets the next answer; an exception is raised; the last one repeats."""
    left = list(answers)

    def call(*_: object, **__: object) -> object:
        answer = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(answer, Exception):
            raise answer
        return answer

    return call


class Desk:
    """A cloud that answers what it is given, in turn."""

    def __init__(self, **answers: Callable[..., object]) -> None:
        self.__dict__.update(answers)


class Camera:
    def __init__(self, states: list[CameraState], frames: Callable[..., object]) -> None:
        self._state = in_turn(*states)
        self.nearest = frames

    def status(self) -> CameraStatus:
        return CameraStatus(self._state())


@dataclass
class Cups:
    """A CUPS by its rules: it keeps what it accepted and finds it by key."""

    jobs: dict[str, int] = field(default_factory=dict)
    submits: int = 0
    lose_answers: int = 0
    state: Callable[..., object] = field(default_factory=lambda: in_turn(JobState.COMPLETED))
    faults: Callable[..., object] = field(default_factory=lambda: in_turn(()))
    stopped: bool = False
    cancelled: bool = False
    over: bool = False

    def queue(self, name: str) -> QueueStatus:
        state = QueueState.STOPPED if self.stopped else QueueState.IDLE
        return QueueStatus(name, state, accepting=True, faults=self.faults())

    def find(self, queue: str, key: str) -> JobStatus | None:
        known = self.jobs.get(key)
        return None if known is None else JobStatus(known, JobState.PENDING)

    def submit(self, queue: str, file: Path, *, key: str, copies: int, sheet: Sheet) -> int:
        self.submits += 1
        self.jobs[key] = 40 + self.submits
        if self.lose_answers:
            self.lose_answers -= 1
            raise PrintingUnavailable("the connection broke")
        return self.jobs[key]

    def job(self, cups_job_id: int) -> JobStatus:
        if self.cancelled:
            return JobStatus(cups_job_id, JobState.CANCELED)
        return JobStatus(cups_job_id, self.state())

    def cancel(self, cups_job_id: int) -> None:
        if self.over:
            raise PrintRefused("the job is over")
        self.cancelled = True

    def enable(self, queue: str) -> None:
        self.stopped = False
        self.state = in_turn(JobState.COMPLETED)


def frame(stamp_ns: int = 0) -> Frame:
    return Frame(np.zeros((4, 6, 3), np.uint8), stamp_ns, 1)


class Darkroom:
    def save_shot(self, frame: Frame, path: str, taken_at: datetime, seq: int) -> Shot:
        return Shot(seq, path, taken_at.isoformat(), 6, 4)

    def compose(self, order: Order, shots: tuple[Shot, ...], path: str) -> Picture:
        return Picture(path, 1200, 1800, "0" * 64)


def shooting(rig: Rig, camera: Camera, pace: Pace = FAST, darkroom: object = None) -> Shooting:
    return Shooting(camera, darkroom or Darkroom(), rig.mirror.journal, rig.clock, rig.keys, pace)


def started(rig: Rig) -> str:
    rig.mirror.journal.start("session", s.Choosing(), rig.clock.now())
    return "session"


def print_desk(rig: Rig, cups: Cups, pace: Pace = FAST) -> PrintDesk:
    return PrintDesk(cups, rig.mirror.printers, rig.data_dir, rig.clock, rig.keys, pace)


def paying(clock: HandClock, pace: Pace = FAST, **answers: Callable[..., object]) -> Paying:
    return Paying(Desk(**answers), clock, CountedKeys(), pace)


def test_a_payment_request_goes_on_until_the_cloud_answers() -> None:
    heard = Heard()
    offer = Offer("QR", "2026-05-01T12:03:00.000Z", "pr-1", 245)
    desk = paying(
        HandClock(), request=in_turn(CloudUnreachable("no"), CloudUnreachable("no"), offer)
    )
    desk.request(heard.run(), s.RequestPayment(ORDER))
    assert heard.events == [s.PaymentOffered("QR", "2026-05-01T12:03:00.000Z", "pr-1", 245)]
    assert heard.notices == [Notice.PAYMENT_UNREACHABLE] * 2


def test_a_watched_payment_outlives_a_cloud_that_comes_and_goes() -> None:
    heard = Heard()
    desk = paying(
        HandClock(), look=in_turn(Unpaid(), CloudUnreachable("no"), Unpaid(), Paid("2026-05-01Z"))
    )
    desk.watch(heard.run(), s.WatchPayment(ORDER, "2026-05-01T12:03:00.000Z"))
    assert [type(e) for e in heard.events] == [s.PaymentCompleted]


def test_closing_a_payment_that_was_paid_meanwhile_completes_it() -> None:
    heard = Heard()
    paying(HandClock(), close=in_turn(Paid("2026-05-01Z"))).close(
        heard.run(), s.ClosePayment(ORDER)
    )
    assert [type(e) for e in heard.events] == [s.PaymentCompleted]


def test_closing_ends_certain_when_nobody_can_pay_any_more() -> None:
    heard = Heard()
    paying(HandClock(), close=in_turn(Ended())).close(heard.run(), s.ClosePayment(ORDER))
    assert heard.events == [s.PaymentClosed(certain=True)]


def test_a_shot_waits_for_a_camera_that_is_being_found_again(rig: Rig) -> None:
    heard = Heard()
    camera = Camera([CameraState.LOST, CameraState.STARTING, CameraState.LIVE], in_turn(frame()))
    shooting(rig, camera).take(heard.run(started(rig)), s.TakeShot(ORDER, 1))
    assert [type(e) for e in heard.events] == [s.ShotTaken]
    assert heard.notices == [Notice.ONE_MOMENT, Notice.ONE_MOMENT, None]


def test_a_camera_lost_at_the_shutter_costs_a_second_countdown_not_the_shot(rig: Rig) -> None:
    heard = Heard()
    camera = Camera([CameraState.LIVE], in_turn(CameraUnavailable("gone"), frame()))
    shooting(rig, camera).take(heard.run(started(rig)), s.TakeShot(ORDER, 1))
    assert [type(e) for e in heard.events] == [s.ShotTaken]


def test_a_camera_that_never_comes_back_ends_owed(rig: Rig) -> None:
    heard = Heard()

    def gone() -> CameraState:
        rig.clock.pass_(61)
        return CameraState.LOST

    camera = Camera([CameraState.LOST], in_turn(frame()))
    camera._state = gone
    shooting(rig, camera).take(heard.run(started(rig)), s.TakeShot(ORDER, 1))
    [event] = heard.events
    assert isinstance(event, s.GaveUp)
    assert event.reason is s.OwedReason.CAMERA


def test_a_disk_that_takes_no_shot_costs_countdowns_and_in_the_end_is_owed(rig: Rig) -> None:
    heard = Heard()

    class FullDisk(Darkroom):
        def save_shot(self, frame: Frame, path: str, taken_at: datetime, seq: int) -> Shot:
            rig.clock.pass_(50)
            raise OSError(28, "No space left on device")

    camera = Camera([CameraState.LIVE], in_turn(frame()))
    run = heard.run(started(rig), rig.clock)
    shooting(rig, camera, darkroom=FullDisk()).take(run, s.TakeShot(ORDER, 1))
    assert [type(e) for e in heard.events] == [s.GaveUp]
    assert Notice.ONE_MOMENT in heard.notices


def test_a_picture_that_cannot_be_composed_is_owed_and_not_tried_for_ever(rig: Rig) -> None:
    heard = Heard()

    class NoFont(Darkroom):
        def compose(self, order: Order, shots: tuple[Shot, ...], path: str) -> Picture:
            raise OSError("the font is gone")

    camera = Camera([CameraState.LIVE], in_turn(frame()))
    run = heard.run(clock=rig.clock)
    shooting(rig, camera, darkroom=NoFont()).compose(run, s.Compose(ORDER, ()))
    [event] = heard.events
    assert isinstance(event, s.GaveUp)
    assert event.reason is s.OwedReason.PICTURE


def test_a_queue_that_may_not_be_enabled_leaves_the_job_on_its_way(rig: Rig) -> None:
    cups = Cups(state=in_turn(JobState.PROCESSING, JobState.COMPLETED), stopped=True)
    cups.enable = in_turn(PrintRefused("CUPS: HTTP status 403"))
    heard = Heard()
    print_desk(rig, cups).follow(heard.run(), s.FollowPrint(ORDER, "printer", 41))
    assert heard.events == [s.PrintCompleted()]


def test_a_lost_answer_of_cups_does_not_print_twice(rig: Rig) -> None:
    heard, cups = Heard(), Cups(lose_answers=1)
    print_desk(rig, cups).submit(heard.run(), s.SubmitPrint(ORDER, PICTURE, "printer"))
    assert heard.events == [s.PrintSubmitted(41)]
    assert cups.submits == 1


def test_after_a_restart_cups_is_asked_before_anything_is_sent(rig: Rig) -> None:
    heard, cups = Heard(), Cups(jobs={"job-key": 17})
    print_desk(rig, cups).submit(heard.run(), s.SubmitPrint(ORDER, PICTURE, "printer"))
    assert heard.events == [s.PrintSubmitted(17)]
    assert cups.submits == 0


def test_a_print_is_followed_through_an_empty_tray_to_its_end(rig: Rig) -> None:
    cups = Cups(
        state=in_turn(JobState.PROCESSING, JobState.PROCESSING, JobState.COMPLETED),
        faults=in_turn((Fault.MEDIA_EMPTY,), ()),
    )
    heard = Heard()
    print_desk(rig, cups).follow(heard.run(), s.FollowPrint(ORDER, "printer", 41))
    assert heard.events == [s.PrintCompleted()]
    assert heard.notices == [Notice.PRINTER_WAITS, None]


def test_a_queue_left_stopped_by_a_fault_that_is_gone_is_enabled(rig: Rig) -> None:
    cups = Cups(state=in_turn(JobState.PROCESSING), stopped=True)
    heard = Heard()
    print_desk(rig, cups).follow(heard.run(), s.FollowPrint(ORDER, "printer", 41))
    assert heard.events == [s.PrintCompleted()]


def test_a_print_past_patience_is_withdrawn_before_it_is_owed(rig: Rig) -> None:
    cups, heard = Cups(), Heard()

    def stuck() -> JobState:
        rig.clock.pass_(200)
        return JobState.PROCESSING

    cups.state = stuck
    print_desk(rig, cups).follow(heard.run(), s.FollowPrint(ORDER, "printer", 41))
    assert cups.cancelled
    assert isinstance(heard.events[0], s.GaveUp)


def test_a_print_that_comes_out_while_it_is_withdrawn_is_delivered(rig: Rig) -> None:
    cups, heard = Cups(), Heard()

    def slow() -> JobState:
        rig.clock.pass_(200)
        cups.over = rig.clock.ns > 300e9
        return JobState.COMPLETED if rig.clock.ns > 500e9 else JobState.PROCESSING

    cups.state = slow
    print_desk(rig, cups).follow(heard.run(), s.FollowPrint(ORDER, "printer", 41))
    assert heard.events == [s.PrintCompleted()]
