"""One HTTP exchange with the cloud, and what its failure means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

import httpx
from pydantic import BaseModel, ValidationError

from kiosk.domain.errors import CloudRefused, CloudUnreachable
from kiosk.sync.errors import CloudBusy, CloudFailing, CloudGarbled
from kiosk.sync.wire import Problem

# Seconds. The Worker itself waits 10 for Xendit.
TIMEOUT = httpx.Timeout(12.0, connect=3.0)
LONGEST_RETRY_AFTER_S = 900.0

# The other side may close a kept connection in the moment in which it is used again, and does so
# when it answered before it had read all. Every call may be repeated, so it is, once.
BROKEN = (httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError)

A = TypeVar("A", bound=BaseModel)


@dataclass(frozen=True)
class Reply:
    status: int
    body: bytes

    def read(self, model: type[A]) -> A:
        """The answer as ``model``; CloudGarbled where it is not one: this may pass."""
        try:
            return model.model_validate_json(self.body)
        except ValidationError as error:
            # Neither the message nor the chain may carry what was sent: it can hold a secret.
            first = error.errors(include_input=False, include_url=False)[0]
            field = ".".join(map(str, first["loc"])) or "the whole"
            complaint = f"malformed answer for {model.__name__}: {field}: {first['type']}"
        raise CloudGarbled(complaint)


class Exchange:
    """Keeps connections open and the token to itself. Safe to share between threads."""

    def __init__(self, url: str, transport: httpx.BaseTransport | None) -> None:
        self._client = httpx.Client(base_url=url, transport=transport, timeout=TIMEOUT)

    def call(
        self,
        method: str,
        path: str,
        *,
        token: str | None = None,
        body: Mapping[str, object] | None = None,
        also: tuple[int, ...] = (),
    ) -> Reply:
        """The cloud's reply to a call, where it is a success or its status is one of ``also``.

        Raises CloudUnreachable, CloudBusy, CloudFailing or CloudRefused otherwise.
        """
        headers = {} if token is None else {"Authorization": f"Bearer {token}"}
        try:
            try:
                response = self._client.request(method, path, json=body, headers=headers)
            except BROKEN:
                response = self._client.request(method, path, json=body, headers=headers)
        except httpx.RequestError as error:
            raise CloudUnreachable(f"{method} {path}: {error or type(error).__name__}") from error
        if response.is_success or response.status_code in also:
            return Reply(response.status_code, response.content)
        raise _failure(f"{method} {path}", response)

    def close(self) -> None:
        self._client.close()


def _failure(call: str, response: httpx.Response) -> CloudUnreachable | CloudRefused:
    status = response.status_code
    if status in (429, 503):
        return CloudBusy(f"{call}: {status}, asked to wait", _retry_after_s(response))
    if status == 500 or (status > 500 and _own(response)):
        return CloudFailing(f"{call}: {_detail(response)}")
    if 400 <= status < 500 and (_own(response) or status == 413):
        return CloudRefused(status, _detail(response))
    return CloudUnreachable(f"{call}: {status}, not from the cloud itself")


def _own(response: httpx.Response) -> bool:
    """Whether the Worker itself answers: a portal or proxy in between can say 403 just as well."""
    content_type: str = response.headers.get("content-type", "")
    return content_type.startswith("application/problem+json")


def _detail(response: httpx.Response) -> str:
    try:
        problem = Problem.model_validate_json(response.content)
    except ValidationError:
        return response.reason_phrase
    return problem.detail or problem.title or response.reason_phrase


def _retry_after_s(response: httpx.Response) -> float | None:
    """Seconds; a date in their place counts as nothing said."""
    text = response.headers.get("retry-after", "")
    return min(float(text), LONGEST_RETRY_AFTER_S) if text.isdecimal() else None
