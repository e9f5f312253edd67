"""How what staff asked for ended, in their words: what is the case, and what they do next."""

from __future__ import annotations

from typing import assert_never

from kiosk.booth.staff.view import Outcome, Report
from kiosk.ui.translating import tr

A_GUEST_WAITS = frozenset(
    {
        Outcome.CASH_LATE,
        Outcome.CASH_OVER,
        Outcome.REPRINT_FAILED,
        Outcome.REFUND_FAILED,
        Outcome.NO_PRINTER,
    }
)
"""News over which a guest or their money still waits."""


def is_good_news(outcome: Outcome) -> bool:
    match outcome:
        case (
            Outcome.ADDED
            | Outcome.REMOVED
            | Outcome.TEST_PRINTED
            | Outcome.CALIBRATION_PRINTED
            | Outcome.SAVED
            | Outcome.CASH_TAKEN
            | Outcome.REPRINTING
            | Outcome.REPRINTED
            | Outcome.COMPED
            | Outcome.REFUNDED
            | Outcome.REFUND_ASKED
            | Outcome.CHANGE_RETURNED
            | Outcome.SHIFT_OPENED
            | Outcome.SHIFT_CLOSED
            | Outcome.CAMERA_CHANGED
            | Outcome.SHOWCASE_CLEARED
        ):
            return True
        case (
            Outcome.ADD_FAILED
            | Outcome.PRINT_FAILED
            | Outcome.REFUSED
            | Outcome.CUPS_SILENT
            | Outcome.CASH_LATE
            | Outcome.CASH_OVER
            | Outcome.REPRINT_FAILED
            | Outcome.REFUND_FAILED
            | Outcome.SLIP_FAILED
            | Outcome.OWNER_ONLY
            | Outcome.NEEDS_SHIFT
            | Outcome.NO_PRINTER
            | Outcome.MOVED_ON
            | Outcome.NOT_WRITTEN
            | Outcome.CAMERA_BACK
            | Outcome.CAMERA_BUSY
            | Outcome.PROOF_FAILED
            | Outcome.GUEST_HERE
            | Outcome.EVENT_OWNER_ONLY
        ):
            return False
        case _:
            assert_never(outcome)


def report_words(report: Report) -> str:
    return _words(report.outcome).format(
        name=report.about or tr("Printer"), code=report.about, who=report.detail or tr("pemilik")
    )


def report_detail(report: Report) -> str:
    """What the words don't say already, in English."""
    return "" if report.outcome is Outcome.OWNER_ONLY else report.detail


def _words(outcome: Outcome) -> str:
    match outcome:
        case Outcome.ADDED:
            return tr("{name} terpasang. Cetak tes dulu, ya.")
        case Outcome.REMOVED:
            return tr("{name} sudah dihapus.")
        case Outcome.TEST_PRINTED:
            return tr("Halaman tes keluar dari {name}.")
        case Outcome.CALIBRATION_PRINTED:
            return tr("Lembar kalibrasi sudah keluar.")
        case Outcome.SAVED:
            return tr("Tersimpan.")
        case Outcome.ADD_FAILED:
            return tr("Belum bisa dipasang. Periksa kabel dan listriknya, lalu coba lagi.")
        case Outcome.PRINT_FAILED:
            return tr("{name} belum bisa mencetaknya. Lihat printernya, lalu coba lagi.")
        case Outcome.REFUSED:
            return tr("Itu belum bisa dilakukan sekarang.")
        case Outcome.CUPS_SILENT:
            return tr("Layanan cetak tidak menjawab. Coba lagi sebentar lagi.")
        case _:
            return _till_words(outcome)


def _till_words(outcome: Outcome) -> str:
    words = {
        Outcome.CASH_TAKEN: tr("Uang tunai tercatat. Tamu bisa mulai."),
        Outcome.CASH_LATE: tr("Tamu sudah pergi. Uangnya tercatat dengan kode {code}."),
        Outcome.CASH_OVER: tr("Tamu sudah membayar. Kembalikan uangnya: kode {code}."),
        Outcome.REPRINTING: tr("{code} sedang dicetak ulang."),
        Outcome.REPRINTED: tr("Cetak ulang {code} sudah keluar. Selesai!"),
        Outcome.REPRINT_FAILED: tr("Cetak ulang {code} belum berhasil. Lihat printernya."),
        Outcome.COMPED: tr("{code} selesai: diganti sesi gratis."),
        Outcome.REFUNDED: tr("{code} selesai: uangnya sudah kembali."),
        Outcome.REFUND_ASKED: tr("Pengembalian QRIS {code} sedang diproses."),
        Outcome.REFUND_FAILED: tr("QRIS {code} gagal dikembalikan. Pakai cara lain."),
        Outcome.CHANGE_RETURNED: tr("Kembalian {code} sudah tercatat."),
        Outcome.SHIFT_OPENED: tr("Kasir dibuka."),
        Outcome.SHIFT_CLOSED: tr("Kasir ditutup."),
        Outcome.SLIP_FAILED: tr("Struk belum tercetak. Kasir tetap ditutup."),
        Outcome.OWNER_ONLY: tr("Hanya {who} yang boleh mengembalikan uang."),
        Outcome.NEEDS_SHIFT: tr("Buka kasir dulu, ya."),
        Outcome.NO_PRINTER: tr("Belum ada printer yang siap mencetaknya."),
        Outcome.MOVED_ON: tr("Keadaannya sudah berubah. Lihat lagi daftarnya."),
        Outcome.CAMERA_CHANGED: tr("Kamera baru sudah dipakai."),
        Outcome.CAMERA_BACK: tr("Tidak ada gambar. Kamera lama dipasang lagi."),
        Outcome.CAMERA_BUSY: tr("Kamera sedang diatur. Tunggu sebentar, ya."),
        Outcome.PROOF_FAILED: tr("Foto tes belum berhasil. Periksa kameranya, lalu coba lagi."),
        Outcome.GUEST_HERE: tr("Masih ada tamu di layar. Tunggu sampai selesai, ya."),
        Outcome.EVENT_OWNER_ONLY: tr("Hanya pemilik yang boleh mengubah acara."),
        Outcome.SHOWCASE_CLEARED: tr("Cetakan tamu tidak tampil lagi di layar depan."),
        Outcome.NOT_WRITTEN: tr("Belum tercatat. Booth mencoba terus; jangan ulangi dulu."),
    }
    return words[outcome]
