"""What a booth learns about money from the real cloud, and that nothing of it can be lost."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from kiosk.domain import session as s
from kiosk.domain.errors import CloudUnreachable
from kiosk.domain.identity import Identity
from kiosk.domain.prices import Terms
from kiosk.domain.times import iso
from kiosk.store.mirror import Mirror, open_mirror
from kiosk.store.payment_rows import is_unpaid
from kiosk.sync.api import CloudApi
from kiosk.sync.engine import SyncEngine
from kiosk.sync.errands import Errands
from kiosk.sync.money_watch import MoneyWatch
from kiosk.sync.uploads import Uploads
from tests.store.sample import ORDER
from tests.sync.bench_parts import FaultyWire, Hands, new_id, offline
from tests.sync.local_cloud import LocalCloud, activate

PROBLEM = {"content-type": "application/problem+json"}
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass
class Booth:
    """One with a store and a way to the cloud. ``paid`` is what it heard of late payments."""

    who: Identity
    folder: Path
    api: CloudApi
    wire: FaultyWire
    mirror: Mirror
    paid: list[tuple[str, str, int]] = field(default_factory=list)
    unwritten: int = 0

    def watch(self) -> MoneyWatch:
        return MoneyWatch(
            self.api, self.mirror.vouchers, self.mirror.prices, is_unpaid, self.on_paid
        )

    def on_paid(self, payment_id: str, paid_at: str, amount: int) -> None:
        self.paid.append((payment_id, paid_at, amount))
        if self.unwritten:
            self.unwritten -= 1
            raise CloudUnreachable("not in the journal yet")
        session_id = self.mirror.journal.session_of_payment(payment_id)
        assert session_id is not None
        event = s.PaymentCompleted(paid_at, payment_id, amount)
        self.mirror.journal.append(session_id, event, datetime.now(UTC))

    def drain(self) -> int:
        hands = Hands()
        engine = SyncEngine(
            self.mirror.outbox,
            Errands(self.api, Uploads(self.api, self.folder, hands.now), self.on_paid),
            clock=lambda: datetime.now(UTC) + timedelta(seconds=1),
            monotonic=hands.monotonic,
            chance=lambda: 0.0,
        )
        return engine.drain_once()

    def uses(self, voucher: str, paid_at: datetime) -> str:
        """A voucher pays here, and the outbox has it."""
        payment_id = new_id()
        body = {
            "id": payment_id,
            "customer_id": self.who.customer_id,
            "amount": 35_000,
            "method": "voucher",
            "session_id": new_id(),
            "created_at": iso(paid_at),
            "voucher": voucher,
        }
        self.mirror.outbox.put("payment", payment_id, body, datetime.now(UTC))
        return payment_id


@pytest.fixture
def booths(cloud: LocalCloud, tmp_path: Path) -> Iterator[Callable[[], Booth]]:
    """Booths of one customer. The store that was opened last is the one that is in use."""
    with contextlib.ExitStack() as stack:

        def booth() -> Booth:
            who, wire, folder = activate(cloud), FaultyWire(), tmp_path / new_id()
            api = stack.enter_context(
                contextlib.closing(CloudApi(cloud.url, who.token, transport=wire))
            )
            mirror = stack.enter_context(contextlib.closing(open_mirror(folder, new_id)))
            stamp = iso(datetime.now(UTC))
            row = {"id": who.customer_id, "name": "Ani", "email": "ani@example.id", "phone": None}
            licence = {"license_key": who.license_key, "license_type": "pro"}
            stamps = dict.fromkeys(("purchase_date", "created_at", "updated_at"), stamp)
            mirror.activation.save(who, {**row, **licence, **stamps})
            return Booth(who, folder, api, wire, mirror)

        yield booth


def voucher_id() -> str:
    """No test may meet another's."""
    number = int(new_id().replace("-", "")[-14:], 16)
    return "0" + "".join(ALPHABET[number >> 5 * place & 31] for place in range(11))


# ---- what it learns -------------------------------------------------------------------------


def test_the_voucher_key_is_asked_for_once_a_start_and_is_one_for_all_booths(
    booths: Callable[[], Booth],
) -> None:
    first = booths()
    assert first.mirror.vouchers.key() is None
    first.watch().look()
    key = first.mirror.vouchers.key()
    assert key is not None
    assert len(key.key) == 32
    watch = first.watch()
    first.wire.paths.clear()
    for _ in range(3):
        watch.look()
    assert first.wire.paths.count("/api/vouchers/key") == 1
    other = booths()
    other.watch().look()
    assert other.mirror.vouchers.key() == key
    assert key.key.hex() not in repr(key)


def test_a_voucher_that_was_used_at_one_booth_is_used_at_the_other(
    booths: Callable[[], Booth],
) -> None:
    here, voucher = booths(), voucher_id()
    payment_id = here.uses(voucher, datetime.now(UTC))
    assert here.drain() == 1
    there = booths()
    there.watch().look()
    assert there.mirror.vouchers.is_used(voucher)
    [use] = [use for use in there.mirror.vouchers.used() if use.voucher_id == voucher]
    assert (use.payment_ids, use.uses) == ((payment_id,), 1)


def test_one_that_was_used_twice_without_a_network_is_found_out_at_both(
    booths: Callable[[], Booth],
) -> None:
    long_ago, voucher = datetime.now(UTC) - timedelta(days=20), voucher_id()
    first = booths()
    first.uses(voucher, datetime.now(UTC))
    assert first.drain() == 1
    first.watch().look()
    assert voucher not in {use.voucher_id for use in first.mirror.vouchers.used_twice()}

    second = booths()  # it used the voucher before, and comes back with it only now
    second.uses(voucher, long_ago)
    assert second.drain() == 1
    second.watch().look()
    assert voucher in {use.voucher_id for use in second.mirror.vouchers.used_twice()}

    again = open_mirror(first.folder, new_id)
    with contextlib.closing(again):
        MoneyWatch(first.api, again.vouchers, again.prices, is_unpaid, first.on_paid).look()
        assert voucher in {use.voucher_id for use in again.vouchers.used_twice()}


