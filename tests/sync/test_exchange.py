"""What each kind of answer means to the booth, and what an error may never tell."""

from __future__ import annotations

import json
from collections.abc import Callable

import httpx
import pytest

from kiosk.domain.errors import CloudRefused, CloudUnreachable
from kiosk.sync.api import CloudApi
from kiosk.sync.errors import CloudBusy, CloudFailing

TOKEN = "a-token-nobody-may-see"  # noqa: S105
PROBLEM = {"content-type": "application/problem+json"}

Handler = Callable[[httpx.Request], httpx.Response]


def api(handler: Handler) -> CloudApi:
    return CloudApi("http://cloud.invalid", TOKEN, transport=httpx.MockTransport(handler))


def answering(status: int, body: object = None, headers: dict[str, str] | None = None) -> CloudApi:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return api(lambda _: httpx.Response(status, content=content, headers=headers))


def failing(error: type[httpx.TransportError]) -> CloudApi:
    def handler(request: httpx.Request) -> httpx.Response:
        raise error("broken", request=request)

    return api(handler)


@pytest.mark.parametrize(
    "error",
    [
        httpx.ConnectError,
        httpx.ConnectTimeout,
        httpx.ReadTimeout,
        httpx.WriteError,
        httpx.RemoteProtocolError,
        httpx.PoolTimeout,
    ],
)
def test_no_answer_is_unreachable(error: type[httpx.TransportError]) -> None:
    cloud = failing(error)
    assert cloud.reachable is None
    with pytest.raises(CloudUnreachable):
        cloud.printers()
    assert cloud.reachable is False


@pytest.mark.parametrize("status", [301, 302, 400, 403, 407, 451, 502, 504, 511, 520])
def test_an_answer_of_something_in_between_is_unreachable(status: int) -> None:
    cloud = answering(status, b"<html>Welcome to the hotel</html>", {"content-type": "text/html"})
    with pytest.raises(CloudUnreachable, match=f"{status}, not from the cloud itself"):
        cloud.printers()
    assert cloud.reachable is False


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 413, 422])
def test_a_problem_is_a_refusal_with_its_reason(status: int) -> None:
    cloud = answering(status, {"title": "No", "detail": "because", "status": status}, PROBLEM)
    with pytest.raises(CloudRefused) as refusal:
        cloud.printers()
    assert (refusal.value.status, refusal.value.detail) == (status, "because")
    assert cloud.reachable is True


def test_too_large_is_a_refusal_whoever_says_it() -> None:
    with pytest.raises(CloudRefused, match="413"):
        answering(413, b"too large").sync([])


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(("told", "understood"), [("7", 7.0), ("99999", 900.0), ("soon", None)])
def test_a_busy_cloud_says_how_long_to_wait(
    status: int, told: str, understood: float | None
) -> None:
    with pytest.raises(CloudBusy) as busy:
        answering(status, {}, {"retry-after": told}).printers()
    assert busy.value.retry_after_s == understood


def test_a_fault_inside_the_cloud_is_told_apart_from_no_contact() -> None:
    with pytest.raises(CloudFailing, match="database is full"):
        answering(500, {"title": "Oops", "detail": "database is full"}, PROBLEM).printers()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>Welcome to the hotel</html>",
        [],
        {},
        {"printers": None},
        {"printers": [{"id": 1}]},
        {"printers": [{}] * 1001},
    ],
)
def test_an_answer_that_cannot_be_read_may_pass(body: object) -> None:
    with pytest.raises(CloudUnreachable, match="malformed answer for Printers"):
        answering(200, body).printers()


def test_results_for_other_events_than_those_sent_are_malformed() -> None:
    results = {"results": [{"id": "other", "outcome": "applied", "reason": None}]}
    with pytest.raises(CloudUnreachable, match="not the ids"):
        answering(200, results).sync([])


def test_fields_that_a_newer_cloud_adds_are_ignored() -> None:
    health = {"ok": True, "database": "ok", "bucket": "ok", "migration": "1", "moon": "full"}
    assert answering(200, health).health().migration == "1"


def test_the_token_goes_to_the_cloud_and_nowhere_else() -> None:
    seen: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers["authorization"])
        return httpx.Response(401, json={"detail": "unknown token"}, headers=PROBLEM)

    cloud = api(handler)
    with pytest.raises(CloudRefused) as refusal:
        cloud.printers()
    assert seen == [f"Bearer {TOKEN}"]
    assert TOKEN not in f"{cloud!r} {vars(cloud)['_exchange']!r} {refusal.value!r}"


def test_a_secret_in_a_malformed_answer_stays_out_of_the_error() -> None:
    body = {"id": "b", "customer_id": "c", "name": "n", "token": TOKEN, "created_at": TOKEN}
    with pytest.raises(CloudUnreachable) as error:
        answering(201, body).register_booth("b", name="n", license_key="k")
    assert TOKEN not in str(error.value)
    assert error.value.__cause__ is None
    assert error.value.__context__ is None


def test_secrets_stay_out_of_reprs() -> None:
    body = {
        "endpoint": "http://s3.invalid",
        "bucket": "b",
        "region": "auto",
        "prefix": "c/",
        "access_key_id": TOKEN,
        "secret_access_key": TOKEN,
        "session_token": None,
        "expires_at": "2026-01-01T00:00:00Z",
    }
    assert TOKEN not in repr(answering(200, body).upload_credentials())


@pytest.mark.parametrize("error", [httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError])
def test_a_kept_connection_that_was_closed_meanwhile_is_no_outage(
    error: type[httpx.TransportError],
) -> None:
    failures = [error("connection reset by peer")]

    def handler(_: httpx.Request) -> httpx.Response:
        if failures:
            raise failures.pop()
        return httpx.Response(200, json={"printers": []})

    assert api(handler).printers() == ()
