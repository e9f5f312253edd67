"""What is kept about vouchers: the customer's key, those that are used, and wrong tries."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from peewee import Database

from kiosk.domain.times import iso, moment
from kiosk.domain.tries import Tries
from kiosk.domain.vouchers import UsedVoucher, VoucherKey
from kiosk.store.models import Payment, Setting, VoucherUse

KEY = "voucher-key"
CURSOR = "voucher-cursor"
TRIES = "voucher-tries"


@dataclass(frozen=True)
class Use:
    """A voucher and the payments with it that are known here; ``uses`` may be more, at other
    booths. ``used_at`` is when the first was made, ISO UTC."""

    voucher_id: str
    used_at: str
    payment_ids: tuple[str, ...]
    uses: int


class VoucherBook:
    def __init__(self, database: Database) -> None:
        self._database = database

    def key(self) -> VoucherKey | None:
        """None until the cloud has told it."""
        kept = _setting(KEY)
        if kept is None:
            return None
        fields = json.loads(kept)
        return VoucherKey(fields["id"], base64.b64decode(fields["key"]))

    def keep_key(self, key: VoucherKey) -> None:
        """Whoever has it makes vouchers that every booth of the customer takes."""
        _set(KEY, json.dumps({"id": key.id, "key": base64.b64encode(key.key).decode()}))

    def tries(self) -> Tries:
        kept = _setting(TRIES)
        if kept is None:
            return Tries()
        fields = json.loads(kept)
        return Tries(fields["wrong"], moment(fields["last"]))

    def record(self, *, good: bool, now: datetime) -> None:
        """One more wrong code, or a good one, which starts the count anew. On disk at return."""
        with self._database.atomic("IMMEDIATE"):
            if good:
                Setting.delete().where(Setting.key == TRIES).execute()
            else:
                wrong = self.tries().wrong + 1
                _set(TRIES, json.dumps({"wrong": wrong, "last": iso(now)}))

    def is_used(self, voucher_id: str) -> bool:
        """Whether a payment was made with it, or is being made, here or at another booth."""
        here = Payment.select().where(_by_voucher(), Payment.voucher_id == voucher_id)
        told = VoucherUse.select().where(VoucherUse.voucher_id == voucher_id)
        return bool(here.exists() or told.exists())

    def cursor(self) -> str | None:
        """How far the cloud's list of used vouchers is known; None for nothing of it."""
        return _setting(CURSOR)

    def learn(self, used: Iterable[UsedVoucher], cursor: str | None) -> None:
        """Keeps a page of the cloud's list, and how far it goes, or nothing. A repetition changes
        nothing; nothing is ever unlearned."""
        with self._database.atomic("IMMEDIATE"):
            for use in used:
                _learn(use)
            if cursor is not None:
                _set(CURSOR, cursor)

    def used(self) -> tuple[Use, ...]:
        """All that are known to be used: those used more than once first, then the newest."""
        found = {row.voucher_id: _told(row) for row in VoucherUse.select()}
        for row in Payment.select().where(_by_voucher()).order_by(Payment.created_at, Payment.id):
            voucher_id, at = str(row.voucher_id), row.paid_at or row.created_at
            found[voucher_id] = _with(found.get(voucher_id), voucher_id, row.id, at)
        newest = sorted(found.values(), key=lambda use: (use.used_at, use.voucher_id), reverse=True)
        return tuple(sorted(newest, key=lambda use: use.uses <= 1))

    def used_twice(self) -> tuple[Use, ...]:
        """The newest first."""
        return tuple(use for use in self.used() if use.uses > 1)


def _by_voucher() -> object:
    return (
        (Payment.method == "voucher")
        & Payment.voucher_id.is_null(is_null=False)
        & (Payment.status != "failed")
    )


def _learn(use: UsedVoucher) -> None:
    """Of several payments with one voucher the first is kept, and how many there are."""
    known = VoucherUse.get_or_none(VoucherUse.voucher_id == use.voucher_id)
    uses = use.uses
    if known is not None:
        uses = max(known.uses, uses)
        if known.used_at <= use.used_at:
            VoucherUse.update(uses=uses).where(VoucherUse.voucher_id == use.voucher_id).execute()
            return
    VoucherUse.insert(
        voucher_id=use.voucher_id, payment_id=use.payment_id, used_at=use.used_at, uses=uses
    ).on_conflict_replace().execute()


def _told(row: VoucherUse) -> Use:
    return Use(row.voucher_id, row.used_at, (row.payment_id,), row.uses)


def _with(use: Use | None, voucher_id: str, payment_id: str, at: str) -> Use:
    if use is None:
        return Use(voucher_id, at, (payment_id,), 1)
    if payment_id in use.payment_ids:
        return use
    payment_ids = (*use.payment_ids, payment_id)
    return Use(voucher_id, min(use.used_at, at), payment_ids, max(use.uses, len(payment_ids)))


def _setting(key: str) -> str | None:
    row = Setting.get_or_none(Setting.key == key)
    return None if row is None else str(row.value)


def _set(key: str, value: str) -> None:
    Setting.insert(key=key, value=value).on_conflict_replace().execute()
