"""The real clock and the real keys: the only places where time and chance come in."""

from __future__ import annotations

import secrets
import time
from datetime import UTC, datetime

import uuid6

CLAIM_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without I, L, O, 0 and 1, which are misread."""


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic_ns(self) -> int:
        return time.monotonic_ns()


class RandomKeys:
    def new_id(self) -> str:
        return str(uuid6.uuid7())

    def download_code(self) -> str:
        return secrets.token_urlsafe(16)

    def claim_code(self) -> str:
        return "".join(secrets.choice(CLAIM_LETTERS) for _ in range(5))
