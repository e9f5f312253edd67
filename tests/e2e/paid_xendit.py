"""The payment stand-in as the storm uses it: guests pay there, and it is made to fail."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

Fault = dict[str, object]

PAYS_LATE: Fault = {"fault": "pays_late"}
"""Always on: a guest may pay what was cancelled, as at Xendit."""


@dataclass(frozen=True)
class Request:
    """A payment request as the stand-in has it on disk. ``amount`` is in whole rupiah."""

    id: str
    payment_id: str
    amount: int
    paid: bool
    told: bool
    refunded: bool
    raw: dict[str, Any]


class Xendit:
    """May be used from any thread."""

    def __init__(self, url: str, folder: Path) -> None:
        self._client = httpx.Client(base_url=url, timeout=30.0)
        self._folder = folder / "xendit-stand-in"
        self._secrets = folder / "secrets.json"
        self._lock = threading.Lock()
        self._api: tuple[Fault, ...] = ()
        self._webhook: tuple[Fault, ...] = ()
        self._put()

    def close(self) -> None:
        self._client.close()

    def fail_calls(self, *faults: Fault) -> None:
        with self._lock:
            self._api = faults
            self._put()

    def fail_webhooks(self, *faults: Fault) -> None:
        with self._lock:
            self._webhook = faults
            self._put()

    def heal(self) -> None:
        with self._lock:
            self._api = self._webhook = ()
            self._put()

    def pay(self, payment_id: str) -> None:
        """As a guest's phone does; also what was cancelled or has expired."""
        self._client.post(f"/pay/{payment_id}")

    def requests(self) -> tuple[Request, ...]:
        texts = [file.read_text(encoding="utf-8") for file in self._folder.glob("pr-*.json")]
        return tuple(_request(json.loads(text)) for text in texts)

    def tell_again(self, api: str, request: Request) -> None:
        """As Xendit's dashboard does on a merchant's click."""
        names = ("reference_id", "payment_request_id", "status", "request_amount")
        data = {name: request.raw[name] for name in names} | {"currency": "IDR"}
        data["payment_id"] = request.id.replace("pr-", "py-", 1)
        token = json.loads(self._secrets.read_text(encoding="utf-8"))["xendit_callback_token"]
        self._client.post(
            f"{api}/api/webhooks/xendit",
            headers={"x-callback-token": token, "webhook-id": f"again-{request.id}"},
            json={
                "event": "payment.capture",
                "business_id": "stand-in",
                "created": request.raw["updated"],
                "data": data | {"updated": request.raw["updated"]},
            },
        ).raise_for_status()

    def _put(self) -> None:
        faults = [PAYS_LATE, *self._webhook, *self._api]
        self._client.put("/faults", json={"faults": faults}).raise_for_status()


def _request(raw: dict[str, Any]) -> Request:
    return Request(
        id=raw["payment_request_id"],
        payment_id=raw["reference_id"],
        amount=raw["request_amount"],
        paid=raw["status"] == "SUCCEEDED",
        told=all(webhook["delivered"] for webhook in raw["webhooks"]),
        refunded=raw.get("refund", {}).get("status") == "SUCCEEDED",
        raw=raw,
    )
