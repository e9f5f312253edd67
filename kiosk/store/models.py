"""The tables as peewee models. The schema itself stands in ``migrations/``; times are ISO text."""

from __future__ import annotations

from peewee import (
    BooleanField,
    CompositeKey,
    DatabaseProxy,
    FloatField,
    IntegerField,
    Model,
    TextField,
)

mirror = DatabaseProxy()


class Row(Model):
    class Meta:
        database = mirror
        legacy_table_names = False


class Customer(Row):
    id = TextField(primary_key=True)
    name = TextField()
    email = TextField()
    phone = TextField(null=True)
    license_key = TextField()
    license_type = TextField()
    purchase_date = TextField()
    created_at = TextField()
    updated_at = TextField()

    class Meta:
        table_name = "customers"


class Payment(Row):
    """``amount`` and ``platform_fee`` are whole rupiah; the fee is the cloud's figure.

    ``taken_by`` is the member of staff who took cash, empty for the bill acceptor. Cash that came
    without a session has no ``session_id``. ``refund_status`` is pending, succeeded or failed.
    """

    id = TextField(primary_key=True)
    customer_id = TextField()
    xendit_payment_id = TextField(null=True)
    amount = IntegerField()
    platform_fee = IntegerField()
    status = TextField()
    paid_at = TextField(null=True)
    created_at = TextField()
    method = TextField()
    session_id = TextField(null=True)
    qr_string = TextField(null=True)
    expires_at = TextField(null=True)
    voucher_id = TextField(null=True)
    taken_by = TextField(null=True)
    refund_status = TextField(null=True)

    class Meta:
        table_name = "payments"


class Photo(Row):
    """``path`` is relative to the data directory; ``version`` grows with every change."""

    id = TextField(primary_key=True)
    customer_id = TextField()
    r2_key = TextField()
    print_status = TextField()
    printer_id = TextField(null=True)
    created_at = TextField()
    session_id = TextField()
    payment_id = TextField(null=True)
    path = TextField()
    sha256 = TextField()
    code = TextField()
    uploaded_at = TextField(null=True)
    version = IntegerField()

    class Meta:
        table_name = "photos"


class Printer(Row):
    """``queue`` is the CUPS queue's name; ``uri`` is where CUPS finds the device: both None where
    the printer is not set up here. ``pixel_sizes`` is JSON: sheet to width and height.
    """

    id = TextField(primary_key=True)
    customer_id = TextField()
    name = TextField()
    type = TextField()
    connection_type = TextField()
    is_default = BooleanField()
    created_at = TextField()
    queue = TextField(null=True)
    uri = TextField(null=True)
    version = IntegerField()
    media = TextField()
    pixel_sizes = TextField()
    right_mm = FloatField()
    down_mm = FloatField()
    scale = FloatField()
    profile = TextField(null=True)
    sheets_left = IntegerField(null=True)
    rank = IntegerField()
    paused = BooleanField()
    seconds_per_sheet = FloatField()

    class Meta:
        table_name = "printers"


class Session(Row):
    """``change_due`` is what came in beyond the price and is to go back, in whole rupiah.
    ``pictures`` are kept, going or gone from this disk."""

    id = TextField(primary_key=True)
    customer_id = TextField()
    booth_id = TextField()
    state = TextField()
    package = TextField(null=True)
    payment_id = TextField(null=True)
    created_at = TextField()
    updated_at = TextField()
    change_due = IntegerField()
    pictures = TextField(default="kept")

    class Meta:
        table_name = "sessions"


class SessionEvent(Row):
    session_id = TextField()
    seq = IntegerField()
    at = TextField()
    type = TextField()
    data = TextField()

    class Meta:
        table_name = "session_events"
        primary_key = CompositeKey("session_id", "seq")


class ShotRow(Row):
    """One take; of those of one ``seq`` the last counts."""

    id = TextField(primary_key=True)
    session_id = TextField()
    seq = IntegerField()
    path = TextField()
    taken_at = TextField()
    width = IntegerField()
    height = IntegerField()
    take = IntegerField()

    class Meta:
        table_name = "shots"


