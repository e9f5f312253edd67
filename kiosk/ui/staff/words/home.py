"""How the booth is, in staff's words: what is the case, and what their hands do about it."""

from __future__ import annotations

from typing import assert_never

from kiosk.booth.view import Check
from kiosk.ui.translating import tr


def check_name(check: Check) -> str:
    match check:
        case Check.CAMERA:
            return tr("Kamera")
        case Check.PRINTER:
            return tr("Printer")
        case Check.MEDIA:
            return tr("Kertas")
        case Check.CUPS:
            return tr("Layanan cetak")
        case Check.DISK:
            return tr("Ruang simpan")
        case Check.STORE:
            return tr("Catatan booth")
        case Check.LICENCE:
            return tr("Lisensi")
        case Check.CLOUD:
            return tr("Internet")
        case Check.PAYMENT:
            return tr("Pembayaran")
        case Check.CLOCK:
            return tr("Jam")
        case Check.SETTINGS:
            return tr("Pengaturan")
        case _:
            assert_never(check)


def well_words(check: Check) -> str:
    match check:
        case Check.CAMERA:
            return tr("Menyala")
        case Check.PRINTER | Check.CUPS:
            return tr("Siap mencetak")
        case Check.MEDIA:
            return tr("Cukup untuk semua paket")
        case Check.DISK:
            return tr("Cukup")
        case Check.STORE:
            return tr("Bisa ditulis")
        case Check.LICENCE:
            return tr("Berlaku")
        case Check.CLOUD:
            return tr("Tersambung")
        case Check.PAYMENT:
            return tr("Tamu bisa bayar")
        case Check.CLOCK:
            return tr("Benar")
        case Check.SETTINGS:
            return tr("Berlaku semua")
        case _:
            assert_never(check)


def ill_words(check: Check) -> str:
    match check:
        case Check.CAMERA:
            return tr("Tidak ada gambar")
        case Check.PRINTER:
            return tr("Belum ada yang siap")
        case Check.MEDIA:
            return tr("Kertas atau pita kurang")
        case Check.CUPS:
            return tr("Bisa mencetak dua kali setelah listrik padam")
        case Check.DISK:
            return tr("Hampir penuh")
        case Check.STORE:
            return tr("Tidak bisa ditulis")
        case Check.LICENCE:
            return tr("Tidak berlaku")
        case Check.CLOUD:
            return tr("Terputus, foto menunggu dan aman")
        case Check.PAYMENT:
            return tr("Tamu belum bisa bayar")
        case Check.CLOCK:
            return tr("Belum diatur")
        case Check.SETTINGS:
            return tr("Ada yang tidak berlaku")
        case _:
            assert_never(check)


def remedy_words(check: Check) -> str:
    """What hands do."""
    match check:
        case Check.CAMERA:
            return tr("Periksa kabelnya, lalu nyalakan ulang.")
        case Check.PRINTER:
            return tr("Lihat printernya: kertas, pita, tutup, listrik.")
        case Check.MEDIA:
            return tr("Isi kertas dan pita, lalu catat jumlahnya.")
        case Check.CUPS:
            return tr("Minta teknisi memasang pengaman CUPS.")
        case Check.DISK:
            return tr("Minta teknisi mengosongkan disk.")
        case Check.STORE:
            return tr("Minta teknisi memeriksa disk dan hak aksesnya.")
        case Check.LICENCE:
            return tr("Hubungi penjual booth untuk memperpanjang.")
        case Check.CLOUD:
            return tr("Periksa router atau hotspot.")
        case Check.PAYMENT:
            return tr("Buka kasir untuk tunai, atau periksa internet untuk QRIS.")
        case Check.CLOCK:
            return tr("Sambungkan internet; jam akan benar sendiri.")
        case Check.SETTINGS:
            return tr("Atur lagi di Kamera atau Acara.")
        case _:
            assert_never(check)


def mend_words(check: Check) -> str:
    """On the button; empty where no button helps."""
    match check:
        case Check.CAMERA:
            return tr("Nyalakan ulang")
        case Check.PRINTER | Check.MEDIA:
            return tr("Lihat printer")
        case Check.CLOUD | Check.CLOCK:
            return tr("Coba sekarang")
        case Check.LICENCE:
            return tr("Lihat lisensi")
        case Check.PAYMENT:
            return tr("Buka kasir")
        case Check.SETTINGS:
            return tr("Atur lagi")
        case Check.CUPS | Check.DISK | Check.STORE:
            return tr("Salin log")
        case _:
            assert_never(check)


def next_lock_words(seconds: int) -> str:
    if seconds < 60:
        return tr("Kalau salah lagi, terkunci {n} detik.").format(n=seconds)
    return tr("Kalau salah lagi, terkunci {n} menit.").format(n=seconds // 60)


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
