"""Amounts of money: whole rupiah, as ``int``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Bill:
    """A bill that a bill acceptor took. ``id`` is its payment's, ``amount`` in whole rupiah."""

    id: str
    amount: int


def rupiah(amount: int) -> str:
    """The amount as Indonesians write it: ``Rp 35.000``."""
    return f"Rp {amount:,}".replace(",", ".")
