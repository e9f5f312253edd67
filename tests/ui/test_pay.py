"""The guest pays: picks a way, scans, hands over cash; and what comes back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtQuick import QQuickItem

from kiosk.booth.staff.view import Knock
from kiosk.booth.view import HavePaid, Leave, PickWay, View
from kiosk.domain.order import PaymentMethod, Received, Till
from kiosk.domain.session import Cancelled, CancelReason, Offered, Paying, Picking
from kiosk.ui import touch
from kiosk.ui.touch import middle_of
from tests.ui import samples
from tests.ui.conftest import OpenStage, Stage
from tests.ui.test_words import texts

START_NS = 1_000 * 1_000_000_000  # where the hand clock stands
WALK = dict(samples.walk(samples.CLASSIC, START_NS))

SAYS = [
    ("pay-picking", {"QRIS", "Tunai", "Voucher", "Rp 35.000", "Foto 4×6 · 1 lembar 4×6"}),
    (
        "pay-picking-offline",
        {"QRIS sedang tidak bisa, bayar tunai atau pakai voucher ya.", "Sedang tidak bisa"},
    ),
    (
        "pay-picking-failed",
        {"QRIS-nya belum berhasil. Sudah telanjur bayar? Uangmu tetap tercatat."},
    ),
    (
        "pay-picking-part",
        {"Harga Rp 35.000 · Voucher −Rp 10.000", "Sisa yang dibayar", "Rp 25.000"},
    ),
    ("pay-picking-none", {"Sebentar, ya"}),
    ("pay-requesting-slow", {"Internet lambat, sabar, ya"}),
    ("pay-several", {"Scan untuk bayar", "Rp 35.000", "Sisa waktu 2.34", "Aku sudah bayar"}),
    ("pay-ending", {"12", "Kode ditutup", "Sisa waktu 0.12"}),
    ("pay-checking", {"Sedang kami cek…"}),
    ("pay-unreachable", {"Internet lambat, sabar, ya"}),
    ("pay-closing", {"Kami cek dulu, ya"}),
    ("pay-cash", {"Serahkan uangnya ke petugas", "Siapkan uang", "Rp 35.000"}),
    ("pay-cash-moment", {"Sebentar, ya", "Jangan bayar dulu, kami siapkan boothnya."}),
    (
        "pay-cash-part",
        {"Tinggal", "Rp 20.000", "Harga Rp 35.000 · Voucher −Rp 5.000 · Tunai −Rp 10.000"},
    ),
    ("pay-voucher", {"Kode voucher", "Untuk bayar Rp 35.000. Ketik kodenya, ya."}),
    ("printing-change", {"Kembalian Rp 15.000", "Tunjukkan kode K7P4 ke petugas"}),
    ("takehome-change", {"Kembalian Rp 15.000", "Tunjukkan kode K7P4 ke petugas"}),
    ("owed-change", {"Kembalian Rp 15.000", "K7P4"}),
    ("owed-late", {"Uangmu aman", "K7P4", "Uangmu Rp 35.000"}),
    ("owed-in-part", {"Uangmu aman", "K7P4", "Uangmu Rp 20.000"}),
]


def said(stage: Stage) -> set[str]:
    return {text.replace("\u00a0", " ") for text in texts(stage)}


@pytest.mark.parametrize(("name", "words"), SAYS)
def test_each_state_says_what_the_guest_needs(stage: Stage, name: str, words: set[str]) -> None:
    stage.show(WALK[name])
    assert words <= said(stage)


@pytest.mark.parametrize("name", ["printing", "takehome", "owed", "owed-late"])
def test_nobody_hears_of_change_who_is_due_none(stage: Stage, name: str) -> None:
    stage.show(WALK[name])
    assert not [text for text in said(stage) if "Kembalian" in text]


def test_money_that_comes_in_where_the_guest_is_already_is_told_at_once(stage: Stage) -> None:
    stage.show(WALK["pay-cash"])
    assert "Rp 35.000" in said(stage)
    stage.show(with_cash(WALK["pay-cash"], 15_000))
    assert {"Tinggal", "Rp 20.000"} <= said(stage)
    stage.show(WALK["printing"])
    stage.show(WALK["printing-change"])
    assert "Kembalian Rp 15.000" in said(stage)
    stage.show(WALK["takehome-change"])
    assert "Kembalian Rp 15.000" in said(stage)
    stage.show(WALK["takehome"])
    assert "Kembalian Rp 15.000" not in said(stage), "the next guest is due none"


def with_cash(view: View, amount: int) -> View:
    assert isinstance(view.state, Paying)
    till = Till((Received("bill", PaymentMethod.CASH, amount),))
    order = replace(view.state.order, till=till)
    return replace(view, state=replace(view.state, order=order))


def test_only_ways_that_work_can_be_picked(stage: Stage) -> None:
    stage.show(WALK["pay-picking-offline"])
    refused = [item for item in way_cards(stage) if item.property("way") == "qris"]
    assert [item.property("works") for item in refused] == [False]
    stage.tap_at(middle_of(refused[0]))
    assert stage.sent == []
    stage.tap(touch.WAY + "cash")
    assert stage.sent == [PickWay(samples.SESSION, PaymentMethod.CASH)]


def test_a_card_under_the_finger_survives_a_view_in_which_the_ways_are_the_same(
    stage: Stage,
) -> None:
    stage.show(WALK["pay-picking"])
    before = way_cards(stage)
    stage.show(replace(WALK["pay-picking"], deadline_ns=START_NS))
    assert way_cards(stage) == before


def test_the_guest_cannot_leave_for_another_way_where_there_is_none(stage: Stage) -> None:
    stage.show(WALK["pay"])
    assert stage.find(touch.PAY_OTHER) is None
    assert stage.find(touch.PAY_CANCEL) is not None


def test_a_code_that_cannot_be_paid_any_more_is_gone_with_the_next_frame(
    open_stage: OpenStage,
) -> None:
    stage = open_stage(reduced_motion=False)
    stage.show(WALK["pay-several"])
    stage.bot.waitUntil(lambda: shown_code(stage) is not None)
    stage.show(WALK["pay-closing"])
    assert shown_code(stage) is None


def test_the_time_left_counts_down(stage: Stage) -> None:
    stage.show(WALK["pay-several"])
    stage.clock.pass_seconds(140)
    stage.bot.waitUntil(lambda: "Sisa waktu 0.14" in said(stage))
    assert {"14", "Kode ditutup"} <= said(stage)


def test_while_it_is_looked_after_a_payment_the_guest_need_not_ask_again(stage: Stage) -> None:
    stage.show(WALK["pay-several"])
    stage.tap(touch.PAY_PAID)
    stage.show(WALK["pay-checking"])
    assert stage.find(touch.PAY_PAID) is None
    assert stage.sent == [HavePaid(samples.SESSION)]
    stage.show(WALK["pay-looked"])
    assert "Belum masuk, ya. Kami terus cek otomatis." in said(stage)
    assert stage.find(touch.PAY_PAID) is not None


def test_nothing_is_said_of_another_code_that_was_looked_after(stage: Stage) -> None:
    stage.show(WALK["pay-checking"])
    stage.show(WALK["pay-picking"])
    new = Paying(samples.order(), Offered("another", "2026-11-22T09:09:00.000Z"))
    stage.show(replace(WALK["pay-several"], state=new))
    assert "Pakai aplikasi bank atau dompet digitalmu." in said(stage)


def test_the_staffs_button_opens_the_pin_pad_once_and_pays_nothing(stage: Stage) -> None:
    stage.show(WALK["pay-cash"])
    stage.tap(touch.PAY_STAFF)
    stage.tap(touch.PAY_STAFF)
    assert stage.asked == [Knock()]
    assert stage.sent == []


@pytest.mark.parametrize(
    ("settings", "rule"),
    [
        ({}, "Uangnya lebih? Kembaliannya dari petugas."),
        ({"takes_bills": True}, "Mesin tidak memberi kembalian; kelebihan dikembalikan petugas."),
    ],
)
def test_who_gives_change_is_said_before_the_money_is_handed_over(
    open_stage: OpenStage, settings: dict[str, bool], rule: str
) -> None:
    stage = open_stage(**settings)
    stage.show(WALK["pay-cash"])
    assert rule in said(stage)


@pytest.mark.parametrize("reason", CancelReason)
def test_whoever_may_have_paid_does_not_read_that_nothing_was_paid(
    stage: Stage, reason: CancelReason
) -> None:
    for order in (samples.order(), samples.by_cash(), samples.by_voucher()):
        stage.show(samples.of(Cancelled(order, reason)))
        assert not [text for text in said(stage) if "Belum ada yang dibayar" in text]
        assert [text for text in said(stage) if "petugas" in text]


@pytest.mark.parametrize(
    ("ways", "way"),
    [
        ((PaymentMethod.CASH, PaymentMethod.QRIS), touch.WAY + "qris"),
        ((PaymentMethod.VOUCHER,), touch.WAY + "voucher"),
        ((), None),
    ],
)
def test_the_unattended_guest_pays_by_qris_where_it_can(
    ways: tuple[PaymentMethod, ...], way: str | None
) -> None:
    view = samples.of(Paying(samples.order(), Picking()), ways=ways)
    assert touch.way_on(view, "classic", PaymentMethod.QRIS) == (touch.Tap((way,)) if way else None)


def test_a_way_that_stops_working_while_it_is_looked_at_cannot_be_picked(stage: Stage) -> None:
    stage.show(WALK["pay-picking"])
    stage.show(WALK["pay-picking-offline"])
    assert stage.find(touch.WAY + "qris") is None


def test_a_tap_for_a_stage_that_is_over_goes_to_what_is_shown_now(stage: Stage) -> None:
    stage.show(WALK["pay-picking"])
    stage.tap(touch.WAY + "cash")
    stage.show(WALK["pay-cash"])
    stage.clock.pass_seconds(0.4)
    stage.tap(touch.PAY_CANCEL)
    assert stage.sent[1:] == [Leave(samples.SESSION)]


def way_cards(stage: Stage) -> list[QQuickItem]:
    return [item for item in items(stage) if item.property("works") is not None]


def shown_code(stage: Stage) -> QQuickItem | None:
    for item in items(stage):
        source = item.property("source")
        if hasattr(source, "toString") and "image://qr/" in source.toString() and opaque(item):
            return item
    return None


def opaque(item: QQuickItem | None) -> bool:
    while item is not None:
        if item.opacity() == 0:
            return False
        item = item.parentItem()
    return True


def items(stage: Stage) -> list[QQuickItem]:
    found, stack = [], [stage.screen.window.contentItem()]
    while stack:
        item = stack.pop()
        if item.isVisible():
            found.append(item)
            stack.extend(item.childItems())
    return found
