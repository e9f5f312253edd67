"""A licence is taken back by its maker alone, and the booth knows it without a network."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from kiosk.clock import RandomKeys
from kiosk.domain.errors import CloudRefused, ConfigError, LicenceInvalid
from kiosk.domain.identity import Identity
from kiosk.store.mirror import Mirror, open_mirror
from kiosk.sync.api import CloudApi
from kiosk.sync.licence import read_licence
from kiosk.sync.licence_watch import LicenceWatch
from kiosk.sync.revocation import refuse_revoked, revokes
from kiosk.wiring.checks import licence_check
from tests.sync.local_cloud import activate, running
from tests.sync.makers import Maker, revoke

MAKER = Maker()
LICENCE = read_licence(MAKER.licence(), MAKER.public_key, datetime(2026, 6, 1, tzinfo=UTC))


def test_a_revocation_says_since_when_and_why() -> None:
    with pytest.raises(LicenceInvalid, match=r"^this licence was revoked on 2026-08-01: not paid$"):
        refuse_revoked(MAKER.revocation(), LICENCE, MAKER.public_key)


@pytest.mark.parametrize(
    "statement",
    [
        None,
        "",
        "PBR1",
        Maker().revocation(),
        MAKER.revocation(id="lic-2"),
        MAKER.revocation(revoked="soon"),
        MAKER.revocation(reason=""),
        MAKER.licence(),
        MAKER.licence().replace("PB1", "PBR1"),
        MAKER.sign("PB1", {"id": "lic-1", "reason": "x", "revoked": "2026-08-01"}),
        MAKER.revocation() + "=",
    ],
)
def test_anything_else_revokes_nothing(statement: str | None) -> None:
    assert revokes(statement, LICENCE, MAKER.public_key) is None
    refuse_revoked(statement, LICENCE, MAKER.public_key)


def test_a_wrong_public_key_is_a_fault_of_the_configuration() -> None:
    with pytest.raises(ConfigError, match="32 bytes"):
        revokes(MAKER.revocation(), LICENCE, "short")


Open = Callable[[], Mirror]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Open]:
    """Opens the booth's store as each start does."""
    with contextlib.ExitStack() as stack:

        def open_() -> Mirror:
            mirror = open_mirror(tmp_path / "booth", RandomKeys().new_id)
            stack.callback(mirror.close)
            return mirror

        yield open_


def settle_in(mirror: Mirror, who: Identity) -> None:
    moment = "2026-01-01T00:00:00.000Z"
    names = ("name", "email", "license_type")
    times = ("purchase_date", "created_at", "updated_at")
    row = dict.fromkeys(names, "x") | dict.fromkeys(times, moment)
    mirror.activation.save(who, row | {"id": who.customer_id, "license_key": who.license_key})


def test_a_revoked_booth_learns_it_once_and_knows_it_offline_from_then_on(
    tmp_path: Path, opened: Open
) -> None:
    data = tmp_path / "cloud"
    with running(data) as cloud:
        who, public_key = activate(cloud), cloud.ready.license_public_key
        mirror = opened()
        settle_in(mirror, who)
        with contextlib.closing(CloudApi(cloud.url, who.token)) as api:
            watch = LicenceWatch(api, mirror.activation, public_key)
            watch.look()
            assert licence_check(public_key, mirror)().startswith("pro, valid to ")
            statement = revoke(cloud, data, "not paid since May")
            assert api.license().status == "revoked"
            watch.look()
        with pytest.raises(CloudRefused, match=r"401.* revoked on .*: not paid since May"):
            activate(cloud)

    assert mirror.activation.revocation() == statement
    today = datetime.now(UTC).date().isoformat()
    said = rf"^this licence was revoked on {today}: not paid since May$"
    for booth in (mirror, opened()):
        with pytest.raises(LicenceInvalid, match=said):
            licence_check(public_key, booth)()


@pytest.mark.parametrize(
    "lie",
    [Maker().revocation(), MAKER.revocation(id="another"), "PBR1.a.b", "nonsense"],
    ids=["forged", "of another licence", "malformed", "nonsense"],
)
def test_a_cloud_that_lies_about_it_changes_nothing(opened: Open, lie: str) -> None:
    mirror = opened()
    settle_in(mirror, Identity("customer", "booth", MAKER.licence(), "token"))
    with contextlib.closing(telling(lie)) as api:
        LicenceWatch(api, mirror.activation, MAKER.public_key).look()
    assert mirror.activation.revocation() is None
    assert licence_check(MAKER.public_key, mirror)() == "pro, valid to 2099-12-31"


def test_a_new_licence_is_not_held_up_by_the_old_one_s_revocation(opened: Open) -> None:
    mirror = opened()
    settle_in(mirror, Identity("customer", "booth", MAKER.licence(), "token"))
    with contextlib.closing(telling(MAKER.revocation())) as api:
        LicenceWatch(api, mirror.activation, MAKER.public_key).look()
    check = licence_check(MAKER.public_key, mirror)
    with pytest.raises(LicenceInvalid, match="revoked"):
        check()
    settle_in(mirror, Identity("customer", "booth", MAKER.licence(id="lic-2"), "token"))
    assert check() == "pro, valid to 2099-12-31"


def test_an_expired_licence_can_be_revoked_too(opened: Open) -> None:
    mirror = opened()
    expired = MAKER.licence(expires="2026-01-02")
    settle_in(mirror, Identity("customer", "booth", expired, "token"))
    with contextlib.closing(telling(MAKER.revocation())) as api:
        LicenceWatch(api, mirror.activation, MAKER.public_key).look()
    assert mirror.activation.revocation() == MAKER.revocation()


def test_a_booth_that_is_not_activated_asks_nobody(opened: Open) -> None:
    with contextlib.closing(CloudApi("http://127.0.0.1:9")) as api:
        LicenceWatch(api, opened().activation, MAKER.public_key).look()
        assert api.reachable is None


def telling(revocation: str) -> CloudApi:
    """A cloud that says nothing but this."""
    said = {
        "type": "pro",
        "expires": "2099-12-31",
        "status": "revoked",
        "revocation": revocation,
    }
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json=said))
    return CloudApi("http://cloud.test", "token", transport=transport)
