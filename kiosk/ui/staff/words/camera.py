"""Why the camera gives no picture, in staff's words, and what their hands do about it."""

from __future__ import annotations

from typing import assert_never

from kiosk.domain.camera import CameraTrouble
from kiosk.ui.translating import tr


def trouble_words(trouble: CameraTrouble) -> str:
    """What is the case."""
    match trouble:
        case CameraTrouble.UNPLUGGED:
            return tr("Kamera tercabut")
        case CameraTrouble.NOT_THERE:
            return tr("Kamera tidak ditemukan")
        case CameraTrouble.BUSY:
            return tr("Kamera dipakai program lain")
        case CameraTrouble.FORBIDDEN:
            return tr("Booth belum boleh memakai kamera ini")
        case CameraTrouble.SILENT:
            return tr("Kamera berhenti mengirim gambar")
        case CameraTrouble.UNREACHABLE:
            return tr("Kamera di jaringan tidak menjawab")
        case CameraTrouble.UNREADABLE:
            return tr("Gambar kamera ini tidak bisa dipakai")
        case CameraTrouble.OTHER:
            return tr("Belum ada gambar")
        case _:
            assert_never(trouble)


def remedy_words(trouble: CameraTrouble) -> str:
    """What hands do."""
    match trouble:
        case CameraTrouble.UNPLUGGED | CameraTrouble.SILENT | CameraTrouble.OTHER:
            return tr("Periksa kabel dan listriknya. Kamera dicari terus.")
        case CameraTrouble.NOT_THERE:
            return tr("Colokkan kameranya, atau pilih kamera lain di bawah.")
        case CameraTrouble.BUSY:
            return tr("Tutup program itu. Kamera dicoba terus.")
        case CameraTrouble.FORBIDDEN:
            return tr("Minta teknisi memberi izin, atau pilih kamera lain di bawah.")
        case CameraTrouble.UNREACHABLE:
            return tr("Periksa listrik dan jaringan kamera. Kamera dicari terus.")
        case CameraTrouble.UNREADABLE:
            return tr("Pilih kamera lain di bawah.")
        case _:
            assert_never(trouble)
