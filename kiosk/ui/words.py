"""What the booth's enums say to a guest. Everything else that is read stands in QML.

Indonesian is the source language. Nothing here names a part, a code or a culprit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

from kiosk.booth.view import AtPrinter, Check, InLine, Notice, PrintProgress, Problem
from kiosk.domain.faults import Fault, leading
from kiosk.domain.money import rupiah
from kiosk.domain.order import Order, Package, PaymentMethod
from kiosk.domain.printing import Sheet
from kiosk.domain.states import CancelReason, Owed, OwedReason, Printing, Refunding
from kiosk.ui.translating import tr

NO_BREAK = "\u00a0"


def sheet_words(package: Package) -> str:
    """What comes out of the printer: ``2 lembar 4×6``."""
    match package.sheet:
        case Sheet.FOUR_BY_SIX:
            return tr("%n lembar 4×6", "", package.copies)
        case Sheet.TWO_BY_SIX_PAIR:
            return tr("%n strip 2×6", "", 2 * package.copies)
        case Sheet.SIX_BY_EIGHT:
            return tr("%n lembar 6×8", "", package.copies)
        case _:
            assert_never(package.sheet)


def shots_words(package: Package) -> str:
    return tr("%n pose", "", package.shots)


def resting_words(problems: Iterable[Problem]) -> str:
    """Why there is no sale now. A guest can wait for paper or a camera, so those are said."""
    checks = {problem.check for problem in problems}
    if Check.MEDIA in checks:
        return tr("Printer sedang diisi kertas.")
    if Check.PRINTER in checks:
        return tr("Printernya sedang disiapkan.")
    if Check.CAMERA in checks:
        return tr("Kameranya sedang disiapkan.")
    return tr("Booth ini sedang disiapkan.")


def printer_words(faults: Iterable[Fault]) -> str:
    """What staff do at the printer meanwhile."""
    fault = leading(faults) or Fault.OTHER
    match fault:
        case (
            Fault.MEDIA_EMPTY
            | Fault.MEDIA_NEEDED
            | Fault.WRONG_MEDIA
            | Fault.TRAY_MISSING
            | Fault.MARKER_SUPPLY_EMPTY
            | Fault.RIBBON
        ):
            return tr("Printer sedang diisi kertas, sebentar ya")
        case Fault.MEDIA_JAM | Fault.COVER_OPEN | Fault.OUTPUT_FULL | Fault.WASTE_FULL:
            return tr("Kertasnya sedang dirapikan, sebentar ya")
        case Fault.PREPARING | Fault.TEMPERATURE:
            return tr("Printer istirahat sejenak, fotomu sebentar lagi dicetak")
        case Fault.OFFLINE | Fault.PAUSED | Fault.DRIVER | Fault.SERVICE | Fault.OTHER:
            return tr("Printer sedang disiapkan lagi, sebentar ya")
        case _:
            assert_never(fault)


def print_words(printing: Printing, progress: PrintProgress | None) -> str:
    """What is known of the way to paper. Of a moved print, other sheets are out already."""
    copies = printing.order.package.copies
    match progress:
        case InLine(guests) if guests > 0:
            return tr("Giliranmu setelah %n orang lagi.", "", guests)
        case AtPrinter(begun=True, out=out) if copies > 1:
            done = copies - printing.job.copies + out
            if done:
                return tr("{n} dari {all} lembar sudah keluar.").format(n=done, all=copies)
            return tr("{all} lembar, satu per satu.").format(all=copies)
        case AtPrinter(begun=False):
            return tr("Printernya bersiap, sebentar lagi mulai.")
        case None | InLine() | AtPrinter():
            return ""
        case _:
            assert_never(progress)


def phone_words(*, online: bool | None) -> str:
    """When the pictures are on the guest's page, as far as the booth can tell."""
    if online is False:
        return tr("Booth sedang offline. Fotomu menyusul, kodenya tetap sama.")
    return tr("Fotomu sampai di sana sebentar lagi.")


def look_title(title: str) -> str:
    """``title`` is the look's own, empty for none."""
    return title or tr("Asli", "a picture in its own colours")


def cancelled_title(reason: CancelReason) -> str:
    match reason:
        case CancelReason.GUEST:
            return tr("Lain kali, ya!")
        case CancelReason.TIME:
            return tr("Waktunya habis")
        case CancelReason.RESTART:
            return tr("Kita mulai lagi, ya")
        case CancelReason.PAYMENT_FAILED:
            return tr("Pembayaran belum berhasil")
        case CancelReason.OUT_OF_SERVICE:
            return tr("Maaf, kami rehat dulu")
        case _:
            assert_never(reason)


