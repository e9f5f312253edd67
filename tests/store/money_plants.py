"""Mistakes that a booth could make with money, each to be planted and found out."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from typing import Any

import pytest

from kiosk.domain import session as s
from kiosk.domain.order import Order, Received, Returned, Till
from kiosk.store import payment_rows
from kiosk.store.change import Change
from kiosk.store.payment_rows import PaymentRows

Patch = pytest.MonkeyPatch
Plant = Callable[[Patch], None]

WITH_MONEY, FROM_OWED, REPLAY = s._with_money, s._from_owed, s.replay
APPLY = PaymentRows.apply


def the_same_payment_counts_twice(patch: Patch) -> None:
    patch.setattr(Till, "knows", lambda *_: False)


def money_after_the_guest_left_is_dropped(patch: Patch) -> None:
    def with_money(state: s.State, money: Received) -> s.State:
        return state if isinstance(state, s.Cancelled) else WITH_MONEY(state, money)

    patch.setattr(s, "_with_money", with_money)


def money_on_top_of_the_price_is_dropped(patch: Patch) -> None:
    def with_money(state: s.State, money: Received) -> s.State:
        return WITH_MONEY(state, money) if isinstance(state, s.Paying | s.Cancelled) else state

    patch.setattr(s, "_with_money", with_money)


def a_guest_who_leaves_with_cash_in_is_just_cancelled(patch: Patch) -> None:
    def ended_unpaid(order: Order, reason: s.CancelReason) -> s.State:
        return s.Cancelled(replace(order, till=Till()), reason)

    patch.setattr(s, "_ended_unpaid", ended_unpaid)


def a_part_of_the_price_is_enough(patch: Patch) -> None:
    def paid_in(order: Order, stage: s.PaymentStage, money: Received) -> s.State:
        return s.Shooting(order)

    patch.setattr(s, "_paid_in", paid_in)


def a_paid_code_is_ignored_once_another_way_was_picked(patch: Patch) -> None:
    def with_money(state: s.State, money: Received) -> s.State:
        other = isinstance(state, s.Paying) and state.order.payment_id != money.payment_id
        return state if other and money.method.value == "qris" else WITH_MONEY(state, money)

    patch.setattr(s, "_with_money", with_money)


def a_cancelled_session_keeps_its_voucher(patch: Patch) -> None:
    def ended_unpaid(order: Order, reason: s.CancelReason) -> s.State:
        return s.Cancelled(order, reason)

    patch.setattr(s, "_ended_unpaid", ended_unpaid)


def a_refund_leaves_the_money_in_the_till(patch: Patch) -> None:
    def refunded(state: s.Owed, amount: int, way: object, approval: s.Approval) -> s.State:
        return s.Settled(state.order, s.Settlement.REFUNDED, approval.by, approval.why)

    patch.setattr(s, "_refunded", refunded)


def staff_refund_while_xendit_refunds(patch: Patch) -> None:
    def from_owed(state: s.Owed, event: s.Event) -> s.State:
        by_hand = isinstance(event, s.SettledByStaff)
        return FROM_OWED(replace(state, refund=None) if by_hand else state, event)

    patch.setattr(s, "_from_owed", from_owed)


def more_change_than_is_due_goes_out(patch: Patch) -> None:
    def returned(state: s.State, change: Returned) -> s.State:
        order = s.order_of(state)
        if order is None or isinstance(state, s.Choosing | s.Paying | s.Cancelled):
            return state
        till = replace(order.till, returned=(*order.till.returned, change))
        return replace(state, order=replace(order, till=till))

    patch.setattr(s, "_with_change_returned", returned)


def change_goes_out_twice(patch: Patch) -> None:
    def change_due(order: Order) -> int:
        return max(order.till.worth - order.amount, 0)

    patch.setattr(Order, "change_due", property(change_due))


def a_voucher_pays_more_than_is_due(patch: Patch) -> None:
    def worth(till: Till) -> int:
        return sum(2 * received.amount for received in till.received)

    patch.setattr(Till, "worth", property(worth))


def cash_has_no_row(patch: Patch) -> None:
    patch.setattr(PaymentRows, "_take_cash", lambda *_: None)


def cash_is_not_told_to_the_cloud(patch: Patch) -> None:
    patch.setattr(payment_rows, "tell_payment", lambda *_: None)


def a_refusal_undoes_a_payment(patch: Patch) -> None:
    def apply(rows: PaymentRows, change: Change, event: Any) -> None:
        APPLY(rows, change, event)
        if isinstance(event, s.PaymentRefused | s.PaymentClosed):
            payment_rows.Payment.update(status="failed").execute()

    patch.setattr(PaymentRows, "apply", apply)


def a_code_stays_open_beside_a_paid_session(patch: Patch) -> None:
    patch.setattr(PaymentRows, "_cancel", lambda *_: None)


def a_late_payment_has_no_row(patch: Patch) -> None:
    patch.setattr(payment_rows, "_complete", lambda *_: None)


def a_voucher_is_used_up_by_a_guest_who_left(patch: Patch) -> None:
    def used(session_id: str) -> None:
        rows = payment_rows.Payment
        mine = (rows.session_id == session_id) & (rows.method == "voucher")
        rows.update(status="completed").where(mine).execute()

    patch.setattr(payment_rows, "_free_vouchers", used)


def an_event_is_written_bit_by_bit(patch: Patch) -> None:
    patch.setattr("peewee.Database.atomic", lambda *_, **__: nullcontext())


def a_restart_forgets_the_change_that_went_out(patch: Patch) -> None:
    def replay(events: Any) -> s.State:
        return REPLAY(e for e in events if not isinstance(e, s.ChangeReturned))

    patch.setattr("kiosk.store.journal.replay", replay)


PLANTS: tuple[Plant, ...] = (
    the_same_payment_counts_twice,
    money_after_the_guest_left_is_dropped,
    money_on_top_of_the_price_is_dropped,
    a_guest_who_leaves_with_cash_in_is_just_cancelled,
    a_part_of_the_price_is_enough,
    a_paid_code_is_ignored_once_another_way_was_picked,
    a_cancelled_session_keeps_its_voucher,
    a_refund_leaves_the_money_in_the_till,
    staff_refund_while_xendit_refunds,
    more_change_than_is_due_goes_out,
    change_goes_out_twice,
    a_voucher_pays_more_than_is_due,
    cash_has_no_row,
    cash_is_not_told_to_the_cloud,
    a_refusal_undoes_a_payment,
    a_code_stays_open_beside_a_paid_session,
    a_late_payment_has_no_row,
    a_voucher_is_used_up_by_a_guest_who_left,
    an_event_is_written_bit_by_bit,
    a_restart_forgets_the_change_that_went_out,
)
