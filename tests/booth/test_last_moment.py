"""A guest pays in the very last moment, with the real store, desk and effects."""

from __future__ import annotations

import pytest

from kiosk.booth.conductor import Conductor
from kiosk.booth.late_payment import LatePayment
from kiosk.booth.messages import Message
from kiosk.booth.pace import Pace
from kiosk.booth.paying import Paying
from kiosk.booth.second_look import SecondLook
from kiosk.booth.view import Begin, Choose
from kiosk.domain import session as s
from kiosk.domain.errors import CloudRefused, CloudUnreachable
from kiosk.domain.times import iso
from kiosk.payments.qris import QrisDesk
from kiosk.store.models import OutboxEntry, Payment
from kiosk.store.payment_rows import made_at

from .conftest import HandRun, Rig
from .storm_world import Cloud, World

PACE = Pace()


class Booth:
    """The guest has a code on the screen."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        self.inbox: list[Message] = []
        self.cloud = Cloud(World(rig.clock))
        desk = QrisDesk(self.cloud, "customer", made_at, int(PACE.payment))
        look = SecondLook(lambda _: (), rig.clock, PACE)
        self.paying = Paying(desk, rig.clock, PACE, look)
        self.conductor = rig.conductor()
        self.conductor.handle(Begin())
        self.session_id = str(rig.view.session_id)
        self.conductor.handle(Choose(self.session_id, "classic"))
        rig.clock.pass_(5.0)  # the cloud is slow
        self.perform()

    @property
    def payment_id(self) -> str:
        assert isinstance(self.rig.view.state, s.Paying)
        return str(self.rig.view.state.order.payment_id)

    def perform(self) -> None:
        run = HandRun(self.session_id, self.inbox.append, clock=self.rig.clock)
        match self.rig.due:
            case (s.RequestPayment() as effect,):
                self.paying.request(run, effect)
            case (s.ClosePayment() as effect,):
                self.paying.close(run, effect)
            case other:
                raise AssertionError(other)
        self.deliver(self.conductor)

    def deliver(self, conductor: Conductor) -> None:
        while self.inbox:
            conductor.handle(self.inbox.pop(0))

    def time_is_over(self) -> None:
        self.rig.clock.pass_(PACE.payment + 1)
        self.conductor.tick()


@pytest.fixture
def booth(rig: Rig) -> Booth:
    return Booth(rig)


def test_who_pays_as_the_time_ends_goes_on_to_the_shots(booth: Booth) -> None:
    payment_id = booth.payment_id
    booth.time_is_over()
    booth.cloud.pay(payment_id)
    booth.perform()
    assert isinstance(booth.rig.view.state, s.Shooting)
    assert Payment.get_by_id(payment_id).status == "completed"
    assert booth.cloud.payments[payment_id].status == "completed"


def test_who_has_not_paid_when_the_time_ends_cannot_pay_any_more(booth: Booth) -> None:
    payment_id = booth.payment_id
    booth.time_is_over()
    booth.perform()
    assert isinstance(booth.rig.view.state, s.Cancelled)
    assert booth.cloud.payments[payment_id].status == "failed"


def test_who_pays_while_nobody_can_ask_is_owed_as_soon_as_the_cloud_tells(booth: Booth) -> None:
    payment_id = booth.payment_id
    booth.time_is_over()
    booth.rig.clock.pass_(PACE.closing_patience + 1)
    booth.conductor.tick()
    assert isinstance(booth.rig.view.state, s.Cancelled)
    assert [e.row_id for e in OutboxEntry.select() if e.kind == "cancel_payment"] == [payment_id]

    late = LatePayment(booth.rig.mirror.journal, booth.inbox.append, pause=lambda _: None)
    with pytest.raises(CloudUnreachable, match="not in the journal yet"):
        late.told(payment_id, iso(booth.rig.clock.now()), 35_000)
    booth.deliver(booth.conductor)
    late.told(payment_id, iso(booth.rig.clock.now()), 35_000)
    assert booth.inbox == []
    found = booth.rig.mirror.journal.load(booth.session_id)
    assert found is not None
    assert isinstance(found.state, s.Owed)
    assert found.state.reason is s.OwedReason.PAID_LATE


def test_a_late_payment_over_another_amount_is_told_to_nobody(booth: Booth) -> None:
    payment_id = booth.payment_id
    late = LatePayment(booth.rig.mirror.journal, booth.inbox.append, pause=lambda _: None)
    with pytest.raises(CloudRefused, match="another amount"):
        late.told(payment_id, iso(booth.rig.clock.now()), 34_999)
    assert booth.inbox == []


def test_a_second_payment_is_written_down_before_it_counts_as_told(booth: Booth) -> None:
    """The session is long past its cancelling: an answer on its state alone would forget it."""
    first = booth.payment_id
    booth.cloud.pay(first)
    booth.time_is_over()
    booth.perform()
    booth.rig.mirror.database.execute_sql(
        "INSERT INTO payments (id, customer_id, amount, platform_fee, status, created_at, method, "
        "session_id) SELECT 'second', customer_id, amount, 0, 'failed', created_at, method, "
        "session_id FROM payments"
    )
    late = LatePayment(booth.rig.mirror.journal, booth.inbox.append, pause=lambda _: None)
    with pytest.raises(CloudUnreachable):
        late.told("second", iso(booth.rig.clock.now()), 35_000)
    booth.deliver(booth.conductor)
    late.told("second", iso(booth.rig.clock.now()), 35_000)
    found = booth.rig.mirror.journal.load(booth.session_id)
    assert found is not None
    assert isinstance(found.state, s.Shooting)
    assert found.state.order.change_due == 35_000


def test_the_cloud_hears_when_the_payment_was_written_down_not_when_it_was_asked(
    booth: Booth,
) -> None:
    row = Payment.get_by_id(booth.payment_id)
    assert booth.cloud.payments[booth.payment_id].created_at == row.created_at
    with pytest.raises(LookupError):
        made_at("nobody's")
