"""What the cloud answers, checked field by field before the booth believes it.

Fields that are not named here are ignored, so that a newer cloud can talk to an older booth.
Times are text, UTC, ISO 8601 with milliseconds; amounts are whole rupiah.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from kiosk.domain.prices import MOST
from kiosk.domain.times import iso, moment

Key = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Text = Annotated[str, StringConstraints(max_length=4000)]
Name = Annotated[
    # Names go to terminals and screens, where a control character is more than a character.
    str,
    StringConstraints(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f-\x9f]+$"),
]
Secret = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
ObjectKey = Annotated[str, StringConstraints(min_length=1, max_length=1024)]
Moment = Annotated[
    str, StringConstraints(max_length=40), AfterValidator(lambda text: iso(moment(text)))
]
Rupiah = Annotated[int, Field(ge=0, le=10_000_000_000)]
PriceTag = Annotated[int, Field(ge=0, le=MOST)]
Count = Annotated[int, Field(ge=0)]
Total = Annotated[int, Field(ge=0)]
Version = Annotated[int, Field(ge=0)]


class Answer(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="ignore")


class Customer(Answer):
    """RFC-007's ``customers``. The id is the stored row's, which may differ from the one sent."""

    id: Key
    name: Text
    email: Text
    phone: Text | None
    license_key: Secret = Field(repr=False)
    license_type: Literal["starter", "pro", "enterprise"]
    purchase_date: Text
    created_at: Moment
    updated_at: Moment


class Booth(Answer):
    """``token`` is told this once."""

    id: Key
    customer_id: Key
    name: Text
    token: Secret = Field(repr=False)
    created_at: Moment


class License(Answer):
    """``revocation`` is the signed text that says so, where it was revoked."""

    type: Literal["starter", "pro", "enterprise"]
    expires: Key
    status: Literal["valid", "expired", "revoked"]
    revocation: Text | None


class Payment(Answer):
    """``paid_late``: paid after it could not be paid any more; for a person, or to be given back.

    ``refund_status`` is None where nobody has asked for the money back.
    """

    id: Key
    customer_id: Key
    xendit_payment_id: Text | None
    amount: Rupiah
    platform_fee: Rupiah
    status: Literal["pending", "processing", "completed", "failed"]
    method: Literal["qris", "cash", "voucher"]
    qr_string: Text | None
    expires_at: Moment | None
    paid_at: Moment | None
    created_at: Moment
    booth_id: Key | None = None
    session_id: Key | None = None
    paid_late: bool = False
    refund_status: Literal["pending", "succeeded", "failed"] | None = None
    refunded_at: Moment | None = None


class PaidMeanwhile(Answer):
    """The problem that answers a cancel which came too late."""

    payment: Payment


class Payments(Answer):
    payments: Annotated[tuple[Payment, ...], Field(max_length=100)]


class VoucherKey(Answer):
    """``key`` is 32 bytes in base64url, one for all booths of the customer."""

    id: Annotated[int, Field(ge=0, le=7)]
    key: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{43}$")] = Field(repr=False)


class UsedVoucher(Answer):
    """``uses`` counts the payments with this voucher."""

    voucher: Key
    payment_id: Key
    session_id: Key | None
    used_at: Moment
    uses: Annotated[int, Field(ge=1)]


class UsedVouchers(Answer):
    """``next`` is the cursor of the page after this one; None where there is none yet."""

    vouchers: Annotated[tuple[UsedVoucher, ...], Field(max_length=500)]
    next: Text | None


class Price(Answer):
    id: Key
    customer_id: Key
    package: Key
    event: Text
    price: PriceTag
    extra_copy: PriceTag
    valid_from: Moment | None
    valid_to: Moment | None
    withdrawn: bool
    created_at: Moment
    version: Version


class Prices(Answer):
    prices: Annotated[tuple[Price, ...], Field(max_length=1000)]


class MethodTotals(Answer):
    """Amounts are whole rupiah."""

    count: Count
    amount: Total
    platform_fee: Total
    refunded_count: Count
    refunded_amount: Total


class LateTotals(Answer):
    """Of payments that came after they could not be paid any more."""

    count: Count
    amount: Total


class VoucherUsedTwice(Answer):
    voucher: Key
    payment_ids: Annotated[tuple[Key, ...], Field(max_length=1000)]


class PhotoTotals(Answer):
    pending: Count
    printing: Count
    completed: Count
    failed: Count


class Report(Answer):
    """What the cloud counts of completed payments with ``paid_at`` from ``start`` on and before
    ``end``. ``booth`` is a booth's id, or ``all`` of the customer's."""

    model_config = ConfigDict(frozen=True, strict=True, extra="ignore", populate_by_name=True)

    start: Moment = Field(alias="from")
    end: Moment = Field(alias="to")
    booth: Key
    methods: dict[Literal["qris", "cash", "voucher"], MethodTotals]
    late: LateTotals
    vouchers_used_twice: Annotated[tuple[VoucherUsedTwice, ...], Field(max_length=10_000)]
    photos: PhotoTotals


class Photo(Answer):
    """``shots`` and ``films`` are object keys in the bucket; ``uploaded_at`` is None until the
    print is there."""

    id: Key
    customer_id: Key
    session_id: Key
    payment_id: Key | None
    printer_id: Key | None
    r2_key: ObjectKey
    code: Key
    print_status: Literal["pending", "printing", "completed", "failed"]
    version: Version
    created_at: Moment
    uploaded_at: Moment | None
    shots: Annotated[tuple[ObjectKey, ...], Field(max_length=100)]
    films: Annotated[tuple[ObjectKey, ...], Field(max_length=10)] = ()


class Printer(Answer):
    id: Key
    customer_id: Key
    name: Name
    type: Literal["dye-sub", "inkjet", "laser"]
    connection_type: Literal["usb", "network", "ipp"]
    is_default: Literal[0, 1]
    version: Version
    created_at: Moment


class Printers(Answer):
    printers: Annotated[tuple[Printer, ...], Field(max_length=1000)]


class EventResult(Answer):
    """``reason`` says why an event was rejected."""

    id: Key
    outcome: Literal["applied", "duplicate", "rejected"]
    reason: Text | None = None


class EventResults(Answer):
    results: Annotated[tuple[EventResult, ...], Field(max_length=100)]


class UploadCredentials(Answer):
    """Keys to one bucket below ``prefix``, useless after ``expires_at``."""

    endpoint: Text
    bucket: Key
    region: Key
    prefix: ObjectKey
    access_key_id: Secret = Field(repr=False)
    secret_access_key: Secret = Field(repr=False)
    session_token: Secret | None = Field(repr=False)
    expires_at: Moment


class Health(Answer):
    """``migration`` names the newest migration that the database has, None where it has none."""

    ok: bool
    database: Text
    bucket: Text
    migration: Text | None


class Problem(Answer):
    """RFC 9457, as far as the booth reads it."""

    title: Text = ""
    detail: Text = ""
