"""The staff's home, sessions, sync and about in every mood, for tests and for looking at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from kiosk.booth.staff.about_view import (
    AboutView,
    BoothFacts,
    Copying,
    LicenceFacts,
    LogCopy,
    MachineFacts,
)
from kiosk.booth.staff.cloud_view import CloudView, WaitingLine
from kiosk.booth.staff.complaints import complaint_card
from kiosk.booth.staff.event_view import EventView
from kiosk.booth.staff.home_view import CheckLine, HomeView
from kiosk.booth.staff.rooms_view import RoomsView
from kiosk.booth.staff.sessions_view import (
    PAGE,
    HourCount,
    LookForSessions,
    SessionPage,
    SessionsView,
)
from kiosk.booth.staff.till_view import Deed
from kiosk.booth.staff.view import Doing, Gate, GateState, PrinterCard, StaffView
from kiosk.booth.view import Check
from kiosk.domain import session as s
from kiosk.domain.faults import Fault
from kiosk.domain.order import PaymentMethod
from kiosk.domain.outbox import Waiting
from kiosk.domain.session_list import JobEnd, PrintLine, SessionKind, SessionLine
from kiosk.domain.shifts import MethodTaken
from kiosk.domain.staff import StaffMember
from kiosk.domain.today import Today
from kiosk.ui.staff.room import StaffModel
from tests.ui import samples, staff_till_samples as tills
from tests.ui.staff_settings_samples import EVENT

Enter = Callable[[StaffModel], None]
Moods = Iterator[tuple[str, StaffView, Enter, StaffView | None]]

AGES = {Check.CAMERA: 190, Check.CLOUD: 42, Check.LICENCE: 4_000, Check.CLOCK: 4_000}
TAKEN = (
    MethodTaken(PaymentMethod.QRIS, 31, 1_085_000),
    MethodTaken(PaymentMethod.CASH, 9, 345_000),
    MethodTaken(PaymentMethod.VOUCHER, 2, 20_000),
)
TODAY = Today(42, 40, 57, TAKEN)
QUIET = Today(0, 0, 0, ())
DAY = date(2026, 11, 22)
KINDS = (
    SessionKind.GOING,
    SessionKind.DELIVERED,
    SessionKind.DELIVERED,
    SessionKind.OWED,
    SessionKind.DELIVERED,
    SessionKind.SETTLED,
    SessionKind.CANCELLED,
)
HOURS = tuple(HourCount(hour, n) for hour, n in ((10, 3), (11, 8), (13, 12), (14, 9), (19, 10)))


def checks(*ill: Check) -> tuple[CheckLine, ...]:
    return tuple(
        CheckLine(check, check not in ill, 4 if check in ill else AGES.get(check, 65))
        for check in Check
        if check is not Check.CUPS
    )


def home(*ill: Check, today: Today | None = TODAY) -> RoomsView:
    look = HomeView(checks(*ill), 0, today, "2026-11-22T12:04:00.000Z")
    return RoomsView(look, about=AboutView(BOOTH, MACHINE))


def inside(
    rooms: RoomsView, *cards: PrinterCard, member: StaffMember = tills.OWNER, **more: object
) -> StaffView:
    view = StaffView(Gate(GateState.OPEN), cards, till=tills.till(), member=member, rooms=rooms)
    return replace(view, **more)  # type: ignore[arg-type]


# ---- sessions -------------------------------------------------------------------------------


def line(number: int, kind: SessionKind) -> SessionLine:
    """Begun ever earlier; every third in another package."""
    package = samples.PACKAGES[number % len(samples.PACKAGES)]
    pictured = kind not in {SessionKind.GOING, SessionKind.CANCELLED}
    minutes = 14 * 60 - 7 * number
    return SessionLine(
        session_id=f"session-{number}",
        at=f"2026-11-22T{minutes // 60:02}:{minutes % 60:02}:00.000Z",
        kind=kind,
        package_name=package.name,
        amount=package.price,
        claim_code="7KQ2M",
        picture=samples.picture(package).path if pictured else None,
        methods=(PaymentMethod.QRIS,),
    )


def found(look: LookForSessions | None = None, total: int = 42) -> SessionsView:
    look = look or LookForSessions()
    first, last = look.page * PAGE, min((look.page + 1) * PAGE, total)
    lines = tuple(line(number, KINDS[number % len(KINDS)]) for number in range(first, last))
    hours = HOURS if total else ()
    return SessionsView(look, DAY, hours, lines, total, -(-total // PAGE))


ORDER = replace(samples.order(samples.CLASSIC, (PaymentMethod.QRIS, 35_000)), claim_code="7KQ2M")
PICTURE = samples.picture(samples.CLASSIC)
DELIVERED = s.Delivered(ORDER, PICTURE)
PRINT = PrintLine("DNP DS620", 1, 1, JobEnd.COMPLETED, "2026-11-22T12:03:10.000Z")
STEPS: tuple[tuple[str, s.Event], ...] = (
    ("2026-11-22T12:00:41.000Z", s.Started()),
    ("2026-11-22T12:00:52.000Z", s.Chosen(ORDER)),
    ("2026-11-22T12:01:01.000Z", s.WayPicked(PaymentMethod.QRIS, "payment")),
    ("2026-11-22T12:01:02.000Z", s.PaymentOffered("QR", "2026-11-22T12:16:00.000Z", "x", 245)),
    ("2026-11-22T12:01:24.000Z", s.PaymentCompleted("2026-11-22T12:01:23.000Z", "payment", 35_000)),
    *(
        (f"2026-11-22T12:0{1 + shot.seq // 2}:4{shot.seq}.000Z", s.ShotTaken(shot))
        for shot in samples.shots(3)
    ),
    ("2026-11-22T12:02:46.000Z", s.PictureComposed(PICTURE)),
    ("2026-11-22T12:03:08.000Z", s.PrintAsked("left")),
    ("2026-11-22T12:03:10.000Z", s.PrintSubmitted(7)),
    ("2026-11-22T12:03:31.000Z", s.PrintCompleted()),
)
SESSION = "session-1"
LINE = replace(line(1, SessionKind.DELIVERED), package_name="Foto 4×6", picture=PICTURE.path)
PAGE_DELIVERED = SessionPage(
    LINE, DELIVERED, ORDER, STEPS, (PRINT,), complaint_card(SESSION, DELIVERED, pictures_kept=True)
)
BUSY = replace(
    PAGE_DELIVERED, card=complaint_card(SESSION, DELIVERED, Deed.REPRINT, pictures_kept=True)
)
AGAIN = (*STEPS, ("2026-11-22T12:09:00.000Z", s.Complained(s.Approval("Sari", "bad print"))))
OWED = SessionPage(
    replace(LINE, kind=SessionKind.OWED),
    s.Owed(ORDER, PICTURE, s.OwedReason.COMPLAINT),
    ORDER,
    AGAIN,
    (PRINT, PrintLine("Printer kanan", 1, None, JobEnd.FAILED, None)),
    tills.PRINT,
    claimed=True,
)


def listed(view: SessionsView) -> RoomsView:
    return replace(home(), sessions=view)


def opened(page: SessionPage | None) -> RoomsView:
    return replace(home(), sessions=found(), session=page)


# ---- sync and about -------------------------------------------------------------------------

UPLOADS = WaitingLine(Waiting("upload", 36, "2026-11-22T11:20:00.000Z"), 42)
ROWS = WaitingLine(Waiting("photo", 9, "2026-11-22T11:22:00.000Z"), 40)
PAID = WaitingLine(Waiting("payment", 2, "2026-11-22T11:58:00.000Z"), 4)
STUCK = WaitingLine(Waiting("photo", 1, "2026-11-20T11:22:00.000Z", 1, "409 version"), 2_880)
SENT = CloudView(reachable=True, minutes=0)
SENDING = CloudView(reachable=True, minutes=0, waiting=(PAID, ROWS, UPLOADS), trying=True)
OFFLINE = CloudView(
    reachable=False,
    minutes=42,
    waiting=(PAID, ROWS, UPLOADS),
    next_try_s=37,
    error="no route to booth.example",
)
NEVER = CloudView(None, None, (UPLOADS,))
REFUSED = CloudView(reachable=True, minutes=1, waiting=(STUCK,), error="photo 0192…: 409 version")

BOOTH = BoothFacts(
    "0.1.0",
    "Sudut Studio",
    "01932f6e-7a1b-7c3d-9e4f-5a6b7c8d9e0f",
    LicenceFacts("pro", date(2026, 12, 31)),
)
EXPIRED = replace(BOOTH, licence=LicenceFacts("pro", date(2026, 10, 1), "this licence has expired"))
MACHINE = MachineFacts("booth-7", "Debian GNU/Linux 12", 4, 8 << 30, 118 << 30, 61 << 30, 200_000)


def about(copy: LogCopy | None = None, booth: BoothFacts = BOOTH) -> RoomsView:
    return replace(home(), about=AboutView(booth, MACHINE, copy or LogCopy()))


def synced(cloud: CloudView) -> RoomsView:
    return replace(home(), cloud=cloud)


# ---- what is shown, and what nobody pays ----------------------------------------------------

SHOWN = tuple(samples.picture(samples.PACKAGES[n % 2]).path for n in range(11))
SHOWING = replace(home(), showcase=SHOWN)
FREE = EventView(
    replace(
        EVENT.now,
        terms=replace(EVENT.now.terms, free=True),
        free_by="Sari",
        free_since="2026-11-22T09:12:00.000Z",
    )
)


# ---- moods ----------------------------------------------------------------------------------


def moods(*cards: PrinterCard) -> Moods:
    """The scene's name, what the room shows, how the page is come to, and what it shows then."""
    ready, right = cards
    empty = replace(ready, doing=Doing.WAITS, faults=(Fault.MEDIA_EMPTY,), waiting=2, prints_left=0)
    at_home = StaffModel.open_home
    yield "home-first", inside(RoomsView(), ready, right), at_home, None
    yield "home-well", inside(home(), ready, right), at_home, None
    yield "home-morning", inside(home(today=QUIET), ready, member=tills.HELPER), at_home, None
    ill = home(Check.CAMERA, Check.CLOUD, Check.LICENCE)
    yield "home-ill", inside(ill, empty, replace(right, prints_left=12)), at_home, None
    owed = tills.till(*tills.CLAIMS)
    yield "home-owed", inside(home(), ready, right, till=owed), at_home, None
    worst = home(*(check for check in Check if check is not Check.CUPS), today=None)
    yield "home-worst", inside(worst, till=owed), at_home, None
    for name, view in (
        ("sessions", listed(found())),
        ("sessions-few", listed(found(total=3))),
        ("sessions-none", listed(found(total=0))),
        ("sessions-loading", home()),
        ("sessions-failed", listed(SessionsView(LookForSessions(), failed=True))),
    ):
        yield name, inside(view, ready), StaffModel.open_sessions, None
    for name, page in (("delivered", PAGE_DELIVERED), ("busy", BUSY), ("owed", OWED)):
        yield f"session-{name}", inside(opened(page)), at_session, inside(opened(page), ready)
    yield "session-loading", inside(opened(None)), at_session, None
    older = LookForSessions(days_ago=1, page=1)
    yield (
        "sessions-older",
        inside(listed(found(older))),
        at_older,
        inside(listed(found(older)), ready),
    )
    page = inside(opened(PAGE_DELIVERED))
    yield "session-help", page, helping, page
    yield "session-deed", page, at_deed, page
    yield "home-free", inside(home(), ready, right, till=owed, event=FREE), at_home, None
    yield "showcase", inside(SHOWING), StaffModel.open_showcase, None
    yield "showcase-none", inside(home()), StaffModel.open_showcase, None
    yield "more-shown", inside(SHOWING), StaffModel.open_more, None
    yield "more", inside(synced(OFFLINE)), StaffModel.open_more, None
    for name, cloud in (
        ("sent", SENT),
        ("sending", SENDING),
        ("offline", OFFLINE),
        ("never", NEVER),
        ("refused", REFUSED),
    ):
        yield f"sync-{name}", inside(synced(cloud)), StaffModel.open_sync, None
    yield "about", inside(about()), StaffModel.open_about, None
    yield "about-expired", inside(about(booth=EXPIRED)), StaffModel.open_about, None
    for state in (Copying.GOING, Copying.DONE, Copying.NO_STICK):
        copy = LogCopy(state, 0.43, "kiosk-20261122-190412.zip")
        yield f"about-{state.value}", inside(about(copy)), StaffModel.open_about, None


def at_older(staff: StaffModel) -> None:
    """Yesterday's second page."""
    staff.open_sessions()
    staff.sessions.earlier_day()
    staff.show(inside(listed(found(LookForSessions(days_ago=1)))))
    staff.sessions.older()


def at_session(staff: StaffModel) -> None:
    staff.open_session(SESSION)
    staff.show(staff.view)


def helping(staff: StaffModel) -> None:
    at_session(staff)
    staff.session.help()


def at_deed(staff: StaffModel) -> None:
    helping(staff)
    staff.session.open_deed(Deed.REPRINT.value)
