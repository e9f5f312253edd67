"""Who this booth is to the cloud."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Identity:
    """Made by activation. ``token`` and ``license_key`` are secrets: they stay out of reprs."""

    customer_id: str
    booth_id: str
    license_key: str = field(repr=False)
    token: str = field(repr=False)
