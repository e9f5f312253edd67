"""The store's parts, opened together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from peewee import PeeweeException, SqliteDatabase

from kiosk.domain.errors import LicenceInvalid, StoreUnusable
from kiosk.domain.identity import Identity
from kiosk.store.activation import Activation
from kiosk.store.audit_log import AuditLog
from kiosk.store.claims import ClaimBook
from kiosk.store.database import open_database
from kiosk.store.evidence import StoredEvidence
from kiosk.store.films import FilmBook
from kiosk.store.journal import Journal
from kiosk.store.outbox import Outbox
from kiosk.store.pictures import PictureBook
from kiosk.store.prices import PriceBook
from kiosk.store.printers import PrinterRegister
from kiosk.store.report import ReportBook
from kiosk.store.session_book import SessionBook
from kiosk.store.settings import SettingsBook
from kiosk.store.setup import SetupBook
from kiosk.store.shifts import ShiftBook
from kiosk.store.showcase import ShowcaseBook
from kiosk.store.staff import StaffBook
from kiosk.store.strays import Strays
from kiosk.store.today import TodayBook
from kiosk.store.vouchers import VoucherBook

FILE = "kiosk.db"


@dataclass(frozen=True)
class Mirror:
    database: SqliteDatabase
    activation: Activation
    outbox: Outbox
    journal: Journal
    printers: PrinterRegister
    evidence: StoredEvidence
    staff: StaffBook
    audit_log: AuditLog
    claims: ClaimBook
    shifts: ShiftBook
    strays: Strays
    reports: ReportBook
    vouchers: VoucherBook
    prices: PriceBook
    films: FilmBook
    showcase: ShowcaseBook
    settings: SettingsBook
    pictures: PictureBook
    sessions: SessionBook
    today: TodayBook
    setup: SetupBook

    def check(self) -> None:
        """Raises StoreUnusable where nothing can be written now; writes nothing."""
        try:
            with self.database.atomic("IMMEDIATE"):
                pass
        except PeeweeException as error:
            raise StoreUnusable(f"{self.database.database}: {error}") from error

    def close(self) -> None:
        """Closes the calling thread's connection; each thread closes its own."""
        self.database.close()


def open_mirror(data_dir: Path, new_id: Callable[[], str]) -> Mirror:
    database = open_database(data_dir / FILE)
    outbox = Outbox(database, new_id)
    activation = Activation(database)
    audit_log = AuditLog(new_id)

    def identity() -> Identity:
        who = activation.identity()
        if who is None:
            raise LicenceInvalid("this booth is not activated yet")
        return who

    journal = Journal(database, outbox, identity, new_id)
    claims = ClaimBook(database, journal)
    shifts = ShiftBook(database, audit_log, new_id)
    vouchers = VoucherBook(database)
    staff = StaffBook(database, audit_log, new_id)
    return Mirror(
        database=database,
        activation=activation,
        outbox=outbox,
        journal=journal,
        printers=PrinterRegister(database, outbox),
        evidence=StoredEvidence(database, journal),
        staff=staff,
        audit_log=audit_log,
        claims=claims,
        shifts=shifts,
        strays=Strays(database, outbox, audit_log, identity),
        reports=ReportBook(database, journal, claims, shifts, vouchers, audit_log),
        vouchers=vouchers,
        prices=PriceBook(database, outbox, audit_log, identity, new_id),
        films=FilmBook(database, outbox, new_id),
        showcase=ShowcaseBook(database, audit_log),
        settings=SettingsBook(database, audit_log),
        pictures=PictureBook(database, audit_log),
        sessions=SessionBook(database),
        today=TodayBook(database),
        setup=SetupBook(database, activation, staff, audit_log),
    )
