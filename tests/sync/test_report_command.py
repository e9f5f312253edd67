"""``kiosk report --cloud``: the mirror's takings against those of the real cloud."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kiosk.domain.identity import Identity
from kiosk.domain.times import iso
from kiosk.local.booth_files import BoothFiles
from kiosk.store.mirror import open_mirror
from kiosk.sync.api import CloudApi
from tests.store.money import CASH, bill, go
from tests.sync.bench_parts import Row, new_id
from tests.sync.local_cloud import LocalCloud
from tests.sync.test_known_printers import activated, booth_at
from tests.warm_kiosk import WarmBoothFiles, WarmKiosk


@pytest.fixture
def booth(cloud: LocalCloud, tmp_path: Path, warm_kiosk: WarmKiosk) -> WarmBoothFiles:
    booth = booth_at(tmp_path, cloud, cloud.url, warm_kiosk)
    activated(booth, cloud)
    return booth


def sold(booth: BoothFiles) -> Identity:
    """One session, paid with two bills and given no change yet."""
    with closing(open_mirror(booth.data_dir, new_id)) as mirror:
        bills = (bill(new_id(), 20_000), bill(new_id(), 50_000))
        go(mirror, new_id(), CASH, *bills, at=datetime.now(UTC))
        who = mirror.activation.identity()
        assert who is not None
        return who


def compared(booth: WarmBoothFiles) -> tuple[int, list[dict[str, Any]]]:
    said = booth.say("report", "--cloud", "--json")
    return said.code, json.loads(said.out)["cloud"]


def test_what_the_cloud_was_not_told_yet_explains_a_difference_until_it_is(
    booth: WarmBoothFiles,
) -> None:
    sold(booth)
    cash = {"method": "cash", "mirror": {"count": 2, "amount": 70_000}}
    waiting = {"cloud": {"count": 0, "amount": 0}, "waiting": {"count": 2, "amount": 70_000}}
    assert compared(booth) == (0, [cash | waiting])
    booth.call("sync", "--once")
    told = {"cloud": {"count": 2, "amount": 70_000}, "waiting": {"count": 0, "amount": 0}}
    assert compared(booth) == (0, [cash | told])


def test_money_that_only_the_cloud_knows_is_a_difference(
    booth: WarmBoothFiles, cloud: LocalCloud
) -> None:
    who = sold(booth)
    booth.call("sync", "--once")
    body = {"id": new_id(), "customer_id": who.customer_id, "amount": 10_000, "method": "cash"}
    more = {"session_id": None, "created_at": iso(datetime.now(UTC)), "voucher": None}
    with closing(CloudApi(cloud.url, who.token)) as api:
        api.sync([Row("payment", str(body["id"]), {**body, **more})])
    code, [cash] = compared(booth)
    assert (code, cash["cloud"]) == (1, {"count": 3, "amount": 80_000})