def test_it_asks_for_what_is_new_alone(booths: Callable[[], Booth]) -> None:
    booth = booths()
    booth.uses(voucher_id(), datetime.now(UTC))
    booth.drain()
    booth.watch().look()
    cursor = booth.mirror.vouchers.cursor()
    booth.wire.paths.clear()
    booth.watch().look()
    assert booth.mirror.vouchers.cursor() == cursor
    assert booth.wire.paths.count("/api/vouchers/used") == 1


def test_a_price_of_one_booth_holds_at_the_other(booths: Callable[[], Booth]) -> None:
    here = booths()
    terms = Terms(package="strip", event=new_id(), price=40_000, extra_copy=5_000)
    price = here.mirror.prices.add(terms, "Sari", datetime.now(UTC))
    assert here.drain() == 1
    there = booths()
    there.watch().look()
    assert price in there.mirror.prices.all()
    there.watch().look()
    assert [asdict(p) for p in there.mirror.prices.all()].count(asdict(price)) == 1


# ---- late payments --------------------------------------------------------------------------


def late(cloud: LocalCloud, booth: Booth) -> str:
    """A payment of this booth's whose session was cancelled, and that was paid all the same."""
    session_id, payment_id = new_id(), new_id()
    now = datetime.now(UTC)
    booth.api.create_payment(
        payment_id,
        customer_id=booth.who.customer_id,
        session_id=session_id,
        amount=ORDER.amount,
        method="qris",
        created_at=iso(now),
        expires_in_s=180,
    )
    booth.mirror.journal.start(session_id, s.Choosing(), now)
    for event in (
        s.Chosen(replace(ORDER, payment_id=payment_id)),
        s.CancelAsked(s.CancelReason.GUEST),
        s.PaymentClosed(certain=True),
    ):
        assert booth.mirror.journal.append(session_id, event, now)
    assert booth.api.cancel_payment(payment_id).status == "failed"
    stand_in = cloud.ready.xendit_stand_in
    late = {"faults": [{"fault": "pays_late", "times": 1}]}
    httpx.put(f"{stand_in}/faults", json=late).raise_for_status()
    assert httpx.post(f"{stand_in}/pay/{payment_id}").status_code == 303
    for _ in range(200):
        if booth.api.payment(payment_id, verify=True).status == "completed":
            return payment_id
    raise AssertionError("never paid")


def test_what_was_paid_late_is_told_until_it_is_written_down_and_then_no_more(
    cloud: LocalCloud, booths: Callable[[], Booth]
) -> None:
    booth = booths()
    payment_id = late(cloud, booth)
    booth.unwritten = 2
    for _ in range(5):
        booth.watch().look()
    assert [told[0] for told in booth.paid] == [payment_id] * 3
    assert {told[2] for told in booth.paid} == {ORDER.amount}
    session_id = booth.mirror.journal.session_of_payment(payment_id)
    assert session_id is not None
    found = booth.mirror.journal.load(session_id)
    assert found is not None
    assert isinstance(found.state, s.Owed)
    assert found.state.reason is s.OwedReason.PAID_LATE
    assert found.state.order.till.money == ORDER.amount


def test_late_payments_of_other_booths_are_none_of_its_business(
    cloud: LocalCloud, booths: Callable[[], Booth]
) -> None:
    late(cloud, booths())
    other = booths()
    other.watch().look()
    assert other.paid == []


# ---- trouble --------------------------------------------------------------------------------

EVERY_PATH = ("/api/payments", "/api/vouchers/key", "/api/vouchers/used", "/api/prices")


@pytest.mark.parametrize("path", EVERY_PATH)
@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(500),
        httpx.Response(404, json={}, headers=PROBLEM),
        httpx.Response(200, json={"made": "up"}),
    ],
    ids=["stumbles", "refuses", "garbled"],
)
def test_trouble_with_one_thing_holds_up_no_other(
    booths: Callable[[], Booth], path: str, answer: httpx.Response
) -> None:
    booth = booths()
    booth.wire.fault = lambda request: answer if request.url.path == path else None
    booth.watch().look()
    assert set(booth.wire.paths) == set(EVERY_PATH)
    booth.wire.fault = lambda _: None
    booth.watch().look()
    assert booth.mirror.vouchers.key() is not None


def test_without_a_network_it_asks_once_and_keeps_what_it_knows(
    booths: Callable[[], Booth],
) -> None:
    booth = booths()
    booth.watch().look()
    key = booth.mirror.vouchers.key()
    booth.wire.paths.clear()
    booth.wire.fault = offline
    with pytest.raises(CloudUnreachable):
        booth.watch().look()
    assert len(booth.wire.paths) == 1
    assert booth.mirror.vouchers.key() == key


def test_a_page_that_is_lost_on_the_way_is_asked_for_again(booths: Callable[[], Booth]) -> None:
    voucher = voucher_id()
    booth = booths()
    booth.uses(voucher, datetime.now(UTC))
    booth.drain()
    asked = 0

    def lost(request: httpx.Request) -> httpx.Response | None:
        nonlocal asked
        asked += request.url.path == "/api/vouchers/used"
        return httpx.Response(500) if asked == 1 else None

    booth.wire.fault = lost
    booth.watch().look()
    assert not booth.mirror.vouchers.is_used(voucher)
    booth.watch().look()
    assert booth.mirror.vouchers.is_used(voucher)