def cancelled_words(reason: CancelReason, *, asked_to_pay: bool) -> str:
    """Someone who paid at the last second is owed a print, and must hear where to get it."""
    if asked_to_pay:
        return tr("Sudah telanjur bayar? Tenang, tunjukkan buktinya ke petugas.")
    if reason is CancelReason.TIME:
        return tr("Tidak apa-apa. Sentuh layar kapan pun kamu siap.")
    return tr("Belum ada yang dibayar. Sampai ketemu lagi!")


def way_name(method: PaymentMethod) -> str:
    match method:
        case PaymentMethod.QRIS:
            return tr("QRIS")
        case PaymentMethod.CASH:
            return tr("Tunai")
        case PaymentMethod.VOUCHER:
            return tr("Voucher")
        case PaymentMethod.FREE:
            return tr("Gratis")
        case _:
            assert_never(method)


def picking_words(
    ways: Sequence[PaymentMethod], refused: Sequence[PaymentMethod], *, failed: bool
) -> str:
    """What the guest should know before picking; what doesn't work is named with what does."""
    if not ways:
        return tr("Cara bayarnya sedang kami siapkan. Kalau lama, panggil petugas, ya.")
    if failed:
        return tr("QRIS-nya belum berhasil. Sudah telanjur bayar? Uangmu tetap tercatat.")
    if refused:
        which = _listed([way_name(way) for way in refused], tr("dan"))
        works = _listed([_paying_by(way) for way in ways], tr("atau"))
        said = tr("{which} sedang tidak bisa, {works}{no_break}ya.")
        return said.format(which=which, works=works, no_break=NO_BREAK)
    return tr("Sentuh cara yang kamu mau.")


def _paying_by(method: PaymentMethod) -> str:
    match method:
        case PaymentMethod.QRIS:
            return tr("bayar QRIS")
        case PaymentMethod.CASH:
            return tr("bayar tunai")
        case PaymentMethod.VOUCHER:
            return tr("pakai voucher")
        case PaymentMethod.FREE:
            return tr("gratis")
        case _:
            assert_never(method)


def _listed(words: Sequence[str], joined_by: str) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joined_by} {words[-1]}"


def tally_words(order: Order) -> str:
    """``Harga Rp 35.000 · Voucher −Rp 10.000``; empty where nothing came in yet."""
    sums: dict[PaymentMethod, int] = {}
    for received in order.till.received:
        sums[received.method] = sums.get(received.method, 0) + received.amount
    if not sums:
        return ""
    price = tr("Harga {amount}").format(amount=rupiah(order.amount))
    parts = [price, *(f"{way_name(way)} −{rupiah(sum_)}" for way, sum_ in sums.items())]
    return " · ".join(part.replace(" ", NO_BREAK) for part in parts)


def voucher_words(notice: Notice | None) -> str:
    """Why a voucher is not taken; empty where the notice is about something else."""
    match notice:
        case Notice.VOUCHER_WRONG:
            return tr("Kodenya belum cocok. Cek lagi huruf dan angkanya, ya.")
        case Notice.VOUCHER_EXPIRED:
            return tr("Masa berlaku voucher ini sudah lewat.")
        case Notice.VOUCHER_USED:
            return tr("Voucher ini sudah pernah dipakai.")
        case Notice.VOUCHER_LATER:
            return tr("Terlalu sering salah. Tunggu sebentar, ya.")
        case _:
            return ""


def owed_title(reason: OwedReason) -> str:
    match reason:
        case OwedReason.CAMERA | OwedReason.PICTURE | OwedReason.PRINT | OwedReason.COMPLAINT:
            return tr("Maaf, kami bereskan dulu")
        case OwedReason.PAID_IN_PART | OwedReason.PAID_LATE:
            return tr("Uangmu aman")
        case _:
            assert_never(reason)


def owed_words(owed: Owed) -> str:
    if isinstance(owed.refund, Refunding):
        return tr("Uangmu sedang dikembalikan lewat QRIS. Simpan kode ini sampai masuk, ya.")
    match owed.reason:
        case OwedReason.CAMERA:
            return tr("Kamera kami sedang bermasalah, jadi fotonya belum bisa diambil.")
        case OwedReason.PICTURE:
            return tr("Fotomu sudah tersimpan, tapi belum bisa kami susun.")
        case OwedReason.PRINT:
            return tr("Fotomu sudah tersimpan, tapi printer kami belum bisa mencetaknya.")
        case OwedReason.PAID_IN_PART:
            return tr("Bayarnya belum cukup. Petugas mengembalikan uangmu.")
        case OwedReason.PAID_LATE:
            return tr("Bayarmu masuk setelah waktunya habis. Petugas membereskannya.")
        case OwedReason.COMPLAINT:
            return tr("Petugas sedang membereskan cetakanmu.")
        case _:
            assert_never(owed.reason)
