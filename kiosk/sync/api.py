"""The cloud's API as the booth uses it.

Every method raises CloudUnreachable where there is no answer, none of the cloud's own, or one
that cannot be read, and CloudRefused where the cloud understood and said no. Every call may be
repeated: the cloud knows what it has seen by its id.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from kiosk.domain.errors import CloudRefused, CloudUnreachable
from kiosk.sync import wire
from kiosk.sync.errors import CloudFailing

if TYPE_CHECKING:
    import httpx

    from kiosk.sync.exchange import Exchange, Reply
    from kiosk.sync.outbox import Entry


class CloudApi:
    """Two threads and more may share it. ``token`` is this booth's, or gives it at each call:
    a booth may be activated while it runs. ``transport`` is for tests that need no server."""

    def __init__(
        self,
        url: str,
        token: str | Callable[[], str | None] | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._url = url
        self._token = token if callable(token) else lambda: token
        self._transport = transport
        self._opening = threading.Lock()
        self._exchange: Exchange | None = None
        self._reachable: bool | None = None

    def __repr__(self) -> str:
        return f"CloudApi({self._url!r})"

    @property
    def reachable(self) -> bool | None:
        """Whether the cloud answered when last asked; None before the first time."""
        return self._reachable

    def create_customer(
        self, customer_id: str, *, name: str, email: str, phone: str | None, license_key: str
    ) -> wire.Customer:
        """Creates the licence's holder or, where the licence is known, adopts the stored one."""
        body = {
            "id": customer_id,
            "name": name,
            "email": email,
            "phone": phone,
            "license_key": license_key,
        }
        return self._call("POST", "/api/customers", body).read(wire.Customer)

    def register_booth(self, booth_id: str, *, name: str, license_key: str) -> wire.Booth:
        """A new token for this booth; one that it had before stops working."""
        body = {"id": booth_id, "name": name, "license_key": license_key}
        return self._call("POST", "/api/booths", body).read(wire.Booth)

    def license(self) -> wire.License:
        """How this booth's licence stands."""
        return self._call("GET", "/api/license").read(wire.License)

    def create_payment(
        self,
        payment_id: str,
        *,
        customer_id: str,
        session_id: str,
        amount: int,
        method: str,
        created_at: str,
        expires_in_s: int,
    ) -> wire.Payment:
        """``amount`` is in whole rupiah. Repeated, it answers the payment that is there."""
        body = {
            "id": payment_id,
            "customer_id": customer_id,
            "session_id": session_id,
            "amount": amount,
            "method": method,
            "created_at": created_at,
            "expires_in_s": expires_in_s,
        }
        return self._call("POST", "/api/payments", body).read(wire.Payment)

    def payment(self, payment_id: str, *, verify: bool = False) -> wire.Payment:
        """The payment as the cloud has it; with ``verify`` Xendit is asked first."""
        path = f"/api/payments/{quote(payment_id, safe='')}"
        return self._call("GET", path + ("?verify=1" if verify else "")).read(wire.Payment)

    def cancel_payment(self, payment_id: str) -> wire.Payment:
        """The payment afterwards: failed, or completed where the guest was faster."""
        path = f"/api/payments/{quote(payment_id, safe='')}/cancel"
        reply = self._call("POST", path, also=(409,))
        if reply.status == 409:
            return reply.read(wire.PaidMeanwhile).payment
        return reply.read(wire.Payment)

    def refund_payment(self, payment_id: str) -> wire.Payment:
        """Asks Xendit to give a QRIS payment back, whole; refused (409) where it isn't paid."""
        path = f"/api/payments/{quote(payment_id, safe='')}/refund"
        return self._call("POST", path).read(wire.Payment)

    def late_payments(self) -> tuple[wire.Payment, ...]:
        """Those of the customer that were paid late, in the last 30 days; the newest first."""
        return self._call("GET", "/api/payments?late=1").read(wire.Payments).payments

    def voucher_key(self) -> wire.VoucherKey:
        return self._call("GET", "/api/vouchers/key").read(wire.VoucherKey)

    def used_vouchers(self, after: str | None) -> wire.UsedVouchers:
        """A page of the customer's used vouchers, beginning behind the cursor ``after``."""
        query = "" if after is None else f"?{urlencode({'after': after})}"
        return self._call("GET", f"/api/vouchers/used{query}").read(wire.UsedVouchers)

    def prices(self) -> tuple[wire.Price, ...]:
        """All prices of this booth's customer, withdrawn ones too."""
        return self._call("GET", "/api/prices").read(wire.Prices).prices

    def report(self, start: str, end: str, booth: str | None = None) -> wire.Report:
        """What was paid from ``start`` on and before ``end`` (ISO UTC) at this booth, at the one
        with the id ``booth``, or at ``all`` of the customer's."""
        query = {"from": start, "to": end} | ({} if booth is None else {"booth": booth})
        return self._call("GET", f"/api/report?{urlencode(query)}").read(wire.Report)

    def photo(self, photo_id: str) -> wire.Photo:
        return self._call("GET", f"/api/photos/{quote(photo_id, safe='')}").read(wire.Photo)

    def printers(self) -> tuple[wire.Printer, ...]:
        """All printers of this booth's customer."""
        return self._call("GET", "/api/printers").read(wire.Printers).printers

    def sync(self, entries: Sequence[Entry]) -> tuple[wire.EventResult, ...]:
        """Hands over 1 to 100 events at once; one result for each, in the same order."""
        events = [{"id": e.id, "kind": e.kind, "body": dict(e.body)} for e in entries]
        results = self._call("POST", "/api/sync", {"events": events}).read(wire.EventResults)
        if [result.id for result in results.results] != [entry.id for entry in entries]:
            raise CloudUnreachable("malformed answer for EventResults: not the ids that were sent")
        return results.results

    def upload_credentials(self) -> wire.UploadCredentials:
        return self._call("POST", "/api/upload-credentials", {}).read(wire.UploadCredentials)

    def health(self) -> wire.Health:
        """What works in the cloud and what does not; an answer of either kind is no error."""
        return self._call("GET", "/api/health", also=(503,)).read(wire.Health)

    def close(self) -> None:
        with self._opening:
            if self._exchange is not None:
                self._exchange.close()
                self._exchange = None

    def _call(
        self,
        method: str,
        path: str,
        body: Mapping[str, object] | None = None,
        also: tuple[int, ...] = (),
    ) -> Reply:
        try:
            reply = self._open().call(method, path, token=self._token(), body=body, also=also)
        except (CloudFailing, CloudRefused):
            self._reachable = True
            raise
        except CloudUnreachable:
            self._reachable = False
            raise
        self._reachable = True
        return reply

    def _open(self) -> Exchange:
        """httpx and its TLS context take 0.2 s: whoever calls first pays, not the start-up."""
        from kiosk.sync.exchange import Exchange

        with self._opening:
            if self._exchange is None:
                self._exchange = Exchange(self._url, self._transport)
            return self._exchange
