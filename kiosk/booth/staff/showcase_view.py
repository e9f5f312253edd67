"""The prints that the attract screen shows, as staff see and clear them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ClearShowcase:
    pass
