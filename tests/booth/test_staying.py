"""A guest who is still there gets more time, and no screen is held for ever."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from kiosk.booth.conductor import Conductor
from kiosk.booth.limits import MOST_ARRANGING, MOST_CHOOSING_S, MOST_READING
from kiosk.booth.messages import Happened
from kiosk.booth.pace import Pace
from kiosk.booth.view import Begin, Choose, PickLook, PickWay, Retake, StayOn
from kiosk.domain import session as s
from kiosk.domain.order import PaymentMethod

from .conftest import PACKAGE, Rig
from .test_arranging import SHOTS
from .test_conductor import OFFER, PICTURE

PACE = Pace()
QRIS, CASH = PaymentMethod.QRIS, PaymentMethod.CASH
GAVE_UP = s.GaveUp(s.OwedReason.CAMERA)
STEPS_S = 5.0


def arrive(
    rig: Rig, *events: s.Event, methods: tuple[PaymentMethod, ...] = (CASH, QRIS)
) -> Conductor:
    """A guest who chose and to whom this happened."""
    rig.methods, rig.looks = methods, ("", "senja")
    rig.packages = (replace(PACKAGE, retakes=2),)
    conductor = rig.conductor()
    conductor.handle(Begin())
    if events:
        conductor.handle(Choose(str(rig.view.session_id), "classic"))
    for event in events:
        conductor.handle(Happened(str(rig.view.session_id), event))
    return conductor


def stays_for(rig: Rig, conductor: Conductor) -> float:
    """Seconds for which a guest who touches the screen all the time stays on this step."""
    began, was = rig.clock.ns, rig.view.state
    for _ in count():
        if rig.view.may_stay:
            conductor.handle(StayOn(str(rig.view.session_id)))
        rig.clock.pass_(STEPS_S)
        conductor.tick()
        if rig.view.state != was:
            return (rig.clock.ns - began) / 1e9
    raise AssertionError


def test_a_touch_begins_the_time_of_a_step_anew(rig: Rig) -> None:
    conductor = arrive(rig)
    rig.clock.pass_(PACE.choosing - 1)
    assert rig.view.may_stay
    conductor.handle(StayOn(str(rig.view.session_id)))
    assert rig.view.deadline_ns == rig.clock.ns + int(PACE.choosing * 1e9)
    rig.clock.pass_(PACE.choosing - 1)
    conductor.tick()
    assert rig.view.state == s.Choosing()
    rig.clock.pass_(1)
    conductor.tick()
    assert isinstance(rig.view.state, s.Cancelled)


def test_a_touch_for_an_earlier_session_gives_no_time(rig: Rig) -> None:
    conductor = arrive(rig)
    before = rig.view.deadline_ns
    rig.clock.pass_(10)
    conductor.handle(StayOn("another"))
    assert rig.view.deadline_ns == before


FREE = (s.Started(),)
ARRANGING: tuple[s.Event, ...] = (*SHOTS, s.PictureComposed(PICTURE))


@pytest.mark.parametrize(
    ("events", "methods", "most"),
    [
        ((), (CASH, QRIS), MOST_CHOOSING_S),
        (FREE, (CASH, QRIS), MOST_CHOOSING_S),
        ((s.WayPicked(CASH, None),), (CASH, QRIS), MOST_CHOOSING_S),
        (ARRANGING, (PaymentMethod.FREE,), MOST_ARRANGING * PACE.arranging),
        ((GAVE_UP,), (PaymentMethod.FREE,), MOST_READING * PACE.owed),
    ],
)
def test_nobody_stays_for_ever(
    rig: Rig, events: tuple[s.Event, ...], methods: tuple[PaymentMethod, ...], most: float
) -> None:
    conductor = arrive(rig, *events, methods=methods)
    assert most - STEPS_S <= stays_for(rig, conductor) <= most + STEPS_S


def test_at_the_end_of_all_time_what_was_arranged_is_printed(rig: Rig) -> None:
    conductor = arrive(rig, *ARRANGING, methods=(PaymentMethod.FREE,))
    stays_for(rig, conductor)
    assert isinstance(rig.view.state, s.Printing)


def test_a_payment_code_lives_no_longer_for_a_touch(rig: Rig) -> None:
    conductor = arrive(rig, OFFER, methods=(QRIS,))
    assert isinstance(rig.view.state, s.Paying)
    before = rig.view.deadline_ns
    assert before is not None
    rig.clock.pass_(10)
    conductor.handle(StayOn(str(rig.view.session_id)))
    assert (rig.view.deadline_ns, rig.view.may_stay) == (before, False)


def test_a_guest_who_stays_while_the_picture_is_composed_has_the_time_for_it(rig: Rig) -> None:
    conductor = arrive(rig, *ARRANGING, methods=(PaymentMethod.FREE,))
    session_id = str(rig.view.session_id)
    conductor.handle(PickLook(session_id, "senja"))
    rig.clock.pass_(PACE.arranging - 1)
    conductor.handle(StayOn(session_id))
    conductor.handle(Happened(session_id, s.PictureComposed(PICTURE, "senja")))
    rig.clock.pass_(PACE.arranging - 1)
    conductor.tick()
    assert isinstance(rig.view.state, s.Arranging)


def test_after_a_retake_there_is_time_to_look_at_it(rig: Rig) -> None:
    conductor = arrive(rig, *ARRANGING, methods=(PaymentMethod.FREE,))
    session_id = str(rig.view.session_id)
    rig.clock.pass_(PACE.arranging - 1)
    conductor.handle(Retake(session_id, 2))
    assert not rig.view.may_stay
    rig.clock.pass_(60)
    again = s.ShotTaken(replace(SHOTS[1].shot, take=2))
    for event in (again, s.PictureComposed(PICTURE, retakes=1)):
        conductor.handle(Happened(session_id, event))
    assert rig.view.deadline_ns == rig.clock.ns + int(PACE.arranging * 1e9)


def test_whoever_stays_at_the_choice_of_a_way_can_still_pay(rig: Rig) -> None:
    conductor = arrive(rig, *FREE)
    session_id = str(rig.view.session_id)
    rig.clock.pass_(PACE.choosing - 1)
    conductor.handle(StayOn(session_id))
    rig.clock.pass_(PACE.choosing - 1)
    conductor.tick()
    conductor.handle(PickWay(session_id, CASH))
    assert isinstance(rig.view.state, s.Paying)
    assert rig.view.state.stage == s.TakingCash()
