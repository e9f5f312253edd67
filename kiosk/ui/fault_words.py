"""What staff read about a printer's fault: what is the case, and what their hands do next.

Indonesian is the source language. One short line each.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from kiosk.domain.faults import Fault


def fault_cause(fault: Fault) -> str:
    return _tr(WORDS[fault][0])


def fault_remedy(fault: Fault) -> str:
    return _tr(WORDS[fault][1])


def _tr(text: str) -> str:
    return QCoreApplication.translate("faults", text)


WORDS: Mapping[Fault, tuple[str, str]] = {
    Fault.MEDIA_EMPTY: (
        "Kertas habis",
        "Isi kertas dan ribon baru, lalu tutup printer.",
    ),
    Fault.MEDIA_NEEDED: (
        "Printer minta kertas",
        "Isi kertas dengan ukuran di kartu ini.",
    ),
    Fault.WRONG_MEDIA: (
        "Kertas atau ribon tidak cocok",
        "Pasang kertas dan ribon dari satu dus yang sama.",
    ),
    Fault.MEDIA_JAM: (
        "Kertas macet",
        "Buka printer, tarik kertasnya pelan-pelan, pasang lagi.",
    ),
    Fault.COVER_OPEN: (
        "Tutup printer terbuka",
        "Tutup sampai terdengar klik.",
    ),
    Fault.TRAY_MISSING: (
        "Laci kertas belum terpasang",
        "Dorong laci kertas sampai terdengar klik.",
    ),
    Fault.MARKER_SUPPLY_EMPTY: (
        "Ribon habis",
        "Ganti ribon bersama kertasnya.",
    ),
    Fault.RIBBON: (
        "Ribon kendur, putus, atau belum ada",
        "Keluarkan ribon, kencangkan gulungannya, pasang lagi.",
    ),
    Fault.OUTPUT_FULL: (
        "Baki hasil cetak penuh",
        "Ambil semua cetakan dari baki.",
    ),
    Fault.WASTE_FULL: (
        "Kotak potongan kertas penuh atau lepas",
        "Kosongkan kotaknya, lalu pasang lagi.",
    ),
    Fault.TEMPERATURE: (
        "Suhu printer tidak wajar",
        "Matikan 15 menit, lapangkan ventilasinya, lalu nyalakan.",
    ),
    Fault.PREPARING: (
        "Printer sedang mengatur suhu",
        "Tunggu saja, nanti lanjut sendiri.",
    ),
    Fault.OFFLINE: (
        "Printer tidak terhubung",
        "Periksa listriknya, lalu cabut dan pasang lagi kabelnya.",
    ),
    Fault.PAUSED: (
        "Antrean cetak berhenti",
        "Sentuh Lanjutkan di kartu ini.",
    ),
    Fault.DRIVER: (
        "Driver printer tidak lengkap",
        "Hapus printer ini, lalu pasang lagi. Masih gagal? Hubungi teknisi.",
    ),
    Fault.SERVICE: (
        "Ada bagian printer yang rusak",
        "Matikan 1 menit, lalu nyalakan. Masih sama? Hubungi servis.",
    ),
    Fault.OTHER: (
        "Printer berhenti",
        "Baca layar printernya, lalu matikan dan nyalakan lagi.",
    ),
}
