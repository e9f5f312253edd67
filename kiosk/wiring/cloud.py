"""What is brought to the cloud and fetched from it: the part of the composition root about it."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.clock import SystemClock
from kiosk.config import Config
from kiosk.store.mirror import Mirror
from kiosk.sync.api import CloudApi
from kiosk.sync.engine import SyncEngine
from kiosk.sync.errands import Errands
from kiosk.sync.licence_watch import LicenceWatch
from kiosk.sync.uploads import Uploads
from kiosk.wiring.money import money_watch_of


def engine_of(
    config: Config,
    mirror: Mirror,
    api: CloudApi,
    data_dir: Path,
    on_paid: Callable[[str, str, int], None],
) -> SyncEngine:
    """``on_paid`` hears of a payment that came late."""
    clock = SystemClock()
    return SyncEngine(
        mirror.outbox,
        Errands(api, Uploads(api, data_dir, clock.now), on_paid),
        clock=clock.now,
        monotonic=time.monotonic,
        chance=random.random,
        look_at_licence=LicenceWatch(api, mirror.activation, config.cloud.license_public_key).look,
        look_at_money=money_watch_of(api, mirror, on_paid).look,
        on_end=mirror.close,
    )
