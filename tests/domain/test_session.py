"""The session's rules, explored rather than sampled."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeGuard

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import session as s
from kiosk.domain.order import Order, Package, PaymentMethod, Picture, Shot
from kiosk.domain.printing import Sheet

PACKAGE = Package("classic", "Classic", "classic-4x6", Sheet.FOUR_BY_SIX, 3, 1, 35_000)
PAID = Order(PACKAGE, PaymentMethod.QRIS, 35_000, "payment", "photo", "job", "code")
FREE = Order(PACKAGE, PaymentMethod.FREE, 0, None, "photo", "job", "code")
DOUBLE = replace(PAID, package=replace(PACKAGE, copies=2))
PICTURE = Picture("prints/photo.jpg", 1200, 1800, "0" * 64)

EVENTS: st.SearchStrategy[s.Event] = st.one_of(
    st.just(s.Started()),
    st.sampled_from([s.Chosen(PAID), s.Chosen(FREE), s.Chosen(DOUBLE)]),
    st.just(s.PaymentOffered("QR", "2026-01-01T00:00:00.000Z", "xendit", 245)),
    st.just(s.PaymentCompleted("2026-01-01T00:00:00.000Z", "payment", 35_000)),
    st.just(s.PaymentRefused()),
    st.sampled_from([s.CancelAsked(reason) for reason in s.CancelReason]),
    st.sampled_from([s.PaymentClosed(certain=True), s.PaymentClosed(certain=False)]),
    st.integers(1, 4).map(lambda n: s.ShotTaken(Shot(n, f"shot-{n}.jpg", "", 1, 1))),
    st.just(s.PictureComposed(PICTURE)),
    st.just(s.PrintAsked("printer")),
    st.just(s.PrintSubmitted(7)),
    st.builds(s.PrintMoved, st.just("other"), st.uuids().map(str), st.integers(-1, 3)),
    st.just(s.PrintCompleted()),
    st.just(s.PrintWithdrawn()),
    st.sampled_from([s.GaveUp(reason) for reason in s.OwedReason]),
    st.just(s.GaveUp(s.OwedReason.PRINT, job_may_print=True)),
    st.just(s.SettledByStaff(s.Settlement.COMPED, "Sari", "paper jam")),
)
HISTORIES = st.lists(EVENTS, max_size=40)

WHOLE_SESSION: tuple[s.Event, ...] = (
    s.Chosen(PAID),
    s.PaymentOffered("QR", "2026-01-01T00:00:00.000Z", "xendit", 245),
    s.PaymentCompleted("2026-01-01T00:00:00.000Z", "payment", 35_000),
    *(s.ShotTaken(Shot(n, f"shot-{n}.jpg", "", 1, 1)) for n in (1, 2, 3)),
    s.PictureComposed(PICTURE),
    s.PrintAsked("printer"),
    s.PrintSubmitted(7),
    s.PrintCompleted(),
)


def is_submission(effect: s.Effect) -> TypeGuard[s.SubmitPrint]:
    return isinstance(effect, s.SubmitPrint)


def walk(events: list[s.Event]) -> list[tuple[s.State, s.Event, s.Step]]:
    state: s.State = s.Choosing()
    walked = []
    for event in events:
        step = s.transition(state, event)
        walked.append((state, event, step))
        state = step.state
    return walked


def test_a_whole_session_ends_delivered() -> None:
    assert s.replay(WHOLE_SESSION) == s.Delivered(PAID, PICTURE)


def test_every_step_of_a_whole_session_asks_for_exactly_the_next_effect() -> None:
    effects = [type(e).__name__ for _, _, step in walk(list(WHOLE_SESSION)) for e in step.effects]
    assert effects == [
        "RequestPayment",
        "WatchPayment",
        "TakeShot",
        "TakeShot",
        "TakeShot",
        "Compose",
        "SubmitPrint",
        "FollowPrint",
    ]


def test_a_free_session_asks_for_no_payment() -> None:
    assert s.transition(s.Choosing(), s.Chosen(FREE)).effects == (s.TakeShot(FREE, 1),)


@given(HISTORIES)
def test_once_paid_a_session_is_never_cancelled(events: list[s.Event]) -> None:
    for before, _, step in walk(events):
        if s.is_paid(before):
            assert s.is_paid(step.state)


@given(HISTORIES)
def test_a_paid_order_is_reached_only_by_its_payment(events: list[s.Event]) -> None:
    for before, event, step in walk(events):
        if s.is_paid(step.state) and not s.is_paid(before):
            free = isinstance(event, s.Chosen) and event.order.payment_id is None
            assert free or isinstance(event, s.PaymentCompleted)


@given(HISTORIES)
def test_a_payment_that_completes_after_an_order_always_leads_to_a_paid_state(
    events: list[s.Event],
) -> None:
    for before, event, step in walk(events):
        order = s.order_of(before)
        if isinstance(event, s.PaymentCompleted) and order is not None and order.payment_id:
            assert s.is_paid(step.state)


@given(HISTORIES)
def test_no_key_is_submitted_twice(events: list[s.Event]) -> None:
    keys = [e.job.key for _, _, step in walk(events) for e in step.effects if is_submission(e)]
    assert len(keys) == len(set(keys))


@given(HISTORIES)
def test_what_came_out_and_what_is_asked_for_are_the_order_s_copies(events: list[s.Event]) -> None:
    out = 0
    for before, event, step in walk(events):
        if isinstance(event, s.PrintMoved) and step.state is not before:
            out += event.sheets
        if isinstance(step.state, s.Printing):
            assert out + step.state.job.copies == step.state.order.package.copies


@given(HISTORIES)
def test_a_job_that_may_print_is_withdrawn_until_cups_has_ended_it(events: list[s.Event]) -> None:
    for before, event, step in walk(events):
        pending = getattr(before, "withdraw", None)
        if pending is not None and not isinstance(event, s.PrintWithdrawn | s.PrintCompleted):
            assert s.due(step.state) == (s.WithdrawPrint(pending),)


@given(HISTORIES)
def test_the_order_never_changes_once_it_is_chosen(events: list[s.Event]) -> None:
    for before, _, step in walk(events):
        if (order := s.order_of(before)) is not None:
            assert s.order_of(step.state) == order


@given(HISTORIES)
def test_an_event_without_meaning_changes_nothing_and_asks_for_nothing(
    events: list[s.Event],
) -> None:
    for before, _, step in walk(events):
        if step.state == before:
            assert step.state is before
            assert step.effects == ()


@given(HISTORIES)
def test_repeating_an_event_at_once_never_moves_further_twice(events: list[s.Event]) -> None:
    for _, event, step in walk(events):
        again = s.transition(step.state, event)
        if not isinstance(event, s.GaveUp | s.CancelAsked | s.PaymentCompleted):
            assert again.state is step.state
        assert s.is_over(again.state) or again.state is step.state


@given(HISTORIES)
def test_after_a_restart_exactly_the_same_effects_are_due(events: list[s.Event]) -> None:
    for _, _, step in walk(events):
        if step.effects:
            assert s.due(step.state) == step.effects


@given(HISTORIES)
def test_replaying_what_had_meaning_leads_to_the_same_state(events: list[s.Event]) -> None:
    walked = walk(events)
    told = [event for before, event, step in walked if step.state is not before]
    assert s.replay(told) == s.replay(events)


@given(HISTORIES)
def test_a_session_that_is_not_over_always_waits_for_something(events: list[s.Event]) -> None:
    for _, _, step in walk(events):
        guest_decides = isinstance(step.state, s.Choosing) or (
            isinstance(step.state, s.Arranging) and step.state.picture is not None
        )
        if not s.is_over(step.state) and not guest_decides:
            assert s.due(step.state)


def test_only_a_printer_that_had_the_job_counts_as_tried() -> None:
    """What waits for its turn may change its place as often as it likes."""
    waiting = s.Printing(DOUBLE, PICTURE, s.Job("k0", "left", 2))
    moved = s.transition(waiting, s.PrintMoved("right", "k1", 0)).state
    assert isinstance(moved, s.Printing)
    assert (moved.job.moves, moved.job.copies) == (0, 2)
    accepted = s.transition(moved, s.PrintSubmitted(7)).state
    moved = s.transition(accepted, s.PrintMoved("left", "k2", 1)).state
    assert isinstance(moved, s.Printing)
    assert (moved.job.moves, moved.job.copies) == (1, 1)
