"""What the till's enums say to staff, in Indonesian."""

from __future__ import annotations

from typing import assert_never

from kiosk.booth.staff.till_view import ClaimCard, ClaimStage, Deed, Why
from kiosk.domain.money import rupiah
from kiosk.domain.order import ReturnWay
from kiosk.domain.states import OwedReason
from kiosk.domain.times import moment
from kiosk.ui.times import clock, day_and_clock
from kiosk.ui.translating import tr

MINUTES_A_DAY = 1440


def claim_words(card: ClaimCard) -> str:
    """What happened to the guest."""
    match card.claim.reason:
        case None:
            return tr("Bayar lebih, belum ada kembalian")
        case OwedReason.CAMERA:
            return tr("Sudah bayar, kamera bermasalah")
        case OwedReason.PICTURE:
            return tr("Sudah bayar, foto belum tersusun")
        case OwedReason.PRINT:
            return tr("Sudah bayar, foto belum tercetak")
        case OwedReason.PAID_LATE:
            return tr("Uangnya masuk setelah tamu pergi")
        case OwedReason.PAID_IN_PART:
            return tr("Uangnya kurang, tamu pergi")
        case OwedReason.COMPLAINT:
            return tr("Sudah dicetak, tamu belum puas")
        case _:
            assert_never(card.claim.reason)


def stage_words(stage: ClaimStage) -> str:
    """What goes on by itself now, or what came to nothing; empty where staff are waited for."""
    match stage:
        case ClaimStage.WAITS:
            return ""
        case ClaimStage.HELD:
            return tr("Menunggu kepastian dari printer…")
        case ClaimStage.REPRINTING:
            return tr("Sedang dicetak ulang…")
        case ClaimStage.REFUNDING:
            return tr("Pengembalian QRIS sedang diproses…")
        case ClaimStage.REFUND_FAILED:
            return tr("Pengembalian QRIS gagal, pakai cara lain")
        case _:
            assert_never(stage)


def deed_words(deed: Deed, amount: int) -> str:
    """On the button."""
    match deed:
        case Deed.REPRINT:
            return tr("Cetak ulang")
        case Deed.COMP:
            return tr("Ganti sesi gratis")
        case Deed.REFUND_QRIS:
            return tr("Kembalikan lewat QRIS")
        case Deed.REFUND_CASH:
            return tr("Kembalikan tunai")
        case Deed.REFUND_TRANSFER:
            return tr("Kembalikan lewat transfer")
        case Deed.RETURN_CHANGE:
            return tr("Kembalikan {amount}").format(amount=rupiah(amount))
        case _:
            assert_never(deed)


def way_words(way: ReturnWay) -> str:
    """On the button below what is given back."""
    match way:
        case ReturnWay.QRIS:
            return tr("QRIS")
        case ReturnWay.CASH:
            return tr("Tunai")
        case ReturnWay.TRANSFER:
            return tr("Transfer")
        case _:
            assert_never(way)


def deed_icon(deed: Deed) -> str:
    match deed:
        case Deed.REPRINT:
            return "printer"
        case Deed.COMP:
            return "ticket"
        case Deed.REFUND_QRIS:
            return "qr-code"
        case Deed.REFUND_CASH | Deed.RETURN_CHANGE:
            return "banknote"
        case Deed.REFUND_TRANSFER:
            return "smartphone"
        case _:
            assert_never(deed)


def promise_words(deed: Deed, amount: int, copies: int) -> str:
    """What will be so once it is confirmed."""
    match deed:
        case Deed.REPRINT:
            return tr("%n lembar keluar dari printer yang siap.", "", copies)
        case Deed.COMP:
            return tr("Tamu boleh satu sesi tanpa bayar. Uangnya tidak kembali.")
        case Deed.REFUND_QRIS:
            return tr("{amount} kembali ke akun tamu, lewat Xendit.").format(amount=rupiah(amount))
        case Deed.REFUND_CASH:
            return tr("Serahkan {amount} dari laci ke tamu.").format(amount=rupiah(amount))
        case Deed.REFUND_TRANSFER:
            return tr("{amount} sudah kamu transfer ke tamu.").format(amount=rupiah(amount))
        case Deed.RETURN_CHANGE:
            return tr("Serahkan {amount} dari laci ke tamu.").format(amount=rupiah(amount))
        case _:
            assert_never(deed)


def why_words(why: Why) -> str:
    match why:
        case Why.NONE:
            return tr("Tanpa alasan")
        case Why.PRINTER:
            return tr("Printer macet")
        case Why.BAD_PRINT:
            return tr("Hasil cetak jelek")
        case Why.CAMERA:
            return tr("Kamera bermasalah")
        case Why.PAID_LATE:
            return tr("Bayar terlambat")
        case Why.PAID_IN_PART:
            return tr("Bayar kurang")
        case Why.GUEST_ASKED:
            return tr("Diminta tamu")
        case _:
            assert_never(why)


def likely_why(reason: OwedReason | None) -> Why:
    """The reason that is picked before staff pick another."""
    match reason:
        case OwedReason.PRINT | OwedReason.PICTURE:
            return Why.PRINTER
        case OwedReason.CAMERA:
            return Why.CAMERA
        case OwedReason.PAID_LATE:
            return Why.PAID_LATE
        case OwedReason.PAID_IN_PART:
            return Why.PAID_IN_PART
        case OwedReason.COMPLAINT:
            return Why.BAD_PRINT
        case None:
            return Why.NONE
        case _:
            assert_never(reason)


def age_words(minutes: int) -> str:
    if minutes < 1:
        return tr("baru saja")
    if minutes < 60:
        return tr("%n menit", "", minutes)
    if minutes < MINUTES_A_DAY:
        return tr("%n jam", "", minutes // 60)
    return tr("%n hari", "", minutes // MINUTES_A_DAY)


def clock_words(at: str) -> str:
    """``at`` is ISO UTC; the words are in the booth's own zone."""
    return clock(moment(at))


def date_words(at: str) -> str:
    return day_and_clock(moment(at))


def difference_words(difference: int) -> str:
    if difference == 0:
        return tr("Pas", "money: neither more nor less")
    words = tr("Lebih {amount}") if difference > 0 else tr("Kurang {amount}")
    return words.format(amount=rupiah(abs(difference)))
