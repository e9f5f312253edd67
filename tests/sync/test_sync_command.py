"""``kiosk sync --once``: what waits is tried now, and what the booth needs to sell is learned."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.local.booth_files import BoothFiles
from kiosk.store.mirror import open_mirror
from tests.sync.bench_parts import new_id, printer
from tests.sync.local_cloud import LocalCloud
from tests.sync.test_known_printers import activated, booth_at
from tests.warm_kiosk import WarmBoothFiles, WarmKiosk


@pytest.fixture
def booth(cloud: LocalCloud, tmp_path: Path, warm_kiosk: WarmKiosk) -> WarmBoothFiles:
    booth = booth_at(tmp_path, cloud, cloud.url, warm_kiosk)
    activated(booth, cloud)
    return booth


def test_it_tries_again_what_was_put_off(booth: BoothFiles) -> None:
    now = datetime.now(UTC)
    with closing(open_mirror(booth.data_dir, new_id)) as mirror:
        who = mirror.activation.identity()
        assert who is not None
        row = printer(who)
        mirror.outbox.put("printer", row.row_id, row.body, now)
        [entry] = mirror.outbox.due(now, 1)
        mirror.outbox.failed(entry.id, now + timedelta(minutes=10), "refused then")
    said = json.loads(booth.call("sync", "--once", "--json"))
    assert (said["delivered"], said["pending"]) == (1, 0)


def test_after_it_vouchers_can_be_issued_without_a_network(booth: BoothFiles) -> None:
    booth.call("sync", "--once")
    text = booth.settings.read_text()
    booth.settings.write_text(text.replace("http://127.0.0.1", "http://127.0.0.2"))
    words = ("--count", "2", "--expires", "2037-03-19", "--by", "Sari")
    assert len(booth.call("vouchers", "issue", *words).split()) == 2
