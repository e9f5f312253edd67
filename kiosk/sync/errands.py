"""How each kind of outbox entry is brought to the cloud."""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import assert_never

from kiosk.domain.errors import CloudRefused
from kiosk.domain.outbox import Kinds
from kiosk.sync.api import CloudApi
from kiosk.sync.outbox import Entry
from kiosk.sync.uploads import Uploads
from kiosk.sync.wire import EventResult


class Errand(enum.Enum):
    """In the order in which they are run.

    Money first, then what a guest's page shows ("on its way"), then the files themselves.
    """

    CLOSE = "close"
    TELL = "tell"
    UPLOAD = "upload"


TOLD = frozenset({"photo", "printer", "payment", "price"})
UPLOADED = frozenset({"upload"})


def kinds_of(errand: Errand) -> Kinds:
    """A kind that is not known goes first and alone: it must neither be lost nor block others."""
    match errand:
        case Errand.TELL:
            return Kinds(TOLD)
        case Errand.UPLOAD:
            return Kinds(UPLOADED)
        case Errand.CLOSE:
            return Kinds(TOLD | UPLOADED, others=True)
        case _:
            assert_never(errand)


@dataclass(frozen=True)
class Acknowledged:
    pass


@dataclass(frozen=True)
class Rejected:
    """To be tried again: the reason may be gone by then."""

    reason: str


Verdict = Acknowledged | Rejected


@dataclass(frozen=True)
class Errands:
    """``on_paid(payment_id, paid_at, amount)`` hears, at least once, of a payment that was made
    before its cancelling arrived; only then the entry counts as acknowledged.
    """

    api: CloudApi
    uploads: Uploads
    on_paid: Callable[[str, str, int], None]

    def run(self, errand: Errand, entries: Sequence[Entry]) -> list[Verdict]:
        """A verdict for each of ``entries``, which all are of ``errand``, in the same order.

        Raises CloudUnreachable and CloudRefused: then there is no verdict on any.
        """
        match errand:
            case Errand.TELL:
                return [_verdict(result) for result in self.api.sync(entries)]
            case Errand.UPLOAD:
                return [self._upload(entry) for entry in entries]
            case Errand.CLOSE:
                return [self._close(entry) for entry in entries]
            case _:
                assert_never(errand)

    def _close(self, entry: Entry) -> Verdict:
        if entry.kind != "cancel_payment":
            return Rejected(f"this version knows no entry of kind {entry.kind!r}")
        try:
            payment = self.api.cancel_payment(entry.row_id)
        except CloudRefused as refusal:
            if refusal.status == 404:  # never made, so nobody can pay it
                return Acknowledged()
            raise
        match payment.status:
            case "failed":
                return Acknowledged()
            case "completed":
                self.on_paid(payment.id, payment.paid_at or payment.created_at, payment.amount)
                return Acknowledged()
            case "pending" | "processing":
                return Rejected("the payment is still open")
            case _:
                assert_never(payment.status)

    def _upload(self, entry: Entry) -> Verdict:
        try:
            path, key, content_type = (
                str(entry.body[name]) for name in ("path", "key", "content_type")
            )
            self.uploads.put(path, key, content_type)
        except KeyError as missing:
            return Rejected(f"the entry has no {missing}")
        except OSError as error:
            return Rejected(f"the file cannot be read: {error}")
        return Acknowledged()


def _verdict(result: EventResult) -> Verdict:
    match result.outcome:
        case "applied" | "duplicate":
            return Acknowledged()
        case "rejected":
            return Rejected(result.reason or "rejected without a reason")
        case _:
            assert_never(result.outcome)
