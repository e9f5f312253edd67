"""A licence key as a picture that a booth reads, from a phone's screen or from paper."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import segno
from PIL import Image, ImageDraw, ImageFont

MODULE = 14  # px
QUIET_ZONE = 4  # modules, ISO/IEC 18004
MARGIN = 60
INK = (0x1E, 0x1B, 0x2E)
WHITE = (255, 255, 255)
FONT = "PlusJakartaSans-ExtraBold.ttf"
SMALL_FONT = "PlusJakartaSans-Medium.ttf"


@dataclass(frozen=True)
class CardWords:
    title: str
    lines: tuple[str, ...]


def card_words(kind: str, expires: date) -> CardWords:
    """In Indonesian and English: whoever gets the card may speak either."""
    return CardWords(
        f"Lisensi {kind.upper()} · {expires:%d-%m-%Y}",
        (
            "Tunjukkan QR ini ke kamera booth saat pertama dinyalakan.",
            "Show this code to the booth's camera at its first start.",
            "Rahasia: siapa pun yang punya QR ini bisa memakai lisensimu.",
        ),
    )


def licence_card(key: str, words: CardWords, fonts: Path) -> bytes:
    """A PNG. Raises OSError where a font is missing."""
    code = _code(key)
    size = code.width + 2 * MARGIN
    title = ImageFont.truetype(fonts / FONT, size // 20)
    small = ImageFont.truetype(fonts / SMALL_FONT, size // 34)
    step = size // 20
    card = Image.new("RGB", (size, MARGIN + code.height + step * (len(words.lines) + 3)), WHITE)
    card.paste(code, (MARGIN, MARGIN // 2))
    draw = ImageDraw.Draw(card)
    y = MARGIN // 2 + code.height + step // 2
    draw.text((size // 2, y), words.title, INK, title, anchor="mm")
    y += step // 2
    for line in words.lines:
        y += step
        draw.text((size // 2, y), line, INK, small, anchor="mm")
    out = io.BytesIO()
    card.save(out, "PNG", optimize=True)
    return out.getvalue()


def _code(key: str) -> Image.Image:
    """Black on white, with the white that a reader needs around it."""
    modules = np.array(segno.make(key, error="m", micro=False).matrix, np.uint8)
    whole = np.pad(1 - modules, QUIET_ZONE, constant_values=1) * 255
    return Image.fromarray(np.kron(whole, np.ones((MODULE, MODULE), np.uint8))).convert("RGB")