class FilmRow(Row):
    """``kind`` is boomerang or timelapse; ``path`` is relative to the data directory."""

    id = TextField(primary_key=True)
    photo_id = TextField()
    kind = TextField()
    path = TextField()
    bytes = IntegerField()
    sha256 = TextField()
    created_at = TextField()

    class Meta:
        table_name = "films"


class Shown(Row):
    """A print that its guest lets be shown on the attract screen, since ``shown_at``."""

    photo_id = TextField(primary_key=True)
    shown_at = TextField()

    class Meta:
        table_name = "showcase"


class PrintJob(Row):
    """``state`` is RFC-007's print_status (pending, printing, completed or failed) or withdrawing:
    given up, and CUPS may hold it yet. ``sheets`` came out, None where nobody knows.
    """

    id = TextField(primary_key=True)
    session_id = TextField()
    photo_id = TextField()
    printer_id = TextField()
    copies = IntegerField()
    cups_job_id = IntegerField(null=True)
    state = TextField()
    sheets = IntegerField(null=True)
    submitted_at = TextField(null=True)
    completed_at = TextField(null=True)
    error = TextField(null=True)
    prints_left = IntegerField(null=True)

    class Meta:
        table_name = "print_jobs"


class OutboxEntry(Row):
    id = TextField(primary_key=True)
    kind = TextField()
    row_id = TextField()
    body = TextField()
    created_at = TextField()
    attempts = IntegerField()
    next_attempt_at = TextField()
    delivered_at = TextField(null=True)
    last_error = TextField(null=True)

    class Meta:
        table_name = "outbox"


class StaffRow(Row):
    id = TextField(primary_key=True)
    name = TextField()
    role = TextField()
    pin_hash = TextField()
    created_at = TextField()

    class Meta:
        table_name = "staff"


class AuditEntry(Row):
    """``hash`` is over the entry and the hash of the one before it, by ``seq``; both are None in
    entries that were written before there were any."""

    id = TextField(primary_key=True)
    seq = IntegerField(null=True)
    hash = TextField(null=True)
    at = TextField()
    who = TextField()
    what = TextField()
    data = TextField()

    class Meta:
        table_name = "audit_log"


class Shift(Row):
    """``float_amount``, ``counted`` and ``expected`` are cash in whole rupiah; the last two are
    None while the shift is open. The anchor is the audit log's newest entry when it was closed."""

    id = TextField(primary_key=True)
    opened_at = TextField()
    opened_by = TextField()
    float_amount = IntegerField()
    closed_at = TextField(null=True)
    closed_by = TextField(null=True)
    counted = IntegerField(null=True)
    expected = IntegerField(null=True)
    note = TextField(null=True)
    anchor_seq = IntegerField(null=True)
    anchor_hash = TextField(null=True)

    class Meta:
        table_name = "shifts"


class CashOut(Row):
    """Cash that went out of the drawer: a refund, or change. ``amount`` in whole rupiah."""

    id = TextField(primary_key=True)
    session_id = TextField()
    at = TextField()
    amount = IntegerField()
    by = TextField()
    why = TextField()

    class Meta:
        table_name = "cash_out"


class VoucherUse(Row):
    """A voucher that the cloud knows to be used, here or at another booth of the customer."""

    voucher_id = TextField(primary_key=True)
    payment_id = TextField()
    used_at = TextField()
    uses = IntegerField()

    class Meta:
        table_name = "voucher_uses"


class PriceRow(Row):
    """A price for a package, as the customer's booths share it. Amounts are whole rupiah; an empty
    ``event`` is any, and times that are None are open ends."""

    id = TextField(primary_key=True)
    customer_id = TextField()
    package = TextField()
    event = TextField()
    price = IntegerField()
    extra_copy = IntegerField()
    valid_from = TextField(null=True)
    valid_to = TextField(null=True)
    withdrawn = BooleanField()
    version = IntegerField()
    created_at = TextField()

    class Meta:
        table_name = "prices"


class Setting(Row):
    """``changed_by`` is who set it on the touchscreen, None for the booth's own notes. ``value`` is
    JSON."""

    key = TextField(primary_key=True)
    value = TextField()
    version = IntegerField(default=1)
    changed_at = TextField(null=True)
    changed_by = TextField(null=True)

    class Meta:
        table_name = "settings"
