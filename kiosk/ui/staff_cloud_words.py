"""What waits for the cloud, and what the booth is, in staff's words."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from kiosk.booth.staff.about_view import Copying, LicenceFacts, LogCopy
from kiosk.booth.staff.cloud_view import CloudView

GIGABYTE = 1 << 30


def _tr(text: str) -> str:
    return QCoreApplication.translate("cloud", text)


def waiting_words(kind: str) -> str:
    """Of one kind of the outbox's entries."""
    words = {
        "upload": _tr("Foto untuk halaman tamu"),
        "photo": _tr("Data cetakan"),
        "payment": _tr("Catatan pembayaran"),
        "cancel_payment": _tr("Kode QRIS yang dibatalkan"),
        "printer": _tr("Data printer"),
        "price": _tr("Daftar harga"),
    }
    return words.get(kind, kind)


def waiting_icon(kind: str) -> str:
    icons = {"upload": "images", "payment": "banknote", "cancel_payment": "qr-code"}
    return icons.get(kind, "printer" if kind == "printer" else "layers")


def cloud_title(cloud: CloudView) -> str:
    if cloud.trying and cloud.total:
        return _tr("Sedang mengirim…")
    match cloud.reachable:
        case None:
            return _tr("Sedang menyambung…")
        case True:
            return _tr("Tersambung") if cloud.total else _tr("Semua sudah terkirim")
        case False:
            return _tr("Tidak tersambung")


def cloud_words(cloud: CloudView) -> str:
    """What staff need not worry about, or could do."""
    if cloud.reachable is False:
        return _tr("Semua tersimpan di booth dan dikirim sendiri begitu internet ada.")
    if cloud.total:
        return _tr("{n} menunggu dikirim.").format(n=cloud.total)
    return ""


def next_try_words(cloud: CloudView) -> str:
    if cloud.trying or not cloud.next_try_s:
        return ""
    return _tr("Dicoba lagi sendiri dalam {n} detik").format(n=cloud.next_try_s)


def stuck_words(stuck: int) -> str:
    return _tr("{n} berkali-kali ditolak").format(n=stuck) if stuck else ""


def licence_words(licence: LicenceFacts) -> str:
    if licence.until is None:
        return _tr("Belum ada")
    known = {"starter": "Starter", "pro": "Pro", "enterprise": "Enterprise"}
    name = known.get(licence.type, licence.type)
    if licence.trouble:
        return _tr("{name}, tidak berlaku (sampai {day})").format(
            name=name, day=long_day(licence.until)
        )
    return _tr("{name}, sampai {day}").format(name=name, day=long_day(licence.until))


def long_day(day: date) -> str:
    """``31 Desember 2026``."""
    months = (
        _tr("Januari"),
        _tr("Februari"),
        _tr("Maret"),
        _tr("April"),
        _tr("Mei"),
        _tr("Juni"),
        _tr("Juli"),
        _tr("Agustus"),
        _tr("September"),
        _tr("Oktober"),
        _tr("November"),
        _tr("Desember"),
    )
    return f"{day.day} {months[day.month - 1]} {day.year}"


def gigabytes(size: int) -> str:
    """``7,6 GB``."""
    return _tr("{n} GB").format(n=f"{size / GIGABYTE:.1f}".replace(".", _tr(",")))


def copy_title(copy: LogCopy) -> str:
    match copy.state:
        case Copying.IDLE:
            return ""
        case Copying.GOING:
            return _tr("Menyalin… {n} %").format(n=int(100 * copy.part))
        case Copying.DONE:
            return _tr("Tersalin. USB boleh dicabut.")
        case Copying.NO_STICK:
            return _tr("Belum ada USB")
        case Copying.FULL:
            return _tr("USB-nya penuh")
        case Copying.FAILED:
            return _tr("Belum berhasil disalin")
        case _:
            assert_never(copy.state)


def copy_words(copy: LogCopy) -> str:
    """What hands do next."""
    match copy.state:
        case Copying.IDLE | Copying.GOING:
            return ""
        case Copying.DONE:
            return copy.file
        case Copying.NO_STICK:
            return _tr("Colokkan USB, tunggu sebentar, lalu coba lagi.")
        case Copying.FULL:
            return _tr("Kosongkan sedikit, atau pakai USB lain.")
        case Copying.FAILED:
            return _tr("Cabut, colokkan lagi, lalu coba lagi.")
        case _:
            assert_never(copy.state)
