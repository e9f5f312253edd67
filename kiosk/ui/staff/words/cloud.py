"""What waits for the cloud, and what the booth is, in staff's words."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from kiosk.booth.staff.about_view import Copying, LicenceFacts, LogCopy
from kiosk.booth.staff.cloud_view import CloudView
from kiosk.ui.staff.words.numbers import decimal
from kiosk.ui.translating import tr

GIGABYTE = 1 << 30


def waiting_words(kind: str) -> str:
    """Of one kind of the outbox's entries."""
    words = {
        "upload": tr("Foto untuk halaman tamu"),
        "photo": tr("Data cetakan"),
        "payment": tr("Catatan pembayaran"),
        "cancel_payment": tr("Kode QRIS yang dibatalkan"),
        "printer": tr("Data printer"),
        "price": tr("Daftar harga"),
    }
    return words.get(kind, kind)


def waiting_icon(kind: str) -> str:
    icons = {"upload": "images", "payment": "banknote", "cancel_payment": "qr-code"}
    return icons.get(kind, "printer" if kind == "printer" else "layers")


def cloud_title(cloud: CloudView) -> str:
    if cloud.trying and cloud.total:
        return tr("Sedang mengirim…")
    match cloud.reachable:
        case None:
            return tr("Sedang menyambung…")
        case True:
            return tr("Tersambung") if cloud.total else tr("Semua sudah terkirim")
        case False:
            return tr("Tidak tersambung")


def cloud_words(cloud: CloudView) -> str:
    """What staff need not worry about, or could do."""
    if cloud.reachable is False:
        return tr("Semua tersimpan di booth dan dikirim sendiri begitu internet ada.")
    if cloud.total:
        return tr("{n} menunggu dikirim.").format(n=cloud.total)
    return ""


def next_try_words(cloud: CloudView) -> str:
    if cloud.trying or not cloud.next_try_s:
        return ""
    return tr("Dicoba lagi sendiri dalam {n} detik").format(n=cloud.next_try_s)


def stuck_words(stuck: int) -> str:
    return tr("{n} berkali-kali ditolak").format(n=stuck) if stuck else ""


def licence_words(licence: LicenceFacts) -> str:
    if licence.until is None:
        return tr("Belum ada")
    known = {"starter": "Starter", "pro": "Pro", "enterprise": "Enterprise"}
    name = known.get(licence.type, licence.type)
    if licence.trouble:
        return tr("{name}, tidak berlaku (sampai {day})").format(
            name=name, day=long_day(licence.until)
        )
    return tr("{name}, sampai {day}").format(name=name, day=long_day(licence.until))


def long_day(day: date) -> str:
    """``31 Desember 2026``."""
    months = (
        tr("Januari"),
        tr("Februari"),
        tr("Maret"),
        tr("April"),
        tr("Mei"),
        tr("Juni"),
        tr("Juli"),
        tr("Agustus"),
        tr("September"),
        tr("Oktober"),
        tr("November"),
        tr("Desember"),
    )
    return f"{day.day} {months[day.month - 1]} {day.year}"


def gigabytes(size: int) -> str:
    """``7,6 GB``."""
    return tr("{n} GB").format(n=decimal(size / GIGABYTE))


def copy_title(copy: LogCopy) -> str:
    match copy.state:
        case Copying.IDLE:
            return ""
        case Copying.GOING:
            return tr("Menyalin… {n} %").format(n=int(100 * copy.part))
        case Copying.DONE:
            return tr("Tersalin. USB boleh dicabut.")
        case Copying.NO_STICK:
            return tr("Belum ada USB")
        case Copying.FULL:
            return tr("USB-nya penuh")
        case Copying.FAILED:
            return tr("Belum berhasil disalin")
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
            return tr("Colokkan USB, tunggu sebentar, lalu coba lagi.")
        case Copying.FULL:
            return tr("Kosongkan sedikit, atau pakai USB lain.")
        case Copying.FAILED:
            return tr("Cabut, colokkan lagi, lalu coba lagi.")
        case _:
            assert_never(copy.state)
