"""The store's own outbox is one that the engine can drain."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

from kiosk.domain.identity import Identity
from kiosk.store.mirror import open_mirror
from kiosk.sync.api import CloudApi
from kiosk.sync.engine import SyncEngine
from kiosk.sync.errands import Errands
from kiosk.sync.uploads import Uploads
from tests.sync.bench_parts import new_id, photo, printer


def test_what_was_written_before_a_restart_is_delivered_after_it(
    api: CloudApi, who: Identity, tmp_path: Path
) -> None:
    now = datetime.now(UTC)
    good, bad = photo(who), printer(who, type="carrier pigeon")
    key = str(good.body["r2_key"])
    (tmp_path / "print.jpg").write_bytes(b"a picture")
    file = {"path": "print.jpg", "key": key, "content_type": "image/jpeg"}

    before = open_mirror(tmp_path, new_id)
    before.outbox.put("upload", good.row_id, file, now)
    before.outbox.put("printer", bad.row_id, bad.body, now)
    before.outbox.put("photo", good.row_id, good.body, now)
    before.close()

    after = open_mirror(tmp_path, new_id)
    engine = SyncEngine(
        after.outbox,
        Errands(api, Uploads(api, tmp_path, lambda: now), lambda *_: None),
        clock=lambda: now,
        monotonic=time.monotonic,
        chance=lambda: 0.0,
    )
    assert engine.drain_once() == 2
    assert after.outbox.depth() == 1
    assert after.outbox.due(now, 10) == []
    after.close()
    assert api.photo(good.row_id).code == good.body["code"]
