from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest

from kiosk.domain.identity import Identity
from kiosk.sync.api import CloudApi
from tests.sync.local_cloud import LocalCloud, activate, running


@pytest.fixture(scope="session")
def cloud(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCloud]:
    with running(tmp_path_factory.mktemp("cloud")) as cloud:
        yield cloud


@pytest.fixture(scope="session")
def who(cloud: LocalCloud) -> Identity:
    return activate(cloud)


@pytest.fixture
def api(cloud: LocalCloud, who: Identity) -> Iterator[CloudApi]:
    with contextlib.closing(CloudApi(cloud.url, who.token)) as api:
        yield api
