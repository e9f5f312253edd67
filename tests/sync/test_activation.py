"""From a licence key to a token, and a licence read offline as the cloud reads it."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime

import pytest

from kiosk.domain.errors import CloudRefused
from kiosk.domain.identity import Identity
from kiosk.sync.api import CloudApi
from kiosk.sync.licence import read_licence
from tests.sync.bench_parts import new_id, printer
from tests.sync.local_cloud import LocalCloud, activate


def test_the_cloud_s_own_licence_key_is_good_offline(cloud: LocalCloud) -> None:
    key, public_key = cloud.ready.license_key, cloud.ready.license_public_key
    assert read_licence(key, public_key, datetime.now(UTC)).type in ("starter", "pro", "enterprise")


def test_a_second_booth_adopts_the_customer_that_is_there(cloud: LocalCloud, who: Identity) -> None:
    second = activate(cloud)
    assert second.customer_id == who.customer_id
    assert second.booth_id != who.booth_id


def test_a_booth_registered_again_has_a_new_token_and_the_old_one_is_dead(
    cloud: LocalCloud,
) -> None:
    first = activate(cloud)
    with contextlib.closing(CloudApi(cloud.url, first.token)) as api:
        again = api.register_booth(first.booth_id, name="Lobby", license_key=first.license_key)
        with pytest.raises(CloudRefused, match="401"):
            api.printers()
    with contextlib.closing(CloudApi(cloud.url, again.token)) as api:
        api.printers()


def test_a_forged_licence_is_refused_by_the_cloud_as_well(cloud: LocalCloud) -> None:
    forged = cloud.ready.license_key[:-4] + "AAAA"
    with (
        contextlib.closing(CloudApi(cloud.url)) as api,
        pytest.raises(CloudRefused, match="401"),
    ):
        api.register_booth(new_id(), name="Lobby", license_key=forged)


def test_a_working_cloud_says_so(api: CloudApi) -> None:
    health = api.health()
    assert (health.ok, health.database, health.bucket) == (True, "ok", "ok")
    assert api.reachable is True


def test_printers_that_were_told_are_listed(api: CloudApi, who: Identity) -> None:
    row = printer(who, name="Counter")
    api.sync([row])
    assert [p.name for p in api.printers() if p.id == row.row_id] == ["Counter"]


def test_what_is_not_there_is_a_refusal(api: CloudApi) -> None:
    with pytest.raises(CloudRefused, match="404"):
        api.photo(new_id())
