"""What the engine is run with in tests: an outbox in memory, a clock by hand, a faulty wire."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import httpx

from kiosk.clock import RandomKeys
from kiosk.domain.identity import Identity
from kiosk.domain.outbox import Kinds
from kiosk.domain.times import iso

new_id = RandomKeys().new_id


LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass
class Row:
    kind: str
    row_id: str
    body: Mapping[str, object]
    id: str = field(default_factory=new_id)
    attempts: int = 0
    next_attempt_at: datetime = LONG_AGO
    delivered_at: datetime | None = None
    last_error: str | None = None


class MemoryOutbox:
    """The store's outbox by its rules: an entry leaves by being delivered, and in no other way."""

    def __init__(self, rows: Sequence[Row] = ()) -> None:
        self.rows = list(rows)
        self._changed = threading.Condition()

    def put(self, *rows: Row) -> None:
        with self._changed:
            self.rows.extend(rows)

    def due(self, now: datetime, limit: int, kinds: Kinds) -> Sequence[Row]:
        with self._changed:
            due = [r for r in self.rows if not r.delivered_at and r.next_attempt_at <= now]
            return [r for r in due if (r.kind in kinds.names) is not kinds.others][:limit]

    def delivered(self, entry_id: str, now: datetime) -> None:
        with self._changed:
            row = self._row(entry_id)
            row.attempts += 1
            row.delivered_at, row.last_error = now, None
            self._changed.notify_all()

    def failed(self, entry_id: str, next_attempt_at: datetime, error: str) -> None:
        with self._changed:
            row = self._row(entry_id)
            row.attempts += 1
            row.next_attempt_at, row.last_error = next_attempt_at, error
            self._changed.notify_all()

    def depth(self) -> int:
        with self._changed:
            return self._depth()

    def hurry(self, now: datetime) -> None:
        with self._changed:
            for row in self.rows:
                row.next_attempt_at = now

    def wait_for_depth(self, depth: int, timeout: float) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: self._depth() <= depth, timeout)

    def _depth(self) -> int:
        return sum(row.delivered_at is None for row in self.rows)

    def _row(self, entry_id: str) -> Row:
        return next(row for row in self.rows if row.id == entry_id)


class Hands:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.elapsed = 0.0

    def now(self) -> datetime:
        return datetime(2026, 6, 1, tzinfo=UTC) + timedelta(seconds=self.elapsed)

    def monotonic(self) -> float:
        return self.elapsed

    def turn(self, seconds: float) -> None:
        self.elapsed += seconds


Fault = Callable[[httpx.Request], httpx.Response | None]


class FaultyWire(httpx.BaseTransport):
    """The real way to the real cloud, with faults on request. ``paths`` are the calls it saw."""

    def __init__(self, fault: Fault = lambda _: None) -> None:
        self.fault = fault
        self.paths: list[str] = []
        self._inner = httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.paths.append(request.url.path)
        return self.fault(request) or self._inner.handle_request(request)

    def close(self) -> None:
        self._inner.close()


def offline(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("no route to host", request=request)


def printer(who: Identity, **changes: object) -> Row:
    body: dict[str, object] = {
        "id": new_id(),
        "customer_id": who.customer_id,
        "name": "Lobby printer",
        "type": "dye-sub",
        "connection_type": "usb",
        "is_default": 0,
        "created_at": iso(datetime.now(UTC)),
        "version": 1,
    }
    body |= changes
    return Row("printer", str(body["id"]), body)


def photo(who: Identity, **changes: object) -> Row:
    session_id = new_id()
    folder = f"{who.customer_id}/photos/2026/06/01/{session_id}"
    body: dict[str, object] = {
        "id": new_id(),
        "customer_id": who.customer_id,
        "r2_key": f"{folder}/print.jpg",
        "print_status": "pending",
        "printer_id": None,
        "created_at": iso(datetime.now(UTC)),
        "session_id": session_id,
        "payment_id": None,
        "code": RandomKeys().download_code(),
        "version": 1,
        "uploaded_at": None,
        "shots": [f"{folder}/shot-1.jpg"],
    }
    body |= changes
    return Row("photo", str(body["id"]), body)


def upload(path: str, key: str) -> Row:
    body = {"path": path, "key": key, "content_type": "image/jpeg"}
    return Row("upload", new_id(), body)
