"""What staff read about a printer's fault: what is the case, and what their hands do next.

Indonesian is the source language. One short line each.
"""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.domain.faults import Fault
from kiosk.ui.translating import marked, tr


def fault_cause(fault: Fault) -> str:
    return tr(WORDS[fault][0])


def fault_remedy(fault: Fault) -> str:
    return tr(WORDS[fault][1])


WORDS: Mapping[Fault, tuple[str, str]] = {
    Fault.MEDIA_EMPTY: (
        marked("Kertas habis"),
        marked("Isi kertas dan ribon baru, lalu tutup printer."),
    ),
    Fault.MEDIA_NEEDED: (
        marked("Printer minta kertas"),
        marked("Isi kertas dengan ukuran di kartu ini."),
    ),
    Fault.WRONG_MEDIA: (
        marked("Kertas atau ribon tidak cocok"),
        marked("Pasang kertas dan ribon dari satu dus yang sama."),
    ),
    Fault.MEDIA_JAM: (
        marked("Kertas macet"),
        marked("Buka printer, tarik kertasnya pelan-pelan, pasang lagi."),
    ),
    Fault.COVER_OPEN: (
        marked("Tutup printer terbuka"),
        marked("Tutup sampai terdengar klik."),
    ),
    Fault.TRAY_MISSING: (
        marked("Laci kertas belum terpasang"),
        marked("Dorong laci kertas sampai terdengar klik."),
    ),
    Fault.MARKER_SUPPLY_EMPTY: (
        marked("Ribon habis"),
        marked("Ganti ribon bersama kertasnya."),
    ),
    Fault.RIBBON: (
        marked("Ribon kendur, putus, atau belum ada"),
        marked("Keluarkan ribon, kencangkan gulungannya, pasang lagi."),
    ),
    Fault.OUTPUT_FULL: (
        marked("Baki hasil cetak penuh"),
        marked("Ambil semua cetakan dari baki."),
    ),
    Fault.WASTE_FULL: (
        marked("Kotak potongan kertas penuh atau lepas"),
        marked("Kosongkan kotaknya, lalu pasang lagi."),
    ),
    Fault.TEMPERATURE: (
        marked("Suhu printer tidak wajar"),
        marked("Matikan 15 menit, lapangkan ventilasinya, lalu nyalakan."),
    ),
    Fault.PREPARING: (
        marked("Printer sedang mengatur suhu"),
        marked("Tunggu saja, nanti lanjut sendiri."),
    ),
    Fault.OFFLINE: (
        marked("Printer tidak terhubung"),
        marked("Periksa listriknya, lalu cabut dan pasang lagi kabelnya."),
    ),
    Fault.PAUSED: (
        marked("Antrean cetak berhenti"),
        marked("Sentuh Coba lagi di kartu ini."),
    ),
    Fault.DRIVER: (
        marked("Driver printer tidak lengkap"),
        marked("Hapus printer ini, lalu pasang lagi. Masih gagal? Hubungi teknisi."),
    ),
    Fault.SERVICE: (
        marked("Ada bagian printer yang rusak"),
        marked("Matikan 1 menit, lalu nyalakan. Masih sama? Hubungi servis."),
    ),
    Fault.OTHER: (
        marked("Printer berhenti"),
        marked("Baca layar printernya, lalu matikan dan nyalakan lagi."),
    ),
}
