"""Who this booth is: a part of the composition root."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.domain.identity import Identity


@dataclass(frozen=True)
class Who:
    """Who this booth is to the cloud, asked at each call: it may be activated while it runs."""

    identity: Callable[[], Identity | None]

    def token(self) -> str | None:
        who = self.identity()
        return None if who is None else who.token

    def customer_id(self) -> str:
        """Empty before activation, when nothing is sold."""
        who = self.identity()
        return "" if who is None else who.customer_id
