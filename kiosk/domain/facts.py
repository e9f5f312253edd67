"""What the store says about sessions and money: the store gathers it, the audit judges it."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.chain import Anchor, Link
from kiosk.domain.ledger import Book
from kiosk.domain.session import State


@dataclass(frozen=True)
class PrintedJob:
    """A print job's row. ``submitted`` is whether CUPS ever had it. ``sheets`` are those that came
    out of its ``copies``, None where nobody knows; ``moved`` is whether another printer was to
    make the rest; ``approved`` is whether staff asked for it beside what was printed before."""

    id: str
    state: str
    submitted: bool
    copies: int
    sheets: int | None
    moved: bool
    approved: bool = False


@dataclass(frozen=True)
class PhotoFacts:
    """``outdated``: something else was picked after the row's picture was composed, so that the
    file may be of either."""

    id: str
    path: str
    sha256: str
    outdated: bool
    print_status: str
    outbox_kinds: frozenset[str]


@dataclass(frozen=True)
class PaymentFacts:
    """A payment's row: ``amount`` in whole rupiah, ``method``, ``status`` and ``refund_status`` as
    they stand there. ``outbox_kinds`` are what the cloud was to be told of it."""

    id: str
    session_id: str | None
    method: str
    amount: int
    status: str
    paid_at: str | None
    voucher_id: str | None
    refund_status: str | None
    outbox_kinds: frozenset[str]


@dataclass(frozen=True)
class Facts:
    """All that the store says about one session; ``book`` is its journal, replayed.

    ``recorded_change`` and ``cash_out`` (what went out of the drawer) are whole rupiah.
    ``jobs`` stand in the order in which they were asked for. At ``given_up`` there may be files of
    takes that the booth gave up before they had a row.
    """

    session_id: str
    recorded_state: str
    recorded_change: int
    book: Book
    payments: tuple[PaymentFacts, ...]
    cash_out: tuple[int, ...]
    photo: PhotoFacts | None
    shot_paths: tuple[str, ...]
    jobs: tuple[PrintedJob, ...]
    given_up: frozenset[str] = frozenset()
    pictures_deleted: bool = False

    @property
    def state(self) -> State:
        return self.book.state


@dataclass(frozen=True)
class ShiftFacts:
    """A closed shift's row, and the cash that the rows of that time say came in and went out."""

    id: str
    opened_at: str
    closed_at: str
    float_amount: int
    cash_in: int
    cash_out: int
    expected: int
    anchor: Anchor | None


@dataclass(frozen=True)
class BookFacts:
    """What belongs to no one session. ``without_session`` are the payments of no session that is
    known, ``log`` the audit log in the order in which it was written."""

    without_session: tuple[PaymentFacts, ...]
    log: tuple[Link, ...]
    shifts: tuple[ShiftFacts, ...]
