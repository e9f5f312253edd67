"""What the settings' pages say of numbers and of what is wrong with them."""

from __future__ import annotations

from typing import assert_never

from kiosk.booth.staff.camera_view import Proof
from kiosk.domain.money import rupiah
from kiosk.domain.settings import Refusal, Wrong
from kiosk.ui.staff.words.till import date_words
from kiosk.ui.translating import tr

CLEARLY = 1.1
"""A sharpness that is a tenth higher is seen."""


def late_words(late_ms: int) -> str:
    if late_ms == 0:
        return tr("Sama dengan yang tampil di layar")
    if late_ms > 0:
        return tr("{n} ms sesudah yang tampil di layar").format(n=late_ms)
    return tr("{n} ms sebelum yang tampil di layar").format(n=-late_ms)


def sharp_words(proof: Proof, before: Proof | None) -> str:
    size = f"{proof.width}×{proof.height}"
    if before is None:
        return tr("{size} · ketajaman {n:.0f}").format(size=size, n=proof.sharpness)
    if proof.sharpness > CLEARLY * before.sharpness:
        return tr("{size} · lebih tajam dari tadi").format(size=size)
    if before.sharpness > CLEARLY * proof.sharpness:
        return tr("{size} · kurang tajam dari tadi").format(size=size)
    return tr("{size} · setajam tadi").format(size=size)


def refusal_words(refusal: Refusal) -> str:
    """What is wrong with a field, and what it takes."""
    limit = refusal.limit or 0
    match refusal.wrong:
        case Wrong.EMPTY:
            return tr("Tulis sesuatu dulu, ya.")
        case Wrong.TOO_LONG:
            return tr("Paling panjang {n} huruf.").format(n=limit)
        case Wrong.TOO_SMALL:
            return tr("Paling sedikit {n}.").format(n=_number(refusal.key, limit))
        case Wrong.TOO_LARGE:
            return tr("Paling banyak {n}.").format(n=_number(refusal.key, limit))
        case Wrong.NONE_LEFT:
            return tr("Sisakan satu paket yang dijual, ya.")
        case Wrong.MALFORMED:
            return tr("Ini belum bisa dibaca. Periksa lagi, ya.")
        case Wrong.UNKNOWN | Wrong.CONFLICT:
            return tr("Ini tidak cocok dengan pengaturan booth.")
        case _:
            assert_never(refusal.wrong)


def since_words(who: str, at: str) -> str:
    """Who switched it on, and when; ``at`` is ISO UTC."""
    if not who:
        return ""
    return tr("Dinyalakan {who}, {at}").format(who=who, at=date_words(at))


def _number(key: str, limit: int) -> str:
    return rupiah(limit) if key.endswith(("price", "extra_copy")) else str(limit)
