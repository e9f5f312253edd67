"""The till in every mood, for tests and for looking at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from kiosk.booth.staff.till_view import (
    CashCard,
    ClaimCard,
    ClaimStage,
    Deed,
    Drawer,
    ShiftCard,
    TillView,
)
from kiosk.booth.staff.view import Gate, GateState, Outcome, Report, StaffView
from kiosk.domain.claims import CashDue, Claim
from kiosk.domain.session import OwedReason
from kiosk.domain.shifts import ClosedShift
from kiosk.domain.staff import Role, StaffMember
from kiosk.ui.staff.room import StaffModel
from tests.ui import samples

OPENED = "2026-11-22T02:12:00.000Z"
CLOSED = "2026-11-21T14:40:00.000Z"
OWNER = StaffMember("1", "Sari", Role.OWNER)
HELPER = StaffMember("2", "Dewi", Role.STAFF)
CASH = CashCard(CashDue("cash-session", 35_000, "Foto 4×6"), "cash-payment")


def claim(code: str, reason: OwedReason | None, amount: int, **more: object) -> Claim:
    picture = samples.picture(samples.CLASSIC).path if reason is OwedReason.PRINT else None
    base = Claim(
        session_id=f"session-{code}",
        claim_code=code,
        since=OPENED,
        package_name="Foto 4×6",
        reason=reason,
        amount=amount,
        picture=picture,
        copies=1,
        refundable=False,
        refunding=False,
        refund_failed=False,
        waits_for_printer=False,
    )
    return replace(base, **more)  # type: ignore[arg-type]


PRINT = ClaimCard(claim("7KQ2M", OwedReason.PRINT, 35_000, refundable=True), 12)
CHANGE = ClaimCard(claim("W1TNC", None, 15_000), 4)
LATE = ClaimCard(claim("8HZ3P", OwedReason.PAID_LATE, 35_000), 95)
CAMERA = ClaimCard(claim("9XB4R", OwedReason.CAMERA, 0, package_name="Dua strip 2×6"), 1600)
CLAIMS = (CAMERA, LATE, PRINT, CHANGE)

PAST = ClosedShift(
    id="past",
    opened_at="2026-11-21T02:05:00.000Z",
    opened_by="Dewi",
    float_amount=200_000,
    closed_at=CLOSED,
    closed_by="Sari",
    cash_in=875_000,
    cash_out=35_000,
    counted=1_035_000,
    expected=1_040_000,
    note="Salah kembalian",
    taken=(),
    anchor=None,
)
EXACT = replace(PAST, id="exact", closed_by="Dewi", counted=1_040_000, note="")
OVER = replace(PAST, id="over", counted=1_042_000, note="")
DRAWER = Drawer(200_000, 410_000, 35_000, 575_000)
SHIFT = ShiftCard(OPENED, "Sari", DRAWER)
BLIND = ShiftCard(OPENED, "Dewi")


def till(*claims: ClaimCard, **more: object) -> TillView:
    base = TillView(None, claims, SHIFT, (PAST, EXACT, OVER))
    return replace(base, **more)  # type: ignore[arg-type]


def inside(shown: TillView, member: StaffMember = OWNER, report: Report | None = None) -> StaffView:
    return StaffView(Gate(GateState.OPEN), report=report, till=shown, member=member)


Enter = Callable[[StaffModel], None]
Moods = Iterator[tuple[str, StaffView, Enter, StaffView | None]]


def moods() -> Moods:
    """The scene's name, what the room shows, how the page is come to, and what it shows then."""
    for name, view, enter in _lists():
        yield f"till-{name}", view, enter, None
    for name, view, enter in _pages():
        yield f"till-{name}", view, enter, None
    busy = inside(till(replace(PRINT, deed=Deed.REPRINT)))
    yield "till-claim-busy", inside(till(PRINT)), at_claim(PRINT), busy
    refused = Report(3, Outcome.OWNER_ONLY, "7KQ2M", "Sari")
    told = inside(till(PRINT), HELPER, refused)
    yield "till-owner-only", inside(till(PRINT), HELPER), at_claim(PRINT), told


def _lists() -> Iterator[tuple[str, StaffView, Enter]]:
    yield "calm", inside(till()), at_till
    yield "closed", inside(till(shift=None)), at_till
    yield "cash", inside(till(cash=CASH)), at_till
    yield "cash-busy", inside(till(cash=replace(CASH, busy=True))), at_till
    yield "cash-no-shift", inside(till(cash=CASH, shift=None)), at_till
    yield "cash-and-claims", inside(till(*CLAIMS, cash=CASH)), at_till
    yield "claims", inside(till(*CLAIMS)), at_till
    done = Report(1, Outcome.REPRINTED, "7KQ2M")
    yield "reprinted", inside(till(CHANGE), report=done), at_till
    late = Report(2, Outcome.CASH_LATE, "8HZ3P")
    yield "cash-late", inside(till(LATE), report=late), at_till


def _pages() -> Iterator[tuple[str, StaffView, Enter]]:
    yield "code", inside(till(*CLAIMS)), at_code("7K")
    yield "code-none", inside(till(*CLAIMS)), at_code("ZZ")
    yield "claim", inside(till(PRINT)), at_claim(PRINT)
    yield "claim-change", inside(till(CHANGE)), at_claim(CHANGE)
    yield "claim-camera", inside(till(CAMERA)), at_claim(CAMERA)
    going = replace(PRINT, stage=ClaimStage.REPRINTING)
    yield "claim-reprinting", inside(till(going)), at_claim(going)
    asked = replace(PRINT, stage=ClaimStage.REFUNDING)
    yield "claim-refunding", inside(till(asked)), at_claim(asked)
    failed = replace(
        PRINT, claim=replace(PRINT.claim, refundable=False), stage=ClaimStage.REFUND_FAILED
    )
    yield "claim-refund-failed", inside(till(failed)), at_claim(failed)
    held = replace(PRINT, stage=ClaimStage.HELD)
    yield "claim-held", inside(till(held)), at_claim(held)
    yield "deed-reprint", inside(till(PRINT)), at_deed(PRINT, Deed.REPRINT)
    yield "deed-refund", inside(till(PRINT)), at_deed(PRINT, Deed.REFUND_CASH)
    yield "deed-change", inside(till(CHANGE)), at_deed(CHANGE, Deed.RETURN_CHANGE)
    yield "shift", inside(till()), lambda staff: staff.till.open_shift()
    yield "shift-blind", inside(till(shift=BLIND), HELPER), lambda staff: staff.till.open_shift()
    yield "drawer-open", inside(till(shift=None)), at_drawer
    yield "drawer-close", inside(till()), at_drawer


def at_till(staff: StaffModel) -> None:
    staff.till.open_till()


def at_claim(card: ClaimCard) -> Enter:
    return lambda staff: staff.till.open_claim(card.claim.session_id)


def at_deed(card: ClaimCard, deed: Deed) -> Enter:
    return lambda staff: staff.till.open_deed(card.claim.session_id, deed.value)


def at_code(typed: str) -> Enter:
    def enter(staff: StaffModel) -> None:
        staff.till.open_code()
        for letter in typed:
            staff.till.press(letter)

    return enter


def at_drawer(staff: StaffModel) -> None:
    staff.till.count_drawer()
    for digits in ("5", "7", "000"):
        staff.till.shift.press(digits)
