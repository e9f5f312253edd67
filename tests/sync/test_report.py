"""The cloud's figures of a booth's takings, as the booth reads them."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.domain.errors import CloudRefused
from kiosk.domain.times import iso
from kiosk.sync.api import CloudApi
from tests.sync.bench_parts import Row, new_id
from tests.sync.local_cloud import LocalCloud, activate

NOW = datetime.now(UTC)
FROM, TO = iso(NOW - timedelta(hours=1)), iso(NOW + timedelta(hours=1))


def payment(customer_id: str, method: str, amount: int, voucher: str | None = None) -> Row:
    body = {
        "id": new_id(),
        "customer_id": customer_id,
        "amount": amount,
        "method": method,
        "session_id": new_id(),
        "created_at": iso(NOW),
        "voucher": voucher,
    }
    return Row("payment", str(body["id"]), body)


def test_a_booth_reads_its_own_takings_another_booths_and_the_customers(cloud: LocalCloud) -> None:
    who = activate(cloud)
    voucher = "0" + new_id().replace("-", "")[-11:].upper()
    sales = [
        payment(who.customer_id, "cash", 20_000),
        payment(who.customer_id, "cash", 15_000),
        payment(who.customer_id, "voucher", 35_000, voucher),
        payment(who.customer_id, "voucher", 35_000, voucher),
    ]
    with closing(CloudApi(cloud.url, who.token)) as api:
        assert {result.outcome for result in api.sync(sales)} == {"applied"}
        report = api.report(FROM, TO)
    assert (report.start, report.end, report.booth) == (FROM, TO, who.booth_id)
    cash, vouchers, qris = (report.methods[m] for m in ("cash", "voucher", "qris"))
    assert (cash.count, cash.amount, cash.refunded_count) == (2, 35_000, 0)
    assert (vouchers.count, vouchers.amount) == (2, 70_000)
    assert (qris.count, qris.amount, report.late.count) == (0, 0, 0)
    [twice] = [v for v in report.vouchers_used_twice if v.voucher == voucher]
    assert set(twice.payment_ids) == {sales[2].row_id, sales[3].row_id}

    other = activate(cloud)
    with closing(CloudApi(cloud.url, other.token)) as api:
        assert api.report(FROM, TO).methods["cash"].count == 0
        assert api.report(FROM, TO, who.booth_id).methods == report.methods
        assert api.report(FROM, TO, "all").methods["cash"].count >= 2


def test_a_time_that_ends_before_it_begins_is_refused(api: CloudApi) -> None:
    with pytest.raises(CloudRefused):
        api.report(TO, FROM)
