"""How what staff asked for ended, in their words: what is the case, and what they do next."""

from __future__ import annotations

from typing import assert_never

from kiosk.booth.staff.view import Outcome, Report
from kiosk.ui.translating import tr as _tr


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
        name=report.about or _tr("Printer"), code=report.about, who=report.detail or _tr("pemilik")
    )


def report_detail(report: Report) -> str:
    """What the words don't say already, in English."""
    return "" if report.outcome is Outcome.OWNER_ONLY else report.detail


def _words(outcome: Outcome) -> str:
    match outcome:
        case Outcome.ADDED:
            return _tr("{name} terpasang. Cetak tes dulu, ya.")
        case Outcome.REMOVED:
            return _tr("{name} sudah dihapus.")
        case Outcome.TEST_PRINTED:
            return _tr("Halaman tes keluar dari {name}.")
        case Outcome.CALIBRATION_PRINTED:
            return _tr("Lembar kalibrasi sudah keluar.")
        case Outcome.SAVED:
            return _tr("Tersimpan.")
        case Outcome.ADD_FAILED:
            return _tr("Belum bisa dipasang. Periksa kabel dan listriknya, lalu coba lagi.")
        case Outcome.PRINT_FAILED:
            return _tr("{name} belum bisa mencetaknya. Lihat printernya, lalu coba lagi.")
        case Outcome.REFUSED:
            return _tr("Itu belum bisa dilakukan sekarang.")
        case Outcome.CUPS_SILENT:
            return _tr("Layanan cetak tidak menjawab. Coba lagi sebentar lagi.")
        case _:
            return _till_words(outcome)


def _till_words(outcome: Outcome) -> str:
    words = {
        Outcome.CASH_TAKEN: _tr("Uang tunai tercatat. Tamu bisa mulai."),
        Outcome.CASH_LATE: _tr("Tamu sudah pergi. Uangnya tercatat dengan kode {code}."),
        Outcome.CASH_OVER: _tr("Tamu sudah membayar. Kembalikan uangnya: kode {code}."),
        Outcome.REPRINTING: _tr("{code} sedang dicetak ulang."),
        Outcome.REPRINTED: _tr("Cetak ulang {code} sudah keluar. Selesai!"),
        Outcome.REPRINT_FAILED: _tr("Cetak ulang {code} belum berhasil. Lihat printernya."),
        Outcome.COMPED: _tr("{code} selesai: diganti sesi gratis."),
        Outcome.REFUNDED: _tr("{code} selesai: uangnya sudah kembali."),
        Outcome.REFUND_ASKED: _tr("Pengembalian QRIS {code} sedang diproses."),
        Outcome.REFUND_FAILED: _tr("QRIS {code} gagal dikembalikan. Pakai cara lain."),
        Outcome.CHANGE_RETURNED: _tr("Kembalian {code} sudah tercatat."),
        Outcome.SHIFT_OPENED: _tr("Kasir dibuka."),
        Outcome.SHIFT_CLOSED: _tr("Kasir ditutup."),
        Outcome.SLIP_FAILED: _tr("Struk belum tercetak. Kasir tetap ditutup."),
        Outcome.OWNER_ONLY: _tr("Hanya {who} yang boleh mengembalikan uang."),
        Outcome.NEEDS_SHIFT: _tr("Buka kasir dulu, ya."),
        Outcome.NO_PRINTER: _tr("Belum ada printer yang siap mencetaknya."),
        Outcome.MOVED_ON: _tr("Keadaannya sudah berubah. Lihat lagi daftarnya."),
        Outcome.CAMERA_CHANGED: _tr("Kamera baru sudah dipakai."),
        Outcome.CAMERA_BACK: _tr("Tidak ada gambar. Kamera lama dipasang lagi."),
        Outcome.CAMERA_BUSY: _tr("Kamera sedang diatur. Tunggu sebentar, ya."),
        Outcome.PROOF_FAILED: _tr("Foto tes belum berhasil. Periksa kameranya, lalu coba lagi."),
        Outcome.GUEST_HERE: _tr("Masih ada tamu di layar. Tunggu sampai selesai, ya."),
        Outcome.EVENT_OWNER_ONLY: _tr("Hanya pemilik yang boleh mengubah acara."),
        Outcome.NOT_WRITTEN: _tr("Belum tercatat. Booth mencoba terus; jangan ulangi dulu."),
    }
    return words[outcome]
