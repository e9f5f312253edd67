"""Vouchers at this booth: what a typed code is worth, and new codes. Neither needs a network."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, tzinfo
from typing import Protocol

import structlog

from kiosk.domain.tries import Patience, Tries
from kiosk.domain.vouchers import Voucher, VoucherKey, VoucherTrouble
from kiosk.payments import voucher_codes
from kiosk.payments.voucher_codes import SERIAL_BITS, Signed

log = structlog.get_logger()

PATIENCE = Patience(free=4, pauses_s=(30.0, 60.0, 120.0, 300.0))
"""After the fifth wrong code in a row, the sixth, and so on."""


class VoucherBook(Protocol):
    """What is kept about vouchers, on disk."""

    def key(self) -> VoucherKey | None: ...

    def is_used(self, voucher_id: str) -> bool: ...

    def tries(self) -> Tries:
        """Wrong codes since the last good one."""

    def record(self, *, good: bool, now: datetime) -> None: ...


class Vouchers:
    """``zone`` is where the booth stands, None for the machine's own: a voucher is good to the end
    of its last day there."""

    def __init__(self, book: VoucherBook, zone: tzinfo | None = None) -> None:
        self._book = book
        self._zone = zone

    def known(self) -> bool:
        """Whether vouchers can be told here: the cloud has sent the customer's key."""
        return self._book.key() is not None

    def check(self, code: str, now: datetime) -> Voucher | VoucherTrouble:
        """What ``code`` is worth. During a pause after wrong ones nothing is compared."""
        key = self._book.key()
        if key is None:
            return _refused(VoucherTrouble.NO_KEY)
        if PATIENCE.left(self._book.tries(), now):
            return _refused(VoucherTrouble.TOO_MANY_TRIES)
        signed = voucher_codes.read(code)
        if signed is None or not signed.is_genuine(key):
            self._book.record(good=False, now=now)
            return _refused(VoucherTrouble.UNREADABLE)
        voucher = signed.voucher
        if now.astimezone(self._zone).date() > voucher.expires:
            return _refused(VoucherTrouble.EXPIRED, voucher)
        if self._book.is_used(voucher.id):
            return _refused(VoucherTrouble.USED, voucher)
        self._book.record(good=True, now=now)
        return voucher


def issue(
    key: VoucherKey,
    count: int,
    discount: int | None,
    expires: date,
    *,
    random_bits: Callable[[int], int],
    is_used: Callable[[str], bool],
) -> tuple[Signed, ...]:
    """``count`` new codes, no two of them the same and none used already.

    ``discount`` is in whole rupiah, None where they are to pay everything; ``random_bits(n)`` gives
    n bits that nobody can guess. ValueError where no code can hold this.
    """
    made: dict[str, Signed] = {}
    while len(made) < count:
        signed = voucher_codes.make(key, random_bits(SERIAL_BITS), discount, expires)
        if not is_used(signed.voucher.id):
            made[signed.voucher.id] = signed
    return tuple(made.values())


def _refused(trouble: VoucherTrouble, voucher: Voucher | None = None) -> VoucherTrouble:
    """The code itself stays out of the log: whoever reads it there could use it."""
    which = {} if voucher is None else {"voucher": voucher.id}
    log.info("voucher refused", why=trouble.value, **which)
    return trouble
