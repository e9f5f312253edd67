"""The conductor with the real store: what is on disk, what runs, what the guest sees."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.booth.conductor import Conductor
from kiosk.booth.messages import Checked, Happened, Noticed
from kiosk.booth.view import Begin, Check, Choose, Finish, Leave, Notice, Print, Problem
from kiosk.domain import session as s
from kiosk.domain.order import Order, PaymentMethod, Picture, Shot
from kiosk.store.models import OutboxEntry, Payment, PrintJob, Session as SessionRow

from .conftest import Rig

PICTURE = Picture("prints/p.jpg", 1200, 1800, "0" * 64)
OFFER = s.PaymentOffered("00020101…", "2026-05-01T12:03:00.000Z", "pr-1", 245)
PAID = s.PaymentCompleted("2026-05-01T12:00:30.000Z", "", 35_000)
"""``tell`` says of which payment."""
SHOTS = tuple(s.ShotTaken(Shot(n, f"photos/{n}.jpg", "t", 1920, 1080)) for n in (1, 2, 3))


def begin(rig: Rig, conductor: Conductor) -> str:
    conductor.handle(Begin())
    assert rig.view.session_id is not None
    return rig.view.session_id


def tell(rig: Rig, conductor: Conductor, *events: s.Event) -> None:
    for event in events:
        assert rig.view.session_id is not None
        conductor.handle(Happened(rig.view.session_id, meant(rig, event)))


def meant(rig: Rig, event: s.Event) -> s.Event:
    if event is not PAID:
        return event
    return replace(PAID, payment_id=str(order_on(rig).payment_id))


def order_on(rig: Rig) -> Order:
    assert rig.view.state is not None
    order = s.order_of(rig.view.state)
    assert order is not None
    return order


def choose(rig: Rig, conductor: Conductor) -> str:
    session_id = begin(rig, conductor)
    conductor.handle(Choose(session_id, "classic"))
    return session_id


def test_nothing_is_sold_before_the_first_preflight(rig: Rig) -> None:
    conductor = rig.conductor(well=False)
    conductor.handle(Begin())
    assert rig.view.session_id is None
    assert rig.view.problems


def test_nothing_is_sold_while_a_problem_stands(rig: Rig) -> None:
    conductor = rig.conductor()
    conductor.handle(Checked((Problem(Check.PRINTER, "paper is out", "load paper"),)))
    conductor.handle(Begin())
    assert rig.view.session_id is None


def test_a_problem_that_comes_up_while_choosing_ends_in_no_payment(rig: Rig) -> None:
    conductor = rig.conductor()
    session_id = begin(rig, conductor)
    conductor.handle(Checked((Problem(Check.CAMERA, "unplugged", "plug it in"),)))
    conductor.handle(Choose(session_id, "classic"))
    assert rig.view.state == s.Cancelled(None, s.CancelReason.OUT_OF_SERVICE)
    assert not Payment.select().exists()


def test_the_payment_is_on_disk_before_the_cloud_is_asked(rig: Rig) -> None:
    conductor = rig.conductor()
    choose(rig, conductor)
    [effect] = rig.due
    assert isinstance(effect, s.RequestPayment)
    row = Payment.get_by_id(effect.order.payment_id)
    assert (row.status, row.amount, row.method) == ("pending", 35_000, "qris")


def test_a_second_tap_buys_nothing_twice(rig: Rig) -> None:
    conductor = rig.conductor()
    session_id = choose(rig, conductor)
    conductor.handle(Choose(session_id, "classic"))
    conductor.handle(Begin())
    assert Payment.select().count() == 1
    assert SessionRow.select().count() == 1


def test_a_tap_meant_for_an_earlier_session_does_nothing(rig: Rig) -> None:
    conductor = rig.conductor()
    first = begin(rig, conductor)
    conductor.handle(Leave(first))
    conductor.handle(Finish(first))
    second = begin(rig, conductor)
    conductor.handle(Leave(first))
    assert rig.view.session_id == second
    assert rig.view.state == s.Choosing()


def test_free_mode_records_no_payment(rig: Rig) -> None:
    rig.methods = (PaymentMethod.FREE,)
    choose(rig, rig.conductor())
    assert isinstance(rig.view.state, s.Shooting)
    assert not Payment.select().exists()


def test_a_whole_session_leaves_its_rows_and_tells_the_cloud_each_step(rig: Rig) -> None:
    conductor = rig.conductor()
    session_id = choose(rig, conductor)
    tell(rig, conductor, OFFER, PAID, *SHOTS, s.PictureComposed(PICTURE))
    conductor.handle(Print(session_id))
    tell(rig, conductor, s.PrintSubmitted(7), s.PrintCompleted())

    assert isinstance(rig.view.state, s.Delivered)
    assert Payment.get().status == "completed"
    assert (PrintJob.get().state, PrintJob.get().cups_job_id) == ("completed", 7)
    kinds = [entry.kind for entry in OutboxEntry.select() if entry.kind != "printer"]
    assert sorted(kinds) == ["photo"] * 4 + ["upload"] * 4


@pytest.mark.parametrize("told", range(9))
def test_a_restart_after_any_step_carries_on_from_there(rig: Rig, told: int) -> None:
    conductor = rig.conductor()
    choose(rig, conductor)
    steps = (OFFER, PAID, *SHOTS, s.PictureComposed(PICTURE), s.PrintAsked("printer"))
    tell(rig, conductor, *steps[:told], *[s.PrintSubmitted(7)][: max(0, told - len(steps))])
    before, running = rig.view.state, rig.due

    rig.conductor()

    assert rig.view.state == before
    assert rig.due == running


def test_a_guest_who_had_not_chosen_is_not_brought_back_after_a_restart(rig: Rig) -> None:
    begin(rig, rig.conductor())
    rig.conductor()
    assert rig.view.session_id is None
    assert SessionRow.get().state == "Cancelled"


def test_the_end_of_payment_time_asks_the_cloud_before_the_guest_is_sent_away(rig: Rig) -> None:
    conductor = rig.conductor()
    choose(rig, conductor)
    tell(rig, conductor, OFFER)
    rig.clock.pass_(181)
    conductor.tick()
    assert isinstance(rig.due[0], s.ClosePayment)
    tell(rig, conductor, PAID)
    assert isinstance(rig.view.state, s.Shooting)


def test_a_booth_whose_clock_runs_ahead_of_the_cloud_still_waits_for_payment(rig: Rig) -> None:
    conductor = rig.conductor()
    choose(rig, conductor)
    rig.clock.at += timedelta(hours=1)
    tell(rig, conductor, OFFER)
    conductor.tick()
    assert isinstance(rig.due[0], s.WatchPayment)


def test_a_cloud_that_says_nothing_to_a_cancel_holds_the_screen_for_seconds_only(rig: Rig) -> None:
    conductor = rig.conductor()
    session_id = choose(rig, conductor)
    tell(rig, conductor, OFFER)
    conductor.handle(Leave(session_id))
    assert rig.view.deadline_ns is None
    rig.clock.pass_(11)
    conductor.tick()
    assert rig.view.state == s.Cancelled(order_on(rig), s.CancelReason.GUEST)
    assert OutboxEntry.select().where(OutboxEntry.kind == "cancel_payment").count() == 1


def test_a_late_payment_that_the_command_line_wrote_down_counts_once(rig: Rig) -> None:
    conductor = rig.conductor()
    session_id = choose(rig, conductor)
    tell(rig, conductor, OFFER)
    conductor.handle(Leave(session_id))
    tell(rig, conductor, s.PaymentClosed(certain=False))
    rig.mirror.journal.append(session_id, meant(rig, PAID), rig.clock.now())
    tell(rig, conductor, PAID)
    events = [event for _, event in rig.mirror.journal.events(session_id)]
    assert len([e for e in events if isinstance(e, s.PaymentCompleted)]) == 1


def test_every_unfinished_session_is_carried_on_one_after_another(rig: Rig) -> None:
    rig.methods = (PaymentMethod.FREE,)
    first = choose(rig, rig.conductor())
    rig.mirror.database.execute_sql("UPDATE sessions SET state = 'Delivered'")
    second = choose(rig, rig.conductor())
    rig.mirror.database.execute_sql("UPDATE sessions SET state = 'Shooting'")
    conductor = rig.conductor()
    assert rig.view.session_id == first
    tell(rig, conductor, s.GaveUp(s.OwedReason.CAMERA))
    conductor.handle(Finish(first))
    assert rig.view.session_id == second
    assert isinstance(rig.due[0], s.TakeShot)


def test_a_tap_on_print_while_the_picture_is_being_made_owes_nothing(rig: Rig) -> None:
    conductor = rig.conductor()
    session_id = choose(rig, conductor)
    for printer in rig.mirror.printers.all():
        rig.mirror.printers.remove(printer.id, rig.clock.now())
    tell(rig, conductor, OFFER, PAID, *SHOTS)
    conductor.handle(Print(session_id))
    assert isinstance(rig.view.state, s.Arranging)


def test_a_cancel_that_the_cloud_never_heard_is_left_to_the_outbox(rig: Rig) -> None:
    conductor = rig.conductor()
    session_id = choose(rig, conductor)
    tell(rig, conductor, OFFER)
    conductor.handle(Leave(session_id))
    tell(rig, conductor, s.PaymentClosed(certain=False))
    assert isinstance(rig.view.state, s.Cancelled)
    assert OutboxEntry.select().where(OutboxEntry.kind == "cancel_payment").count() == 1
    assert Payment.get().status == "pending"


def test_money_that_comes_after_the_guest_left_is_owed(rig: Rig) -> None:
    conductor = rig.conductor()
    session_id = choose(rig, conductor)
    tell(rig, conductor, OFFER)
    conductor.handle(Leave(session_id))
    tell(rig, conductor, s.PaymentClosed(certain=False))
    paid = meant(rig, PAID)
    conductor.handle(Finish(session_id))
    conductor.handle(Happened(session_id, paid))
    assert SessionRow.get().state == "Owed"
    assert Payment.get().status == "completed"


def test_after_payment_time_only_ever_completes(rig: Rig) -> None:
    conductor = rig.conductor()
    choose(rig, conductor)
    tell(rig, conductor, OFFER, PAID)
    assert conductor.next_tick_ns is None
    tell(rig, conductor, *SHOTS, s.PictureComposed(PICTURE))
    rig.clock.pass_(46)
    conductor.tick()
    assert isinstance(rig.view.state, s.Printing)


def test_a_print_tap_before_the_picture_is_there_does_nothing(rig: Rig) -> None:
    conductor = rig.conductor()
    session_id = choose(rig, conductor)
    tell(rig, conductor, OFFER, PAID, SHOTS[0])
    conductor.handle(Print(session_id))
    assert isinstance(rig.view.state, s.Shooting)


def test_a_notice_of_another_session_is_not_shown(rig: Rig) -> None:
    conductor = rig.conductor()
    choose(rig, conductor)
    conductor.handle(Noticed("somebody-else", Notice.ONE_MOMENT))
    assert rig.view.notice is None


def test_an_event_that_cannot_be_written_changes_nothing(rig: Rig) -> None:
    conductor = rig.conductor()
    session_id = choose(rig, conductor)
    rig.mirror.database.execute_sql(
        "CREATE TRIGGER full BEFORE UPDATE ON payments BEGIN SELECT RAISE(ABORT, 'disk full'); END"
    )
    before = rig.view.state
    with pytest.raises(Exception, match="disk full"):
        conductor.handle(Happened(session_id, OFFER))
    assert rig.view.state == before
    journaled = rig.mirror.journal.load(session_id)
    assert journaled is not None
    assert journaled.state == before
