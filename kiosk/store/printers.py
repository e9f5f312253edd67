"""The registered printers, and those that the cloud knows and that are not set up here.

A printer that is set up here has a queue. What RFC-007 knows of a printer is told to the cloud in
the transaction that changes it; media, calibration, counts and order are this machine's own.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from peewee import SQL, Database, fn

from kiosk.domain.errors import KioskError
from kiosk.domain.identity import Identity
from kiosk.domain.known_printers import KnownPrinter
from kiosk.domain.printing import Media
from kiosk.domain.registered import Calibration, RegisteredPrinter
from kiosk.domain.times import iso
from kiosk.store.models import Printer, PrintJob
from kiosk.store.outbox import Outbox
from kiosk.store.printer_rows import learned_columns, printer_body, registered, set_up_columns

NEWEST_SPEED = 0.3
"""How much of a printer's speed the newest job decides: a slow one shows after two or three."""

OPEN = ("pending", "printing")
NOT_OVER = (*OPEN, "withdrawing")

HERE = Printer.queue.is_null(is_null=False)
ORDER = (Printer.is_default.desc(), Printer.rank, Printer.created_at, Printer.id)


class NameTaken(KioskError):
    """Another printer that is set up here is called so, or has this queue."""


class PrinterRegister:
    """Every call may come from any thread. A printer that is not there changes nothing."""

    def __init__(self, database: Database, outbox: Outbox) -> None:
        self._database = database
        self._outbox = outbox

    # ---- asked -----------------------------------------------------------------------------

    def all(self) -> tuple[RegisteredPrinter, ...]:
        """Those that are set up here: the default first, then by rank."""
        return tuple(registered(row) for row in Printer.select().where(HERE).order_by(*ORDER))

    def remembered(self) -> tuple[RegisteredPrinter, ...]:
        """Those that the cloud knows and that are not set up here, by name."""
        rows = Printer.select().where(Printer.queue.is_null()).order_by(Printer.name, Printer.id)
        return tuple(registered(row) for row in rows)

    def named(self, name: str) -> RegisteredPrinter | None:
        """The one that is set up here, before one that is only remembered."""
        row = _row_named(name)
        return None if row is None else registered(row)

    def get(self, printer_id: str) -> RegisteredPrinter | None:
        row = Printer.get_or_none(Printer.id == printer_id)
        return None if row is None else registered(row)

    def waiting(self) -> dict[str, int]:
        """By printer id: the sheets that are still to come out of it."""
        rows = (
            PrintJob.select(PrintJob.printer_id, fn.SUM(PrintJob.copies).alias("copies"))
            .where(PrintJob.state.in_(OPEN))
            .group_by(PrintJob.printer_id)
        )
        return {row.printer_id: row.copies for row in rows}

    def next_at(self, printer_id: str) -> str | None:
        """The key of the oldest job there that is not over."""
        mine = (PrintJob.printer_id == printer_id) & PrintJob.state.in_(NOT_OVER)
        row = PrintJob.select().where(mine).order_by(SQL("rowid")).first()
        return None if row is None else str(row.id)

    def jobs_before(self, printer_id: str, key: str) -> int:
        """The jobs there that are not over and older than the one under ``key``."""
        mine = (PrintJob.printer_id == printer_id) & PrintJob.state.in_(NOT_OVER)
        own = PrintJob.select(SQL("rowid")).where(PrintJob.id == key)
        return int(PrintJob.select().where(mine, SQL("t1.rowid") < own).count())

    def is_open(self, key: str) -> bool:
        """Whether a session's job under this key is not over, or is still to be withdrawn."""
        mine = PrintJob.select().where(PrintJob.id == key, PrintJob.state.in_(NOT_OVER))
        return bool(mine.exists())

    # ---- set up and removed ----------------------------------------------------------------

    def add(self, printer: RegisteredPrinter, who: Identity, now: datetime) -> RegisteredPrinter:
        """Registers ``printer`` last in the order, and says what became of it.

        Under the name of a remembered one it is that one again, with its id, its jobs, its
        calibration and its speed. The first becomes the default whatever it says. Raises
        NameTaken.
        """
        with self._database.atomic("IMMEDIATE"):
            self._refuse_taken(printer)
            first = not Printer.select().where(HERE).exists()
            known = _row_named(printer.name)
            last = Printer.select(fn.MAX(Printer.rank)).where(HERE).scalar()
            values = set_up_columns(printer) | {
                "rank": 0 if last is None else last + 1,
                "is_default": first,
            }
            if known is None:
                values |= learned_columns(printer) | {"id": printer.id, "version": 1}
                values |= {"customer_id": who.customer_id, "created_at": iso(now)}
                Printer.insert(**values).execute()
                self._tell(printer.id, now)
            else:
                self._change(known.id, now, **values)
            printer_id = printer.id if known is None else known.id
            if printer.is_default and not first:
                self._make_default(printer_id, now)
            return registered(Printer.get_by_id(printer_id))

    def remove(self, printer_id: str, now: datetime) -> None:
        """Forgets its queue and what was loaded. The row stays, for jobs name it; the next in
        order becomes the default where it was that."""
        with self._database.atomic("IMMEDIATE"):
            row = Printer.get_or_none(HERE, Printer.id == printer_id)
            if row is None:
                return
            values = {"queue": None, "uri": None, "sheets_left": None, "paused": False, "rank": 0}
            if not row.is_default:
                _set(printer_id, **values)
                return
            self._change(printer_id, now, is_default=False, **values)
            self._settle_default(now)

    def remember(self, known: Iterable[KnownPrinter], now: datetime) -> int:
        """Takes over what the cloud knows where it is newer; how many are not set up here."""
        with self._database.atomic("IMMEDIATE"):
            for printer in known:
                _take_over(printer)
            self._settle_default(now)
            return int(Printer.select().where(Printer.queue.is_null()).count())

    # ---- order -----------------------------------------------------------------------------

    def make_default(self, printer_id: str, now: datetime) -> None:
        with self._database.atomic("IMMEDIATE"):
            self._make_default(printer_id, now)

    def move_up(self, printer_id: str) -> None:
        """One place earlier in the order. The default stays first."""
        with self._database.atomic("IMMEDIATE"):
            rows = list(Printer.select().where(HERE).order_by(*ORDER))
            place = next((i for i, row in enumerate(rows) if row.id == printer_id), 0)
            if place == 0 or rows[place - 1].is_default:
                return
            rows[place - 1], rows[place] = rows[place], rows[place - 1]
            for rank, row in enumerate(rows):
                _set(row.id, rank=rank)

    # ---- what staff tell of it -------------------------------------------------------------

    def pause(self, printer_id: str) -> None:
        _set(printer_id, paused=True)

    def resume(self, printer_id: str) -> None:
        _set(printer_id, paused=False)

    def load(self, printer_id: str, media: Media, sheets: int) -> None:
        """Staff have loaded ``media`` with ``sheets`` prints on it."""
        _set(printer_id, media=media.value, sheets_left=max(sheets, 0))

    def calibrate(self, printer_id: str, calibration: Calibration) -> None:
        _set(
            printer_id,
            right_mm=calibration.right_mm,
            down_mm=calibration.down_mm,
            scale=calibration.scale,
        )

    def set_profile(self, printer_id: str, profile: str | None) -> None:
        """The path of an ICC profile; None for none."""
        _set(printer_id, profile=profile)

    # ---- what the booth finds out ----------------------------------------------------------

    def spent(self, printer_id: str, sheets: int) -> None:
        """Sheets that came out of it beside any guest's: test pages."""
        use_sheets(printer_id, sheets)

    def took(self, printer_id: str, seconds_per_sheet: float) -> None:
        """A job is over that ran undisturbed: the printer's speed follows it."""
        if seconds_per_sheet > 0:
            old, new = Printer.seconds_per_sheet, seconds_per_sheet
            _set(printer_id, seconds_per_sheet=old * (1 - NEWEST_SPEED) + new * NEWEST_SPEED)

    # ---- in the transaction of a change ----------------------------------------------------

    def _refuse_taken(self, printer: RegisteredPrinter) -> None:
        same = (Printer.name == printer.name) | (Printer.queue == printer.queue)
        row = Printer.get_or_none(HERE, same)
        if row is None:
            return
        if row.name == printer.name:
            raise NameTaken(f"there is a printer called {printer.name} already")
        raise NameTaken(f"the queue {printer.queue} is {row.name}'s")

    def _make_default(self, printer_id: str, now: datetime) -> None:
        """Only among those set up here: the others are other booths' to rank."""
        rows = list(Printer.select().where(HERE))
        if not any(row.id == printer_id for row in rows):
            return
        for row in rows:
            if row.is_default != (row.id == printer_id):
                self._change(row.id, now, is_default=row.id == printer_id)

    def _settle_default(self, now: datetime) -> None:
        first = Printer.select().where(HERE).order_by(*ORDER).first()
        if first is not None:
            self._make_default(first.id, now)

    def _change(self, printer_id: str, now: datetime, **values: object) -> None:
        _set(printer_id, version=Printer.version + 1, **values)
        self._tell(printer_id, now)

    def _tell(self, printer_id: str, now: datetime) -> None:
        self._outbox.put("printer", printer_id, printer_body(Printer.get_by_id(printer_id)), now)


def use_sheets(printer_id: str, sheets: int) -> None:
    """Lowers the count of what is left, where there is one, never below nothing."""
    left = fn.MAX(Printer.sheets_left - sheets, 0)
    counted = Printer.sheets_left.is_null(is_null=False)
    Printer.update(sheets_left=left).where(Printer.id == printer_id, counted).execute()


def _set(printer_id: str, **values: object) -> None:
    Printer.update(**values).where(Printer.id == printer_id).execute()


def _row_named(name: str) -> Printer | None:
    rows = Printer.select().where(Printer.name == name)
    found: Printer | None = rows.order_by(Printer.queue.is_null(), Printer.created_at).first()
    return found


def _take_over(printer: KnownPrinter) -> None:
    values = {
        "name": printer.name,
        "type": printer.type.value,
        "connection_type": printer.connection_type.value,
        "is_default": printer.is_default,
        "version": printer.version,
    }
    row = Printer.get_or_none(Printer.id == printer.id)
    if row is None:
        made = {"customer_id": printer.customer_id, "created_at": printer.created_at}
        Printer.insert(id=printer.id, **made, **values).execute()
    elif row.version < printer.version:
        _set(printer.id, **values)
