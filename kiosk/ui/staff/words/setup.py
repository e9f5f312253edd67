"""What the first start says in words."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from kiosk.booth.staff.setup_view import Activating, Rehearsing
from kiosk.domain.activation import LicenceFault
from kiosk.ui.staff.setup_draft import PinTrouble
from kiosk.ui.translating import tr


def licence_fault_words(fault: LicenceFault) -> str:
    match fault:
        case LicenceFault.UNREADABLE:
            return tr(
                "Ini belum kunci lisensi yang utuh. Kuncinya diawali PB1 dan berisi dua titik."
            )
        case LicenceFault.FORGED:
            return tr("Ada huruf yang tidak cocok. Periksa besar kecilnya, lalu coba lagi.")
        case LicenceFault.EXPIRED:
            return tr("Lisensi ini sudah habis masanya. Minta yang baru ke penjualnya.")
        case LicenceFault.OTHER:
            return tr("Booth ini diaktifkan dengan kunci lain. Pakai kunci yang itu.")
        case _:
            assert_never(fault)


def terms_words(kind: str, expires: date) -> str:
    """``PRO · berlaku sampai 31-12-2027``."""
    return tr("{kind} · berlaku sampai {day}").format(
        kind=kind.upper(), day=expires.strftime("%d-%m-%Y")
    )


def pin_trouble_words(trouble: PinTrouble) -> str:
    match trouble:
        case PinTrouble.NONE:
            return ""
        case PinTrouble.WEAK:
            return tr("PIN ini terlalu mudah ditebak. Pilih yang lain.")
        case PinTrouble.DIFFERENT:
            return tr("Keduanya tidak sama. Ketik PIN barumu sekali lagi dari awal.")
        case _:
            assert_never(trouble)


def activating_title(how: Activating) -> str:
    match how:
        case Activating.NOT_ASKED | Activating.GOING:
            return tr("Sedang mengaktifkan…")
        case Activating.OFFLINE:
            return tr("Internet belum tersambung")
        case Activating.REFUSED:
            return tr("Cloud menolak lisensi ini")
        case Activating.TAKEN:
            return tr("Lisensi ini sudah terdaftar")
        case Activating.FAILED:
            return tr("Booth ini belum bisa menyimpannya")
        case _:
            assert_never(how)


def activating_words(how: Activating) -> str:
    match how:
        case Activating.NOT_ASKED | Activating.GOING:
            return tr("Biasanya hanya beberapa detik.")
        case Activating.OFFLINE:
            return tr(
                "Periksa kabel atau Wi-Fi booth ini. Isianmu aman, dan booth mencoba lagi sendiri."
            )
        case Activating.REFUSED:
            return tr("Periksa lagi datanya, atau hubungi penjual lisensinya.")
        case Activating.TAKEN:
            return tr("Nama atau emailnya berbeda. Ketik persis seperti di booth pertamamu.")
        case Activating.FAILED:
            return tr("Periksa apakah disknya penuh, lalu coba lagi.")
        case _:
            assert_never(how)


def activating_icon(how: Activating) -> str:
    match how:
        case Activating.NOT_ASKED | Activating.GOING:
            return "cloud"
        case Activating.OFFLINE:
            return "wifi-off"
        case Activating.REFUSED | Activating.TAKEN:
            return "circle-alert"
        case Activating.FAILED:
            return "hard-drive"
        case _:
            assert_never(how)


def shown_fault_words(fault: LicenceFault) -> str:
    """Of a key that a camera or a stick gave: nobody has mistyped it."""
    match fault:
        case LicenceFault.UNREADABLE:
            return tr("Itu bukan kunci lisensi. Cari QR dari penjualnya.")
        case LicenceFault.FORGED:
            return tr("Kuncinya rusak, atau bukan dari penjual booth ini.")
        case LicenceFault.EXPIRED | LicenceFault.OTHER:
            return licence_fault_words(fault)
        case _:
            assert_never(fault)


def rehearsing_words(how: Rehearsing) -> str:
    match how:
        case Rehearsing.NOT_YET | Rehearsing.GOING:
            return ""
        case Rehearsing.NOT_READY:
            return tr("Belum bisa dimulai: kamera, printer atau kertasnya belum siap.")
        case Rehearsing.LEFT:
            return tr("Latihannya berhenti sebelum mencetak. Coba lagi, ya.")
        case Rehearsing.OWED:
            return tr("Fotonya tidak tercetak. Periksa printernya, lalu coba lagi.")
        case _:
            assert_never(how)
