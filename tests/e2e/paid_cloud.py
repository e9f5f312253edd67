"""What the cloud has, asked past the wire."""

from __future__ import annotations

from typing import Any

import httpx

from .paid_house import PaidHouse


def payment_in_cloud(house: PaidHouse, payment_id: str) -> dict[str, Any]:
    """The payment's row, empty where there is none."""
    who = house.mirror.activation.identity()
    assert who is not None
    answer = httpx.get(
        f"{house.cloud.api}/api/payments/{payment_id}",
        headers={"authorization": f"Bearer {who.token}"},
    )
    if answer.status_code == httpx.codes.NOT_FOUND:
        return {}
    answer.raise_for_status()
    found: dict[str, Any] = answer.json()
    return found
