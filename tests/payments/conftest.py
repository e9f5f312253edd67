from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest

from kiosk.sync.api import CloudApi
from tests.sync.local_cloud import LocalCloud, activate, running

PAY_AFTER_MS = 700


@pytest.fixture(scope="session")
def paying_cloud(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCloud]:
    """A cloud whose guests all pay soon after they are shown a code."""
    with running(tmp_path_factory.mktemp("cloud"), pay_after_ms=PAY_AFTER_MS) as cloud:
        yield cloud


@pytest.fixture(scope="session")
def customer_and_api(paying_cloud: LocalCloud) -> Iterator[tuple[str, CloudApi]]:
    who = activate(paying_cloud)
    with contextlib.closing(CloudApi(paying_cloud.url, who.token)) as api:
        yield who.customer_id, api
