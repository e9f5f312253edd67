"""How each kind of outbox entry is brought to the cloud."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import assert_never

from kiosk.domain.errors import CloudRefused
from kiosk.sync.api import CloudApi
from kiosk.sync.outbox import Entry
from kiosk.sync.uploads import Uploads
from kiosk.sync.wire import EventResult

EVENT_KINDS = frozenset({"photo", "printer", "payment"})
UPLOAD = "upload"


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
    """``on_paid(payment_id, paid_at)`` hears, at least once, of a payment that was made before
    its cancelling arrived; only then the entry counts as acknowledged.
    """

    api: CloudApi
    uploads: Uploads
    on_paid: Callable[[str, str], None]

    def run(self, entries: Sequence[Entry]) -> list[Verdict]:
        """A verdict for each entry, in the same order: events together, others one at a time.

        Raises CloudUnreachable and CloudRefused: then there is no verdict on any.
        """
        if all(entry.kind in EVENT_KINDS for entry in entries):
            return self._tell(entries)
        [entry] = entries
        match entry.kind:
            case "upload":
                return [self._upload(entry)]
            case "cancel_payment":
                return [self._cancel(entry)]
            case unknown:
                return [Rejected(f"this version knows no entry of kind {unknown!r}")]

    def _tell(self, entries: Sequence[Entry]) -> list[Verdict]:
        return [_verdict(result) for result in self.api.sync(entries)]

    def _cancel(self, entry: Entry) -> Verdict:
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
                self.on_paid(payment.id, payment.paid_at or payment.created_at)
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
