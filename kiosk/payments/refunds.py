"""Giving a QRIS payment back: the cloud asks Xendit."""

from __future__ import annotations

from typing import Literal, Protocol, assert_never

import structlog

from kiosk.domain.errors import CloudRefused, CloudUnreachable

log = structlog.get_logger()

NOT_TO_BE_GIVEN_BACK = (404, 409)  # not ours, or never paid by QRIS


class RefundRow(Protocol):
    """A payment as the cloud has it."""

    @property
    def refund_status(self) -> Literal["pending", "succeeded", "failed"] | None: ...


class RefundApi(Protocol):
    def refund_payment(self, payment_id: str) -> RefundRow:
        """Raises CloudUnreachable and CloudRefused. Repeating it is harmless."""


class QrisRefunds:
    def __init__(self, api: RefundApi) -> None:
        self._api = api

    def refund(self, payment_id: str) -> bool | None:
        """Whether Xendit gives the payment back; None where that isn't known yet. Asking again is
        harmless. Raises CloudUnreachable."""
        try:
            row = self._api.refund_payment(payment_id)
        except CloudRefused as refusal:
            if refusal.status not in NOT_TO_BE_GIVEN_BACK:
                raise CloudUnreachable(f"the cloud does not say: {refusal}") from refusal
            log.warning("refund refused", payment=payment_id, reason=str(refusal))
            return False
        match row.refund_status:
            case "succeeded":
                return True
            case "failed":
                log.warning("refund failed", payment=payment_id)
                return False
            case "pending" | None:
                return None
            case _:
                assert_never(row.refund_status)
