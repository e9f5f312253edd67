"""How the booth is, in staff's words: what is the case, and what their hands do about it."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from kiosk.booth.view import Check


def _tr(text: str) -> str:
    return QCoreApplication.translate("staff", text)


def check_name(check: Check) -> str:
    match check:
        case Check.CAMERA:
            return _tr("Kamera")
        case Check.PRINTER:
            return _tr("Printer")
        case Check.MEDIA:
            return _tr("Kertas")
        case Check.CUPS:
            return _tr("Layanan cetak")
        case Check.DISK:
            return _tr("Ruang simpan")
        case Check.STORE:
            return _tr("Catatan booth")
        case Check.LICENCE:
            return _tr("Lisensi")
        case Check.CLOUD:
            return _tr("Internet")
        case Check.PAYMENT:
            return _tr("Pembayaran")
        case Check.CLOCK:
            return _tr("Jam")
        case Check.SETTINGS:
            return _tr("Pengaturan")
        case _:
            assert_never(check)


def well_words(check: Check) -> str:
    match check:
        case Check.CAMERA:
            return _tr("Menyala")
        case Check.PRINTER | Check.CUPS:
            return _tr("Siap mencetak")
        case Check.MEDIA:
            return _tr("Cukup untuk semua paket")
        case Check.DISK:
            return _tr("Cukup")
        case Check.STORE:
            return _tr("Bisa ditulis")
        case Check.LICENCE:
            return _tr("Berlaku")
        case Check.CLOUD:
            return _tr("Tersambung")
        case Check.PAYMENT:
            return _tr("Tamu bisa bayar")
        case Check.CLOCK:
            return _tr("Benar")
        case Check.SETTINGS:
            return _tr("Berlaku semua")
        case _:
            assert_never(check)


def ill_words(check: Check) -> str:
    match check:
        case Check.CAMERA:
            return _tr("Tidak ada gambar")
        case Check.PRINTER:
            return _tr("Belum ada yang siap")
        case Check.MEDIA:
            return _tr("Kertas atau pita kurang")
        case Check.CUPS:
            return _tr("Bisa mencetak dua kali setelah listrik padam")
        case Check.DISK:
            return _tr("Hampir penuh")
        case Check.STORE:
            return _tr("Tidak bisa ditulis")
        case Check.LICENCE:
            return _tr("Tidak berlaku")
        case Check.CLOUD:
            return _tr("Terputus, foto menunggu dan aman")
        case Check.PAYMENT:
            return _tr("Tamu belum bisa bayar")
        case Check.CLOCK:
            return _tr("Belum diatur")
        case Check.SETTINGS:
            return _tr("Ada yang tidak berlaku")
        case _:
            assert_never(check)


def remedy_words(check: Check) -> str:
    """What hands do."""
    match check:
        case Check.CAMERA:
            return _tr("Periksa kabelnya, lalu nyalakan ulang.")
        case Check.PRINTER:
            return _tr("Lihat printernya: kertas, pita, tutup, listrik.")
        case Check.MEDIA:
            return _tr("Isi kertas dan pita, lalu catat jumlahnya.")
        case Check.CUPS:
            return _tr("Minta teknisi memasang pengaman CUPS.")
        case Check.DISK:
            return _tr("Minta teknisi mengosongkan disk.")
        case Check.STORE:
            return _tr("Minta teknisi memeriksa disk dan hak aksesnya.")
        case Check.LICENCE:
            return _tr("Hubungi penjual booth untuk memperpanjang.")
        case Check.CLOUD:
            return _tr("Periksa router atau hotspot.")
        case Check.PAYMENT:
            return _tr("Buka kasir untuk tunai, atau periksa internet untuk QRIS.")
        case Check.CLOCK:
            return _tr("Sambungkan internet; jam akan benar sendiri.")
        case Check.SETTINGS:
            return _tr("Atur lagi di Kamera atau Acara.")
        case _:
            assert_never(check)


def mend_words(check: Check) -> str:
    """On the button; empty where no button helps."""
    match check:
        case Check.CAMERA:
            return _tr("Nyalakan ulang")
        case Check.PRINTER | Check.MEDIA:
            return _tr("Lihat printer")
        case Check.CLOUD | Check.CLOCK:
            return _tr("Coba sekarang")
        case Check.LICENCE:
            return _tr("Lihat lisensi")
        case Check.PAYMENT:
            return _tr("Buka kasir")
        case Check.CUPS | Check.DISK | Check.STORE | Check.SETTINGS:
            return _tr("Salin log")
        case _:
            assert_never(check)


def check_icon(check: Check) -> str:
    match check:
        case Check.CAMERA:
            return "camera"
        case Check.PRINTER | Check.CUPS:
            return "printer"
        case Check.MEDIA:
            return "layers"
        case Check.DISK | Check.STORE:
            return "hard-drive"
        case Check.LICENCE:
            return "lock"
        case Check.CLOUD:
            return "cloud"
        case Check.PAYMENT:
            return "banknote"
        case Check.CLOCK:
            return "clock"
        case Check.SETTINGS:
            return "settings"
        case _:
            assert_never(check)
