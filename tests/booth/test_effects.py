"""The effects against stand-ins of their ports that fail on demand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np

from kiosk.booth.lanes import Run
from kiosk.booth.messages import Happened, Message, Noticed
from kiosk.booth.pace import Pace
from kiosk.booth.paying import Paying
from kiosk.booth.second_look import SecondLook
from kiosk.booth.shooting import Shooting
from kiosk.booth.view import Notice
from kiosk.domain import session as s
from kiosk.domain.camera import CameraState, CameraStatus, Frame
from kiosk.domain.errors import (
    CameraUnavailable,
    CloudUnreachable,
)
from kiosk.domain.order import Order, PaymentMethod, Picture, Shot
from kiosk.domain.payments import Ended, Offer, Paid, Unpaid

from .conftest import PACKAGE, HandClock, HandRun, Rig

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
    def happened(self) -> list[Happened]:
        return [m for m in self.messages if isinstance(m, Happened)]

    @property
    def events(self) -> list[s.Event]:
        return [m.event for m in self.happened]

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
    def __init__(
        self,
        states: list[CameraState],
        frames: Callable[..., object],
        delivers: tuple[bool, ...] = (True,),
    ) -> None:
        self._state = in_turn(*states)
        self.nearest = frames
        self.delivers = in_turn(*delivers)

    def status(self) -> CameraStatus:
        return CameraStatus(self._state())

    def lead_s(self) -> float:
        return 0.0


def frame(stamp_ns: int = 0) -> Frame:
    return Frame(np.zeros((4, 6, 3), np.uint8), stamp_ns, 1)


class Darkroom:
    def make_room(self, path: str) -> None:
        pass

    def save_shot(self, frame: Frame, path: str, taken_at: datetime, seq: int) -> Shot:
        return Shot(seq, path, taken_at.isoformat(), 6, 4)

    def develop(self, order: Order, shot: Shot) -> None:
        pass

    def compose(
        self, order: Order, shots: tuple[Shot, ...], path: str, look: str = "", template: str = ""
    ) -> Picture:
        return Picture(path, 1200, 1800, "0" * 64)


def shooting(rig: Rig, camera: Camera, pace: Pace = FAST, darkroom: object = None) -> Shooting:
    return Shooting(camera, darkroom or Darkroom(), rig.mirror.journal, rig.clock, pace)


def started(rig: Rig) -> str:
    rig.mirror.journal.start("session", s.Choosing(), rig.clock.now())
    return "session"


def paying(clock: HandClock, pace: Pace = FAST, **answers: Callable[..., object]) -> Paying:
    look = SecondLook(lambda _: (), clock, pace)
    return Paying(Desk(**answers), clock, pace, look)


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
        HandClock(),
        look=in_turn(Unpaid(), CloudUnreachable("no"), Unpaid(), Paid("2026-05-01Z", 35_000)),
    )
    desk.watch(heard.run(), s.WatchPayment(ORDER, "2026-05-01T12:03:00.000Z"))
    assert [type(e) for e in heard.events] == [s.PaymentCompleted]


def test_closing_a_payment_that_was_paid_meanwhile_completes_it() -> None:
    heard = Heard()
    paying(HandClock(), close=in_turn(Paid("2026-05-01Z", 35_000))).close(
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


def test_nobody_poses_again_for_a_camera_that_hangs_before_it_has_a_picture(rig: Rig) -> None:
    heard = Heard()
    frames = in_turn(CameraUnavailable("hangs"), frame())
    camera = Camera([CameraState.LIVE], frames, (False, False, False, True))
    shooting(rig, camera).take(heard.run(started(rig)), s.TakeShot(ORDER, 1))
    assert [type(e) for e in heard.events] == [s.ShotTaken]
    assert heard.notices == [None, *[Notice.ONE_MOMENT] * 3, None]


def test_a_shot_that_cannot_be_developed_ahead_is_taken_all_the_same(rig: Rig) -> None:
    heard, told_before = Heard(), list[int]()

    class Failing(Darkroom):
        def develop(self, order: Order, shot: Shot) -> None:
            told_before.append(len(heard.events))
            raise OSError(5, "Input/output error")

    camera = Camera([CameraState.LIVE], in_turn(frame()))
    shooting(rig, camera, darkroom=Failing()).take(heard.run(started(rig)), s.TakeShot(ORDER, 1))
    assert [type(e) for e in heard.events] == [s.ShotTaken]
    assert told_before == [1], "the guest waits for nothing that can be done later"


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


def test_a_shots_folder_is_made_before_the_countdown(rig: Rig) -> None:
    heard, order = Heard(), list[str]()

    class Noting(Darkroom):
        def make_room(self, path: str) -> None:
            order.append(f"room for {path}, {heard.messages}")

    camera = Camera([CameraState.LIVE], in_turn(frame()))
    shooting(rig, camera, darkroom=Noting()).take(heard.run(started(rig)), s.TakeShot(ORDER, 1))
    assert order == ["room for photos/2026/05/01/session/shot-1.jpg, []"]


def test_a_folder_that_cannot_be_made_ahead_costs_no_shot(rig: Rig) -> None:
    heard = Heard()

    class NoRoomYet(Darkroom):
        def make_room(self, path: str) -> None:
            raise OSError(28, "No space left on device")

    camera = Camera([CameraState.LIVE], in_turn(frame()))
    shooting(rig, camera, darkroom=NoRoomYet()).take(heard.run(started(rig)), s.TakeShot(ORDER, 1))
    [event] = heard.events
    assert isinstance(event, s.ShotTaken)


def test_a_disk_that_takes_no_shot_costs_countdowns_and_in_the_end_is_owed(rig: Rig) -> None:
    heard = Heard()

    class FullDisk(Darkroom):
        def save_shot(self, frame: Frame, path: str, taken_at: datetime, seq: int) -> Shot:
            rig.clock.pass_(50)
            raise OSError(28, "No space left on device")

    camera = Camera([CameraState.LIVE], in_turn(frame()))
    run = heard.run(started(rig), rig.clock)
    shooting(rig, camera, darkroom=FullDisk()).take(run, s.TakeShot(ORDER, 1))
    assert heard.events == [s.GaveUp(s.OwedReason.PICTURE)]
    assert Notice.ONE_MOMENT in heard.notices


def test_a_picture_that_cannot_be_composed_is_owed_and_not_tried_for_ever(rig: Rig) -> None:
    heard = Heard()

    class NoFont(Darkroom):
        def compose(
            self,
            order: Order,
            shots: tuple[Shot, ...],
            path: str,
            look: str = "",
            template: str = "",
        ) -> Picture:
            raise OSError("the font is gone")

    camera = Camera([CameraState.LIVE], in_turn(frame()))
    run = heard.run(clock=rig.clock)
    shooting(rig, camera, darkroom=NoFont()).compose(run, s.Compose(ORDER, ()))
    [event] = heard.events
    assert isinstance(event, s.GaveUp)
    assert event.reason is s.OwedReason.PICTURE

    arranged = s.Compose(ORDER, (), template="night", retakes=1)
    shooting(rig, camera, darkroom=NoFont()).compose(run, arranged)
    assert heard.events[1:] == [s.ArrangementFailed("", "night", (), 1)]
