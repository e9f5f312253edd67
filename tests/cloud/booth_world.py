"""A booth's rows in the local cloud, for tests that knock at the cloud's doors."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import httpx

from kiosk.clock import RandomKeys
from kiosk.domain.identity import Identity
from tests.sync.bench_parts import photo, printer
from tests.sync.local_cloud import LocalCloud

MADE = "2026-07-30T10:00:00.000Z"

_new_id = RandomKeys().new_id


@dataclass(frozen=True)
class BoothWorld:
    """``payments`` stand for all that can be: open, cancelled, and paid in cash."""

    who: Identity
    callback_token: str
    payments: tuple[dict[str, object], ...]
    photo: dict[str, object]
    printer: dict[str, object]


def furnish(cloud: LocalCloud, data: Path, who: Identity) -> BoothWorld:
    headers = {"authorization": f"Bearer {who.token}"}
    with httpx.Client(base_url=cloud.url, headers=headers) as client:
        payments = tuple(
            _post(client, "/api/payments", p) for p in (_qris(who), _qris(who), _cash(who))
        )
        cancelled = _post(client, f"/api/payments/{payments[1]['id']}/cancel", {})
        return BoothWorld(
            who=who,
            callback_token=json.loads((data / "secrets.json").read_text())["xendit_callback_token"],
            payments=(payments[0], cancelled, payments[2]),
            photo=_post(client, "/api/photos", dict(photo(who).body)),
            printer=_post(client, "/api/printers", dict(printer(who).body)),
        )


def _qris(who: Identity) -> dict[str, object]:
    return _payment(who, "qris")


def _cash(who: Identity) -> dict[str, object]:
    return _payment(who, "cash")


def _payment(who: Identity, method: str) -> dict[str, object]:
    sale = {"amount": 35_000, "method": method, "created_at": MADE}
    return {"id": _new_id(), "customer_id": who.customer_id, **sale}


def _post(client: httpx.Client, path: str, body: dict[str, object]) -> dict[str, object]:
    answer = client.post(path, json=body).raise_for_status()
    told: dict[str, object] = answer.json()
    return told
