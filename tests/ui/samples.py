"""One session's Views, for tests and for looking at screens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kiosk.booth.view import AtPrinter, Check, Countdown, InLine, Notice, Problem, View
from kiosk.domain.faults import Fault
from kiosk.domain.order import Order, Package, PaymentMethod, Picture, Received, Shot, Till
from kiosk.domain.printing import Sheet
from kiosk.domain.session import (
    Approval,
    Arranging,
    Cancelled,
    CancelReason,
    Choosing,
    Closing,
    Delivered,
    EnteringVoucher,
    Job,
    Offered,
    Owed,
    OwedReason,
    Paying,
    Picking,
    Printing,
    Refunding,
    Requesting,
    Settled,
    Settlement,
    Shooting,
    TakingCash,
)
from kiosk.domain.templates import Colour, Slot, Template

CLASSIC = Package("classic", "Foto 4×6", "classic-4x6", Sheet.FOUR_BY_SIX, 3, 1, 35_000)
STRIP = Package("strip", "Dua strip 2×6", "strip-2x6", Sheet.TWO_BY_SIX_PAIR, 3, 1, 25_000)
PACKAGES = (CLASSIC, STRIP)
BY_COPIES = (
    replace(CLASSIC, extra_copy=15_000, most_copies=4),
    replace(STRIP, extra_copy=10_000, most_copies=3),
)
MENU = (
    *BY_COPIES,
    Package("free", "Foto gratis", "classic-4x6", Sheet.FOUR_BY_SIX, 3, 1, 0),
    Package("twin", "Dua foto 4×6", "classic-4x6", Sheet.FOUR_BY_SIX, 3, 2, 45_000, 15_000, 4),
)
BARE_MENU = tuple(
    replace(MENU[n % 4], key=(CLASSIC.key, *"abcde")[n], extra_copy=0, most_copies=1, copies=1)
    for n in range(6)
)
FULL_MENU = tuple(replace(MENU[n % 4], key=(CLASSIC.key, *"abcde")[n]) for n in range(6))
SHOWN = ("print-strip-senja.jpg", "print-classic.jpg", "print-classic-senja.jpg")
ALL_WAYS = (PaymentMethod.QRIS, PaymentMethod.CASH, PaymentMethod.VOUCHER)
OFFLINE_WAYS = ALL_WAYS[1:]
SESSION = "0190b5a0-0000-7000-8000-000000000001"
QR_STRING = (
    "00020101021226570011ID.DANA.WWW011893600915300000000000209000000000030"
    "3UMI51440014ID.CO.QRIS.WWW0215ID10200000000000303UMI5204739953033605405"
    "350005802ID5911Photo Booth6007JAKARTA61051234062070703A016304B13A"
)
URL = "https://foto.example.id/p/Jk2vQ8yT0aXwZr4nB7mCpQ"
PAPER = Colour(251, 246, 238)
TEMPLATES = {
    "classic-4x6": Template(
        "Klasik",
        Path(),
        Sheet.FOUR_BY_SIX,
        1200,
        1800,
        PAPER,
        None,
        (Slot(60, 60, 1080, 720), Slot(60, 804, 528, 504), Slot(612, 804, 528, 504)),
    ),
    "strip-2x6": Template(
        "Strip",
        Path(),
        Sheet.TWO_BY_SIX_PAIR,
        600,
        1800,
        PAPER,
        None,
        (Slot(48, 48, 504, 430), Slot(48, 497, 504, 430), Slot(48, 946, 504, 430)),
    ),
}
NIGHT = Colour(30, 27, 46)
TEMPLATES |= {
    f"{name}-night": replace(template, name=f"{template.name} malam", background=NIGHT)
    for name, template in TEMPLATES.items()
}
FITTING = {name: (name, f"{name}-night") for name in ("classic-4x6", "strip-2x6")}
LOOKS = (
    "",
    "hitam-putih",
    "kaset",
    "kopi-susu",
    "malam",
    "melati",
    "pantai",
    "perak",
    "senja",
)
VOUCHER_NOTICES = (
    Notice.VOUCHER_WRONG,
    Notice.VOUCHER_EXPIRED,
    Notice.VOUCHER_USED,
    Notice.VOUCHER_LATER,
)


def order(package: Package = CLASSIC, *came_in: tuple[PaymentMethod, int]) -> Order:
    """``came_in`` are payments, in whole rupiah."""
    till = Till(tuple(Received(f"p{n}", way, sum_) for n, (way, sum_) in enumerate(came_in)))
    keys = ("pay", "photo", "job", "code", "K7P4")
    return Order(package, PaymentMethod.QRIS, package.price, *keys, ALL_WAYS, till=till)


def by_voucher(package: Package = CLASSIC, *came_in: tuple[PaymentMethod, int]) -> Order:
    return replace(order(package, *came_in), method=PaymentMethod.VOUCHER, payment_id="v")


def by_cash(package: Package = CLASSIC, *came_in: tuple[PaymentMethod, int]) -> Order:
    return replace(order(package, *came_in), method=PaymentMethod.CASH, payment_id=None)


def shots(count: int) -> tuple[Shot, ...]:
    return tuple(
        Shot(seq, f"shot-{seq}.jpg", "2026-11-22T09:00:00.000Z", 1920, 1080)
        for seq in range(1, count + 1)
    )


def picture(package: Package = CLASSIC, look: str = "") -> Picture:
    """In a file of its own for each look, so that all can be looked at."""
    name = "-".join(filter(None, ("print", package.key, look)))
    return Picture(f"{name}.jpg", 1200, 1800, f"{look:0<64}")


def fitting(bought: Order) -> tuple[str, ...]:
    name = bought.package.template
    return FITTING.get(name, (name,))


def of(state: object, **more: object) -> View:
    return View(PACKAGES, session_id=SESSION, state=state, **more)  # type: ignore[arg-type]


def walk(package: Package, now_ns: int) -> Iterator[tuple[str, View]]:
    """Everything that a guest can come to see, in the order of a session, each with a name."""
    second = 1_000_000_000
    bought, composed = order(package), picture(package)
    yield "attract", View(PACKAGES)
    yield "attract-shown", View(PACKAGES, showcase=SHOWN)
    yield "attract-free", View((replace(CLASSIC, price=0),))
    yield "resting", View(PACKAGES, problems=(Problem(Check.MEDIA, "no paper", "load paper"),))
    yield "choose", of(Choosing(), deadline_ns=now_ns + 60 * second)
    yield "choose-ending", of(Choosing(), deadline_ns=now_ns + 9 * second, may_stay=True)
    yield "choose-closing", of(Choosing(), deadline_ns=now_ns + 4 * second, may_stay=True)
    yield "choose-copies", replace(of(Choosing()), packages=BY_COPIES)
    yield "choose-four", replace(of(Choosing()), packages=MENU)
    yield "choose-one", replace(of(Choosing()), packages=(BY_COPIES[0],))
    yield "choose-three", replace(of(Choosing()), packages=MENU[:3])
    yield "choose-six", replace(of(Choosing()), packages=BARE_MENU)
    yield "choose-six-copies", replace(of(Choosing()), packages=FULL_MENU)
    yield from _paying(package, now_ns)
    for taken, seconds in ((0, 2.9), (1, 1.6), (2, 2.9)):
        countdown = Countdown(taken + 1, now_ns + int(seconds * second), 3.0)
        state = Shooting(bought, shots(taken))
        yield f"shoot-{taken + 1}", of(state, countdown=countdown)
    yield "shoot-review", of(Shooting(bought, shots(2)))
    reviewed = {"retakes_left": 2, "deadline_ns": now_ns + int(2.5 * second)}
    yield "shoot-review-retake", of(Shooting(bought, shots(2)), **reviewed)
    yield "shoot-moment", of(Shooting(bought, shots(1)), notice=Notice.ONE_MOMENT)
    yield "arrange-composing", of(Arranging(bought, shots(3)))
    arranged = {"looks": LOOKS, "deadline_ns": now_ns + 42 * second}
    yield "arrange-looks", of(Arranging(bought, shots(3), composed), **arranged)
    senja = picture(package, "senja")
    yield "arrange-look", of(Arranging(bought, shots(3), senja, "senja"), **arranged)
    yield "arrange-look-composing", of(Arranging(bought, shots(3), None, "melati"), **arranged)
    yield "arrange", of(Arranging(bought, shots(3), composed), deadline_ns=now_ns + 13 * second)
    yield from _arranging(bought, now_ns)
    yield "printing-sending", of(Printing(bought, composed, Job("job", "p", 1)))
    line = InLine(2)
    yield "printing-line", of(Printing(bought, composed, Job("job", "p", 1)), print_progress=line)
    accepted = Job("job", "p", 1, 7)
    ready = AtPrinter(begun=False, out=0, seconds_a_sheet=15.0)
    yield "printing-ready", of(Printing(bought, composed, accepted), print_progress=ready)
    twice = replace(bought, package=replace(package, copies=2))
    one_out = AtPrinter(begun=True, out=1, seconds_a_sheet=15.0)
    on_second = Printing(twice, composed, Job("job", "p", 2, 7))
    yield "printing-second", of(on_second, print_progress=one_out)
    yield "printing", of(Printing(bought, composed, accepted))
    waits = {"notice": Notice.PRINTER_WAITS, "printer_faults": (Fault.MEDIA_EMPTY,)}
    yield "printing-waits", of(Printing(bought, composed, accepted), **waits)
    changed = order(package, (PaymentMethod.CASH, package.price + 15_000))
    yield "printing-change", of(Printing(changed, composed, accepted))
    delivered = Delivered(bought, composed)
    home = {"download_url": URL, "deadline_ns": now_ns + 30 * second, "shown": False}
    yield "takehome", of(delivered, **home, online=True)
    yield "takehome-shown", of(delivered, **{**home, "shown": True}, online=True)
    yield "takehome-offline", of(delivered, **home, online=False)
    change = Delivered(changed, composed)
    yield "takehome-change", of(change, **home)
    yield "owed", of(Owed(bought, composed, OwedReason.PRINT))
    yield "owed-camera", of(Owed(bought, None, OwedReason.CAMERA))
    yield "owed-change", of(Owed(changed, composed, OwedReason.PRINT))
    late = order(package, (PaymentMethod.QRIS, package.price))
    yield "owed-late", of(Owed(late, None, OwedReason.PAID_LATE))
    in_part = order(package, (PaymentMethod.CASH, 20_000))
    yield "owed-in-part", of(Owed(in_part, None, OwedReason.PAID_IN_PART))
    refunding = Refunding(Approval("booth", "paid late"), "p0")
    yield "owed-refunding", of(Owed(late, None, OwedReason.PAID_LATE, refund=refunding))
    yield "cancelled", of(Cancelled(None, CancelReason.GUEST))
    yield "cancelled-paying", of(Cancelled(bought, CancelReason.TIME))
    yield "settled", of(Settled(bought, Settlement.REPRINTED, "ani", "paper"))


def _arranging(bought: Order, now_ns: int) -> Iterator[tuple[str, View]]:
    """With everything that a guest may still change."""
    second = 1_000_000_000
    offered = {"looks": LOOKS, "templates": fitting(bought), "retakes_left": 2}
    full = {**offered, "deadline_ns": now_ns + 50 * second}
    composed, taken = picture(bought.package), shots(3)
    yield "arrange-full", of(Arranging(bought, taken, composed), **full)
    other = fitting(bought)[-1]
    yield "arrange-template-composing", of(Arranging(bought, taken, None, template=other), **full)
    yield "arrange-swapped-composing", of(Arranging(bought, taken, None, slots=(2, 1, 3)), **full)
    last_words = {**offered, "may_stay": True}
    for left in (14, 4):
        ending = {**last_words, "deadline_ns": now_ns + left * second}
        yield f"arrange-ending-{left}", of(Arranging(bought, taken, composed), **ending)
    for name in ("selected", "swapping", "colours"):  # done on the screen
        yield f"arrange-{name}", of(Arranging(bought, taken, composed), **full)
    none_left = {**full, "retakes_left": 0}
    yield "arrange-selected-no-retake", of(Arranging(bought, taken, composed), **none_left)
    yield "arrange-drag", of(Arranging(bought, taken, composed), **full)


def _paying(package: Package, now_ns: int) -> Iterator[tuple[str, View]]:
    bought = order(package)
    soon, ending = now_ns + 154 * 1_000_000_000, now_ns + 12 * 1_000_000_000
    all_ways = {"ways": ALL_WAYS, "deadline_ns": soon}
    offline = {"ways": OFFLINE_WAYS, "refused_ways": ALL_WAYS[:1], "deadline_ns": soon}
    yield "pay-picking", of(Paying(bought, Picking()), **all_ways)
    yield "pay-picking-offline", of(Paying(bought, Picking()), **offline)
    yield "pay-picking-failed", of(Paying(bought, Picking((PaymentMethod.QRIS,))), **all_ways)
    part = by_voucher(package, (PaymentMethod.VOUCHER, 10_000))
    yield "pay-picking-part", of(Paying(part, Picking()), **all_ways)
    yield "pay-picking-none", of(Paying(bought, Picking()), refused_ways=ALL_WAYS)
    yield "pay-requesting", of(Paying(bought, Requesting()), ways=ALL_WAYS)
    slow = Notice.PAYMENT_UNREACHABLE
    yield "pay-requesting-slow", of(Paying(bought, Requesting()), ways=ALL_WAYS, notice=slow)
    offered = Paying(bought, Offered(QR_STRING, "2026-11-22T09:03:00.000Z"))
    yield "pay", of(offered, ways=ALL_WAYS[:1], deadline_ns=soon)
    yield "pay-several", of(offered, **all_ways)
    yield "pay-ending", of(offered, ways=ALL_WAYS, deadline_ns=ending)
    checking = Notice.STILL_CHECKING
    yield "pay-checking", of(offered, **all_ways, notice=checking)
    yield "pay-looked", of(offered, **all_ways)
    yield "pay-unreachable", of(offered, **all_ways, notice=Notice.PAYMENT_UNREACHABLE)
    yield "pay-closing", of(Paying(bought, Closing(CancelReason.TIME)), ways=ALL_WAYS)
    yield "pay-cash", of(Paying(by_cash(package), TakingCash()), **all_ways)
    moment = Notice.ONE_MOMENT
    yield "pay-cash-moment", of(Paying(by_cash(package), TakingCash()), **all_ways, notice=moment)
    some = by_cash(package, (PaymentMethod.VOUCHER, 5_000), (PaymentMethod.CASH, 10_000))
    yield "pay-cash-part", of(Paying(some, TakingCash()), **all_ways)
    typing = Paying(by_voucher(package), EnteringVoucher())
    yield "pay-voucher", of(typing, **all_ways)
    for notice in VOUCHER_NOTICES:
        yield f"pay-{notice.value}", of(typing, **all_ways, notice=notice)
