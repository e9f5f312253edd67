"""Amounts of money: whole rupiah, as ``int``."""

from __future__ import annotations


def rupiah(amount: int) -> str:
    """The amount as Indonesians write it: ``Rp 35.000``."""
    return f"Rp {amount:,}".replace(",", ".")
