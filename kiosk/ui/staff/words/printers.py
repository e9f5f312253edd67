"""What the booth's enums say to staff. Everything else that they read stands in QML.

Indonesian is the source language. Staff are told what is the case and what their hands do next.
"""

from __future__ import annotations

from typing import assert_never

from kiosk.booth.staff.view import Doing, Found, Task
from kiosk.domain.printing import ConnectionType, Media
from kiosk.ui.staff.words.numbers import decimal
from kiosk.ui.translating import tr


def media_words(media: Media) -> str:
    match media:
        case Media.FOUR_BY_SIX:
            return "4×6"
        case Media.SIX_BY_EIGHT:
            return "6×8"
        case Media.OTHER:
            return tr("Lainnya")
        case _:
            assert_never(media)


def task_words(task: Task) -> str:
    match task:
        case Task.TEST_PAGE:
            return tr("Mencetak halaman tes…")
        case Task.CALIBRATION_PAGE:
            return tr("Mencetak lembar kalibrasi…")
        case Task.REMOVING:
            return tr("Sedang dihapus…")
        case _:
            assert_never(task)


def doing_words(doing: Doing) -> str:
    """What a printer does now."""
    match doing:
        case Doing.READY:
            return tr("Siap mencetak")
        case Doing.PRINTING:
            return tr("Sedang mencetak")
        case Doing.WAITS:
            return tr("Butuh bantuanmu")
        case Doing.PAUSED:
            return tr("Dijeda petugas")
        case Doing.RESTING:
            return tr("Istirahat, dicoba lagi sendiri")
        case Doing.UNKNOWN:
            return tr("Belum ada kabar")
        case _:
            assert_never(doing)


def waiting_words(sheets: int) -> str:
    return tr("%n lembar menunggu", "", sheets) if sheets else ""


def connection_words(connection: ConnectionType) -> str:
    match connection:
        case ConnectionType.USB:
            return tr("Kabel USB")
        case ConnectionType.NETWORK | ConnectionType.IPP:
            return tr("Jaringan")
        case _:
            assert_never(connection)


def found_words(found: Found) -> str:
    """One line about a device: what staff need to know it by."""
    if found.registered:
        return tr("Sudah dipakai di sini")
    if not found.device.ppd_name:
        return tr("Belum didukung")
    if found.known_as:
        return tr("Dikenal sebagai {name}").format(name=", ".join(found.known_as))
    return tr("Siap dipasang")


def moved_words(millimetres: float) -> str:
    """``+0,5 mm``."""
    sign = "+" if millimetres > 0 else ""
    return tr("{n} mm").format(n=sign + decimal(millimetres))


def scale_words(scale: float) -> str:
    """``100,2 %``."""
    return tr("{n} %").format(n=decimal(100 * scale))
