"""The session's rules, explored rather than sampled."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeGuard

from hypothesis import given, strategies as st

from kiosk.domain import session as s
from kiosk.domain.order import (
    Order,
    Package,
    PaymentMethod,
    Picture,
    Received,
    Returned,
    ReturnWay,
    Shot,
    Till,
)
from kiosk.domain.printing import Sheet

PACKAGE = Package("classic", "Classic", "classic-4x6", Sheet.FOUR_BY_SIX, 3, 1, 35_000, retakes=2)
PAID = Order(PACKAGE, PaymentMethod.QRIS, 35_000, "payment", "photo", "job", "code")
FREE = Order(PACKAGE, PaymentMethod.FREE, 0, None, "photo", "job", "code")
DOUBLE = replace(PAID, package=replace(PACKAGE, copies=2))
OPEN = replace(PAID, payment_id=None, ways=(PaymentMethod.QRIS, PaymentMethod.CASH))
SARI = s.Approval("Sari", "paper jam")
PICTURE = Picture("prints/photo.jpg", 1200, 1800, "0" * 64)

LOOKS = st.sampled_from(["", "senja", "perak"])
TEMPLATES = st.sampled_from(["classic-4x6", "night", "wide"])
SLOTS = st.sampled_from([(1, 2, 3), (3, 2, 1), (2, 1, 3), (), (1, 1, 2), (1, 2), (0, 1, 2)])
RETAKES = st.integers(1, 4).map(s.RetakeAsked)
PICKS = st.one_of(
    st.builds(s.LookPicked, LOOKS),
    st.builds(s.TemplatePicked, TEMPLATES),
    st.builds(s.ShotsArranged, SLOTS),
)


def composed(
    look: str = "", template: str = "", slots: tuple[int, ...] = (), retakes: int = 0
) -> s.PictureComposed:
    """Its hash tells what it was made for."""
    made = f"{look}/{template}/{slots}/{retakes}"
    return s.PictureComposed(replace(PICTURE, sha256=made), look, template, slots, retakes)


COMPOSED = st.builds(
    composed,
    LOOKS,
    st.sampled_from(["", "night", "wide"]),
    st.sampled_from([(), (3, 2, 1), (2, 1, 3)]),
    st.integers(0, 2),
)

NOT_COMPOSED = COMPOSED.map(
    lambda made: s.ArrangementFailed(made.look, made.template, made.slots, made.retakes)
)


def shot(seq: int, take: int = 1) -> Shot:
    return Shot(seq, f"shot-{seq}-{take}.jpg", "", 1, 1, take)


TAKEN = st.builds(shot, st.integers(1, 4), st.sampled_from([1, 1, 2, 3])).map(s.ShotTaken)


EVENTS: st.SearchStrategy[s.Event] = st.one_of(
    st.just(s.Started()),
    st.sampled_from([s.Chosen(order) for order in (PAID, FREE, DOUBLE, OPEN)]),
    st.just(s.PaymentOffered("QR", "2026-01-01T00:00:00.000Z", "xendit", 245)),
    st.builds(
        s.PaymentCompleted,
        st.just("2026-01-01T00:00:00.000Z"),
        st.sampled_from(["payment", "first", "second"]),
        st.sampled_from([35_000, 35_000, 10_000, 0, -35_000]),
    ),
    st.builds(
        s.WayPicked, st.sampled_from(PaymentMethod), st.sampled_from(["first", "second", None])
    ),
    st.just(s.WayLeft()),
    st.builds(
        s.CashReceived,
        st.sampled_from(["bill-1", "bill-2", "bill-3"]),
        st.sampled_from([20_000, 20_000, 50_000, 0, -20_000]),
        st.sampled_from(["", "Sari"]),
    ),
    st.builds(s.VoucherTaken, st.just("VOUCHER"), st.sampled_from([10_000, 35_000, 0, -5_000])),
    st.just(s.PaymentRefused()),
    st.sampled_from([s.CancelAsked(reason) for reason in s.CancelReason]),
    st.sampled_from([s.PaymentClosed(certain=True), s.PaymentClosed(certain=False)]),
    TAKEN,
    PICKS,
    RETAKES,
    COMPOSED,
    NOT_COMPOSED,
    st.just(s.PrintAsked("printer")),
    st.just(s.PrintSubmitted(7)),
    st.builds(s.PrintMoved, st.just("other"), st.uuids().map(str), st.integers(-1, 3)),
    st.just(s.PrintCompleted()),
    st.just(s.PrintWithdrawn()),
    st.sampled_from([s.GaveUp(reason) for reason in s.OwedReason]),
    st.just(s.GaveUp(s.OwedReason.PRINT, job_may_print=True)),
    st.sampled_from([s.SettledByStaff(how, "Sari", "paper jam") for how in s.Settlement]),
    st.builds(
        s.ReprintApproved,
        st.just("other"),
        st.uuids().map(str),
        st.integers(0, 3),
        st.just(SARI),
    ),
    st.just(s.Complained(SARI)),
    st.sampled_from([s.RefundAsked(SARI), s.RefundDone(), s.RefundRefused()]),
    st.builds(
        s.ChangeReturned,
        st.sampled_from([5_000, 15_000, 20_000, -5_000]),
        st.sampled_from(ReturnWay),
        st.just("Sari"),
    ),
)
HISTORIES = st.lists(EVENTS, max_size=40)

AFTER_DELIVERY = st.lists(st.one_of(st.just(s.Complained(SARI)), EVENTS), min_size=1, max_size=12)

WHOLE_SESSION: tuple[s.Event, ...] = (
    s.Chosen(PAID),
    s.PaymentOffered("QR", "2026-01-01T00:00:00.000Z", "xendit", 245),
    s.PaymentCompleted("2026-01-01T00:00:00.000Z", "payment", 35_000),
    *(s.ShotTaken(shot(n)) for n in (1, 2, 3)),
    s.PictureComposed(PICTURE),
    s.PrintAsked("printer"),
    s.PrintSubmitted(7),
    s.PrintCompleted(),
)

ALL_SHOT = WHOLE_SESSION[:6]


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


def till_of(state: s.State) -> Till:
    order = s.order_of(state)
    return Till() if order is None else order.till


def bought(order: Order) -> Order:
    """The order without how it is paid."""
    return replace(order, method=PaymentMethod.FREE, payment_id=None, asked=None)


def money_in(till: Till) -> tuple[Received, ...]:
    return tuple(r for r in till.received if r.method is not PaymentMethod.VOUCHER)


def money_of(event: s.Event) -> Received | None:
    """What an event says of money that came in, for certain."""
    match event:
        case s.PaymentCompleted(_, payment_id, int(amount)) if amount > 0:
            return Received(payment_id, PaymentMethod.QRIS, amount)
        case s.CashReceived(payment_id, int(amount)) if amount > 0:
            return Received(payment_id, PaymentMethod.CASH, amount)
        case _:
            return None


def guest_decides(state: s.State) -> bool:
    match state:
        case s.Choosing() | s.Paying(stage=s.Picking() | s.EnteringVoucher()):
            return True
        case s.Arranging(picture=picture):
            return picture is not None
        case _:
            return False


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


def test_a_look_and_back_composes_again_each_time() -> None:
    picking = (s.LookPicked("senja"), s.LookPicked(""), composed("senja"), composed(""))
    state = s.replay((*ALL_SHOT, composed(""), *picking))
    assert state == s.replay((*ALL_SHOT, composed("")))


def test_a_free_session_asks_for_no_payment() -> None:
    assert s.transition(s.Choosing(), s.Chosen(FREE)).effects == (s.TakeShot(FREE, 1),)


@given(HISTORIES)
def test_once_paid_a_session_is_never_cancelled(events: list[s.Event]) -> None:
    for before, _, step in walk(events):
        if s.is_paid(before):
            assert s.is_paid(step.state)


@given(HISTORIES)
def test_a_paid_order_is_reached_only_by_money(events: list[s.Event]) -> None:
    """What came in part makes a session owed when its guest leaves."""
    for before, event, step in walk(events):
        if s.is_paid(step.state) and not s.is_paid(before):
            free = isinstance(event, s.Chosen) and event.order.payment_id is None
            in_part = isinstance(step.state, s.Owed) and till_of(before).worth > 0
            voucher = isinstance(event, s.VoucherTaken)
            assert free or in_part or voucher or money_of(event) is not None


@given(HISTORIES)
def test_a_payment_of_what_is_due_always_leads_to_a_paid_state(events: list[s.Event]) -> None:
    for before, event, step in walk(events):
        order = s.order_of(before)
        if not isinstance(event, s.PaymentCompleted) or order is None:
            continue
        new = not order.till.knows(event.payment_id)
        if new and event.amount >= max(order.due, 1):
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
            after = s.order_of(step.state)
            assert after is not None
            assert bought(after) == bought(order)


@given(HISTORIES)
def test_an_event_without_meaning_changes_nothing_and_asks_for_nothing(
    events: list[s.Event],
) -> None:
    for before, _, step in walk(events):
        if step.state == before and till_of(step.state) == till_of(before):
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
        if not s.is_over(step.state) and not guest_decides(step.state):
            assert s.due(step.state)


@given(HISTORIES)
def test_money_that_comes_in_is_in_the_till_once_and_stays_there(events: list[s.Event]) -> None:
    for before, event, step in walk(events):
        was, now = till_of(before), till_of(step.state)
        assert set(money_in(was)) <= set(money_in(now))
        assert len({r.payment_id for r in now.received}) == len(now.received)
        money = money_of(event)
        if money is not None and s.order_of(before) is not None:
            assert now.knows(money.payment_id)


@given(HISTORIES)
def test_nothing_but_money_and_vouchers_fills_the_till(events: list[s.Event]) -> None:
    for before, event, step in walk(events):
        new = set(till_of(step.state).received) - set(till_of(before).received)
        assert len(new) <= 1
        for received in new:
            assert received.amount > 0
            assert isinstance(event, s.VoucherTaken) or received == money_of(event)


@given(HISTORIES)
def test_no_session_is_cancelled_while_money_is_in_its_till(events: list[s.Event]) -> None:
    for _, _, step in walk(events):
        if isinstance(step.state, s.Cancelled):
            assert till_of(step.state) == Till()


@given(HISTORIES)
def test_the_sale_goes_on_exactly_when_nothing_is_due(events: list[s.Event]) -> None:
    for _, _, step in walk(events):
        match step.state:
            case s.Paying(order):
                assert order.due > 0
            case s.Shooting(order) | s.Arranging(order) | s.Printing(order) | s.Delivered(order):
                assert order.due == 0


@given(HISTORIES)
def test_no_more_goes_back_than_came_in(events: list[s.Event]) -> None:
    for before, _, step in walk(events):
        till = till_of(step.state)
        assert till.money >= 0
        assert till_of(before).returned == till.returned[: len(till_of(before).returned)]


@given(HISTORIES)
def test_a_refund_leaves_no_money_but_what_comes_in_after_it_and_is_change(
    events: list[s.Event],
) -> None:
    for before, _, step in walk(events):
        till = till_of(step.state)
        if isinstance(step.state, s.Settled) and step.state.how is s.Settlement.REFUNDED:
            assert till.money == step.state.order.change_due
        elif till.returned != till_of(before).returned:
            order = s.order_of(before)
            assert order is not None
            assert till.returned[-1].amount == order.change_due


@given(HISTORIES)
def test_while_xendit_is_asked_for_a_refund_nobody_settles_or_prints(
    events: list[s.Event],
) -> None:
    for before, event, step in walk(events):
        if isinstance(before, s.Owed) and isinstance(before.refund, s.Refunding):
            assert before.withdraw is None
            answered = isinstance(event, s.RefundDone | s.RefundRefused)
            assert answered or isinstance(step.state, s.Owed)


@given(HISTORIES)
def test_staff_print_again_only_what_is_owed_and_no_printer_may_print_yet(
    events: list[s.Event],
) -> None:
    for before, event, step in walk(events):
        if isinstance(event, s.ReprintApproved) and step.state is not before:
            assert isinstance(before, s.Owed)
            assert before.withdraw is None
            assert isinstance(step.state, s.Printing)
            assert 1 <= step.state.job.copies <= step.state.order.package.copies


@given(AFTER_DELIVERY)
def test_a_complaint_makes_owed_what_was_delivered_and_prints_nothing_by_itself(
    events: list[s.Event],
) -> None:
    for before, event, step in walk([*WHOLE_SESSION, *events]):
        if isinstance(event, s.Complained):
            delivered = isinstance(before, s.Delivered)
            assert (step.state is not before) == delivered
            assert step.effects == ()
            if isinstance(before, s.Delivered):
                complaint = s.OwedReason.COMPLAINT
                assert step.state == s.Owed(before.order, before.picture, complaint)
        elif isinstance(before, s.Delivered) and step.state is not before:
            assert isinstance(step.state, s.Delivered)


def test_cash_bill_by_bill_and_the_change_that_is_due() -> None:
    session = (
        s.Chosen(OPEN),
        s.WayPicked(PaymentMethod.CASH, None),
        s.CashReceived("bill-1", 20_000, ""),
        s.CashReceived("bill-1", 20_000, ""),
        s.CashReceived("bill-2", 50_000, ""),
    )
    state = s.replay(session)
    assert isinstance(state, s.Shooting)
    assert (state.order.till.worth, state.order.change_due) == (70_000, 35_000)
    assert state.order.payment_id == "bill-2"
    state = s.replay((*session, s.ChangeReturned(35_000, ReturnWay.CASH, "Sari")))
    assert till_of(state).returned == (Returned(35_000, ReturnWay.CASH),)


def test_a_voucher_takes_off_and_the_rest_is_asked_for() -> None:
    state = s.replay(
        (
            s.Chosen(OPEN),
            s.WayPicked(PaymentMethod.VOUCHER, "first"),
            s.VoucherTaken("VOUCHER", 10_000),
            s.WayPicked(PaymentMethod.QRIS, "second"),
        )
    )
    assert isinstance(state, s.Paying)
    assert (state.order.due, state.order.to_ask) == (25_000, 25_000)
    left = s.transition(state, s.CancelAsked(s.CancelReason.GUEST)).state
    closed = s.transition(left, s.PaymentClosed(certain=True)).state
    assert isinstance(closed, s.Cancelled)


def test_a_guest_who_leaves_with_cash_in_is_owed_it() -> None:
    state = s.replay(
        (
            s.Chosen(OPEN),
            s.WayPicked(PaymentMethod.CASH, None),
            s.CashReceived("bill-1", 20_000, ""),
            s.CancelAsked(s.CancelReason.TIME),
        )
    )
    assert isinstance(state, s.Owed)
    assert state.reason is s.OwedReason.PAID_IN_PART
    settled = s.transition(state, s.SettledByStaff(s.Settlement.REFUNDED, "Sari", "left")).state
    assert till_of(settled).returned == (Returned(20_000, ReturnWay.CASH, refund=True),)


def test_a_code_that_is_paid_after_the_guest_paid_cash_is_change() -> None:
    state = s.replay(
        (
            s.Chosen(OPEN),
            s.WayPicked(PaymentMethod.QRIS, "first"),
            s.PaymentOffered("QR", "2026-01-01T00:00:00.000Z", "xendit", 245),
            s.WayLeft(),
            s.PaymentClosed(certain=False),
            s.WayPicked(PaymentMethod.CASH, None),
            s.CashReceived("bill-1", 35_000, "Sari"),
            s.PaymentCompleted("2026-01-01T00:00:00.000Z", "first", 35_000),
        )
    )
    assert isinstance(state, s.Shooting)
    assert state.order.change_due == 35_000


OWED_AFTER_QRIS = (
    s.Chosen(OPEN),
    s.WayPicked(PaymentMethod.QRIS, "first"),
    s.PaymentCompleted("2026-01-01T00:00:00.000Z", "first", 35_000),
    s.GaveUp(s.OwedReason.CAMERA),
)
SECOND = s.PaymentCompleted("2026-01-01T00:00:01.000Z", "second", 35_000)


def test_no_change_goes_out_while_xendit_gives_the_payment_back() -> None:
    more = s.PaymentCompleted("2026-01-01T00:00:00.000Z", "first", 42_000)
    owed = (*OWED_AFTER_QRIS[:2], more, OWED_AFTER_QRIS[3], s.RefundAsked(SARI))
    change = s.ChangeReturned(7_000, ReturnWay.CASH, "Sari")
    settled = s.replay((*owed, change, s.RefundDone()))
    assert till_of(settled).money == 0
    assert till_of(settled).returned == (Returned(42_000, ReturnWay.QRIS, refund=True),)


def test_what_comes_in_after_a_refund_is_all_to_go_back() -> None:
    refund = s.SettledByStaff(s.Settlement.REFUNDED, "Sari", "no camera")
    state = s.replay((*OWED_AFTER_QRIS, refund, SECOND))
    assert isinstance(state, s.Settled)
    assert state.order.change_due == 35_000


def test_xendit_gives_back_the_one_payment_it_was_asked_for_whatever_comes_in_meanwhile() -> None:
    asked = s.RefundAsked(s.Approval("Sari", "no camera"))
    waiting = s.replay((*OWED_AFTER_QRIS, asked, SECOND))
    assert s.due(waiting) == (s.RefundPayment("first"),)
    state = s.transition(waiting, s.RefundDone()).state
    assert till_of(state).returned == (Returned(35_000, ReturnWay.QRIS, refund=True),)
    assert isinstance(state, s.Settled)
    assert state.order.change_due == 35_000


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
