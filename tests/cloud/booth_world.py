"""A booth's rows in the local cloud, for tests that knock at the cloud's doors."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from pathlib import Path

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_der_private_key

from kiosk.clock import RandomKeys
from kiosk.domain.identity import Identity
from tests.sync.bench_parts import photo, printer
from tests.sync.local_cloud import LocalCloud
from tests.sync.makers import Maker

MADE = "2026-07-30T10:00:00.000Z"

_new_id = RandomKeys().new_id


@dataclass(frozen=True)
class BoothWorld:
    """``payments`` stand for all that can be: open, cancelled, and paid in cash. ``unpaid`` is for
    one who plays a guest; ``refunding`` was paid, and goes back. ``revocation`` is of a licence
    that nobody has.
    """

    who: Identity
    callback_token: str
    payments: tuple[dict[str, object], ...]
    unpaid: dict[str, object]
    refunding: dict[str, object]
    revocation: str
    photo: dict[str, object]
    printer: dict[str, object]


def furnish(cloud: LocalCloud, data: Path, who: Identity) -> BoothWorld:
    secrets = json.loads((data / "secrets.json").read_text())
    headers = {"authorization": f"Bearer {who.token}"}
    with httpx.Client(base_url=cloud.url, headers=headers) as client:
        payments = tuple(
            _post(client, "/api/payments", p) for p in (_qris(who), _qris(who), _cash(who))
        )
        cancelled = _post(client, f"/api/payments/{payments[1]['id']}/cancel", {})
        return BoothWorld(
            who=who,
            callback_token=secrets["xendit_callback_token"],
            refunding=_refunding(client, who, secrets["xendit_callback_token"]),
            unpaid=_post(client, "/api/payments", _qris(who)),
            revocation=_maker(secrets["license_private_key"]).revocation(id="lost"),
            payments=(payments[0], cancelled, payments[2]),
            photo=_post(client, "/api/photos", dict(photo(who).body)),
            printer=_post(client, "/api/printers", dict(printer(who).body)),
        )


def _refunding(client: httpx.Client, who: Identity, token: str) -> dict[str, object]:
    """Paid at the stand-in, and heard of at once."""
    payment = _post(client, "/api/payments", _qris(who))
    client.post(f"/api/payments/{payment['id']}/simulate").raise_for_status()
    report = {
        "payment_request_id": payment["xendit_payment_id"],
        "reference_id": payment["id"],
        "request_amount": payment["amount"],
        "currency": "IDR",
        "status": "SUCCEEDED",
    }
    news = {"event": "payment.capture", "data": report}
    heard = client.post("/api/webhooks/xendit", json=news, headers={"x-callback-token": token})
    heard.raise_for_status()
    return _post(client, f"/api/payments/{payment['id']}/refund", {})


def _maker(private_key: str) -> Maker:
    key = load_der_private_key(base64.urlsafe_b64decode(private_key + "=="), password=None)
    assert isinstance(key, Ed25519PrivateKey)
    return Maker(key)


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
