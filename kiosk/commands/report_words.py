"""A report as a tired operator reads it: the verdict first, then the money."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kiosk.commands.common import table
from kiosk.domain.cloud_report import Comparison
from kiosk.domain.ledger import Place
from kiosk.domain.money import rupiah
from kiosk.domain.report import Ending, Report
from kiosk.domain.shifts import ClosedShift
from kiosk.domain.times import moment

PLACES = {
    Place.DELIVERED: "delivered to guests",
    Place.REPRINTED: "printed again by staff",
    Place.COMPED: "made good otherwise (comped)",
    Place.REFUNDED: "refunded",
    Place.OWED: "owed to guests",
    Place.OPEN: "sessions still going on",
    Place.CHANGE_DUE: "change to be given back",
    Place.CHANGE_RETURNED: "change given back",
    Place.LAPSED: "vouchers of refunded sessions",
    Place.UNCLAIMED: "cash without a session",
}

ENDINGS = {
    Ending.DELIVERED: "delivered, paid",
    Ending.DELIVERED_FREE: "delivered, free",
    Ending.REPRINTED: "printed again by staff",
    Ending.COMPED: "comped",
    Ending.REFUNDED: "refunded",
    Ending.OWED: "owed",
}

Row = tuple[str, ...]


def report_words(report: Report, compared: tuple[Comparison, ...] | None) -> str:
    blocks = [
        [f"{local(report.start)} to {local(report.end)}", *_verdict(report, compared)],
        _block("Taken", _taken(report)),
        _block("Where it is", _places(report)),
        _block("Given back", _given_back(report)),
        _block("Sessions ended", _endings(report)),
        _block("Waiting for guests now", _outstanding(report)),
        _block("Shifts", _shifts(report)),
        _block("Vouchers used more than once", _vouchers(report)),
        _block("Cloud", _cloud(compared)),
    ]
    if report.anchor is not None:
        blocks.append([f"Audit log at {report.anchor.words}"])
    return "\n\n".join("\n".join(block) for block in blocks if block)


def local(text: str) -> str:
    """A moment in the zone of this machine."""
    return f"{moment(text).astimezone():%Y-%m-%d %H:%M}"


def shift_row(shift: ClosedShift) -> Row:
    return (
        f"{local(shift.opened_at)} – {local(shift.closed_at)}",
        shift.closed_by,
        f"expected {rupiah(shift.expected)}",
        f"counted {rupiah(shift.counted)}",
        difference(shift.difference),
    )


def difference(amount: int) -> str:
    if amount == 0:
        return "exact"
    return f"{rupiah(abs(amount))} {'too much' if amount > 0 else 'missing'}"


def _verdict(report: Report, compared: tuple[Comparison, ...] | None) -> Iterator[str]:
    differences = [c.detail for c in compared or () if not c.agrees]
    wrong = [*report.discrepancies, *(f"the cloud differs: {d}" for d in differences)]
    if wrong:
        yield f"THE BOOKS DON'T AGREE: {len(wrong)} to be looked into"
        yield from (f"  {detail}" for detail in wrong)
    else:
        yield "The books agree to the rupiah."


def _block(title: str, rows: Sequence[Row]) -> list[str]:
    return [title, *(f"  {line}" for line in table(rows).splitlines())] if rows else []


def _money(rows: list[Row]) -> list[Row]:
    """The last column to the right, so that the digits stand below each other."""
    width = max((len(row[-1]) for row in rows), default=0)
    return [(*row[:-1], row[-1].rjust(width)) for row in rows]


def _taken(report: Report) -> list[Row]:
    rows = [(t.method.value, _times(t.count, "payment"), rupiah(t.amount)) for t in report.taken]
    count, total = sum(t.count for t in report.taken), sum(t.amount for t in report.taken)
    return _money([*rows, ("all", _times(count, "payment"), rupiah(total))])


def _places(report: Report) -> list[Row]:
    order = list(PLACES)
    found = sorted(report.places, key=lambda line: order.index(line.place))
    return _money([(PLACES[p.place], p.method.value, rupiah(p.amount)) for p in found])


def _given_back(report: Report) -> list[Row]:
    return _money(
        [
            (
                f"{'refunds' if line.refund else 'change'} by {line.way.value}",
                _times(line.count, "time"),
                rupiah(line.amount),
            )
            for line in report.given_back
        ]
    )


def _endings(report: Report) -> list[Row]:
    return [
        (ENDINGS[line.ending], _times(line.sessions, "session"), _times(line.prints, "print"))
        for line in report.endings
    ]


def _outstanding(report: Report) -> list[Row]:
    out = report.outstanding
    rows: list[Row] = []
    if out.owed:
        rows.append(("owed", _times(out.owed, "session"), rupiah(out.owed_amount)))
    if out.change:
        rows.append(("change", _times(out.change, "session"), rupiah(out.change_amount)))
    return _money(rows)


def _shifts(report: Report) -> list[Row]:
    rows = [shift_row(shift) for shift in report.shifts]
    opened = report.open_shift
    if opened is not None:
        since = f"{local(opened.opened_at)} – open"
        rows.append((since, opened.opened_by, f"expected {rupiah(opened.expected)}", "", ""))
    return rows


def _vouchers(report: Report) -> list[Row]:
    return [(use.voucher, f"{use.uses} times") for use in report.vouchers_used_twice]


def _cloud(compared: tuple[Comparison, ...] | None) -> list[Row]:
    if compared is None:
        return []
    if not compared:
        return [("nothing here, nothing there",)]
    return [("same" if c.agrees else "DIFFERS", c.detail) for c in compared]


def _times(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
