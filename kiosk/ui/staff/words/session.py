"""What past sessions say to staff: how far they came, step by step, and what was printed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import assert_never

from kiosk.domain import session as s
from kiosk.domain.money import rupiah
from kiosk.domain.order import PaymentMethod, Received, ReturnWay
from kiosk.domain.session_list import JobEnd, PrintLine, SessionKind
from kiosk.ui.translating import tr
from kiosk.ui.words import way_name


def kind_words(kind: SessionKind) -> str:
    match kind:
        case SessionKind.GOING:
            return tr("Berjalan")
        case SessionKind.DELIVERED:
            return tr("Tercetak")
        case SessionKind.OWED:
            return tr("Menunggu")
        case SessionKind.SETTLED:
            return tr("Beres")
        case SessionKind.CANCELLED:
            return tr("Tidak jadi")
        case _:
            assert_never(kind)


def kind_icon(kind: SessionKind) -> str:
    match kind:
        case SessionKind.GOING:
            return "clock"
        case SessionKind.DELIVERED:
            return "check"
        case SessionKind.OWED:
            return "triangle-alert"
        case SessionKind.SETTLED:
            return "hand"
        case SessionKind.CANCELLED:
            return "x"
        case _:
            assert_never(kind)


def state_words(state: s.State) -> str:
    """How a session stands, in one line."""
    match state:
        case s.Choosing() | s.Paying():
            return tr("Tamu sedang membayar")
        case s.Shooting():
            return tr("Tamu sedang berfoto")
        case s.Arranging():
            return tr("Tamu sedang memilih")
        case s.Printing(reprint=None):
            return tr("Sedang dicetak")
        case s.Printing():
            return tr("Sedang dicetak ulang")
        case s.Delivered():
            return tr("Sudah tercetak")
        case s.Owed():
            return tr("Belum beres, menunggu kamu")
        case s.Settled(how=s.Settlement.REPRINTED, by=by):
            return tr("Dicetak ulang oleh {who}").format(who=by)
        case s.Settled(how=s.Settlement.COMPED, by=by):
            return tr("Diganti sesi gratis oleh {who}").format(who=by)
        case s.Settled(by=by):
            return tr("Uang dikembalikan oleh {who}").format(who=by)
        case s.Cancelled():
            return tr("Tidak jadi, tidak ada yang dibayar")
        case _:
            assert_never(state)


def event_words(event: s.Event) -> str:
    """One step of a session; empty for what staff need not know."""
    match event:
        case s.Started():
            return tr("Layar disentuh")
        case s.Chosen(order):
            return tr("Memilih {name}").format(name=order.package.name)
        case s.ShotTaken(shot):
            return tr("Foto {n} diambil").format(n=shot.seq)
        case s.PictureComposed():
            return tr("Cetakan disusun")
        case s.PrintAsked():
            return tr("Minta dicetak")
        case _:
            return _pay_words(event) or _print_words(event) or _staff_words(event)


def _pay_words(event: s.Event) -> str:
    match event:
        case s.WayPicked(method):
            return tr("Mau bayar: {way}").format(way=way_name(method))
        case s.PaymentOffered():
            return tr("Kode QRIS ditampilkan")
        case s.PaymentCompleted(amount=amount):
            return tr("QRIS masuk {amount}").format(amount=rupiah(amount or 0))
        case s.CashReceived(amount=amount, by=by):
            said = tr("Tunai {amount} diterima {who}")
            return said.format(amount=rupiah(amount), who=by or tr("mesin uang"))
        case s.VoucherTaken(amount=amount):
            return tr("Voucher {amount}").format(amount=rupiah(amount))
        case s.PaymentRefused():
            return tr("QRIS tidak berhasil")
        case s.CancelAsked():
            return tr("Sesi diakhiri sebelum lunas")
        case _:
            return ""


def _print_words(event: s.Event) -> str:
    match event:
        case s.PrintSubmitted():
            return tr("Dikirim ke printer")
        case s.PrintMoved():
            return tr("Dipindah ke printer lain")
        case s.PrintCompleted():
            return tr("Keluar dari printer")
        case s.GaveUp():
            return tr("Gagal, tamu mendapat kode")
        case _:
            return ""


def _staff_words(event: s.Event) -> str:
    match event:
        case s.Complained(approval):
            return tr("Tamu belum puas, dicatat {who}").format(who=approval.by)
        case s.ReprintApproved(approval=approval):
            return tr("Cetak ulang oleh {who}").format(who=approval.by)
        case s.RefundAsked(approval):
            return tr("Pengembalian QRIS diminta {who}").format(who=approval.by)
        case s.RefundDone():
            return tr("QRIS sudah kembali")
        case s.RefundRefused():
            return tr("QRIS gagal kembali")
        case s.SettledByStaff(how, by):
            return settled_words(how, by)
        case s.ChangeReturned(amount=amount, by=by):
            said = tr("Kembalian {amount} diberikan {who}")
            return said.format(amount=rupiah(amount), who=by)
        case _:
            return ""


def settled_words(how: s.Settlement, by: str) -> str:
    match how:
        case s.Settlement.REPRINTED:
            return tr("Dicetak ulang oleh {who}").format(who=by)
        case s.Settlement.COMPED:
            return tr("Diganti sesi gratis oleh {who}").format(who=by)
        case s.Settlement.REFUNDED:
            return tr("Uang dikembalikan oleh {who}").format(who=by)
        case _:
            assert_never(how)


def received_words(received: Iterable[Received]) -> str:
    """``QRIS Rp 35.000 · Voucher Rp 10.000``."""
    parts = (f"{way_name(each.method)} {rupiah(each.amount)}" for each in received)
    return " · ".join(parts) or way_name(PaymentMethod.FREE)


def return_words(way: ReturnWay) -> str:
    match way:
        case ReturnWay.CASH:
            return tr("tunai")
        case ReturnWay.QRIS:
            return tr("QRIS")
        case ReturnWay.TRANSFER:
            return tr("transfer")
        case _:
            assert_never(way)


def print_words(line: PrintLine) -> str:
    """``Printer kiri · 2 dari 2 lembar keluar``."""
    name = line.printer_name or tr("Printer lama")
    return f"{name} · {_sheets_words(line)}"


def _sheets_words(line: PrintLine) -> str:
    match line.end:
        case JobEnd.PENDING:
            return tr("menunggu giliran")
        case JobEnd.PRINTING:
            return tr("sedang dicetak")
        case JobEnd.WITHDRAWING:
            return tr("sedang ditarik")
        case JobEnd.COMPLETED | JobEnd.FAILED:
            if line.sheets is None:
                return tr("tidak pasti berapa yang keluar")
            return tr("{n} dari {all} lembar keluar").format(n=line.sheets, all=line.copies)
        case _:
            assert_never(line.end)


def hour_words(hour: int) -> str:
    return tr("{hour}.{minute}", "a time of day").format(hour=f"{hour:02}", minute="00")


def day_words(day: date | None, days_ago: int) -> str:
    """``Hari ini``, ``Kemarin``, else ``Sab 21/11``; the last is known once it was looked for."""
    if days_ago == 0:
        return tr("Hari ini")
    if days_ago == 1:
        return tr("Kemarin")
    if day is None:
        return "…"
    names = (
        tr("Sen"),
        tr("Sel"),
        tr("Rab"),
        tr("Kam"),
        tr("Jum"),
        tr("Sab"),
        tr("Min"),
    )
    return f"{names[day.weekday()]} {day:%d/%m}"
