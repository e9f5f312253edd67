"""The same composition by other means: Pillow alone, slow and plain."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import segno
from PIL import Image, ImageDraw, ImageFont, ImageOps

from kiosk.domain.templates import Template, TextFields
from kiosk.imaging.jpeg import Pixels

FONTS = {500: "Medium", 600: "SemiBold", 800: "ExtraBold"}
ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}


def compose(
    template: Template, shots: Sequence[Pixels], fields: TextFields, url: str, fonts: Path
) -> Pixels:
    size = (template.width, template.height)
    picture = Image.new("RGBA", size, tuple(template.background))
    for slot, shot in zip(template.slots, shots, strict=True):
        photo = Image.fromarray(np.ascontiguousarray(shot[:, :, ::-1]))
        fitted = ImageOps.fit(photo, (slot.width, slot.height), Image.Resampling.BOX)
        picture.paste(fitted, (slot.x, slot.y))
    if template.overlay:
        picture.alpha_composite(Image.open(template.overlay))
    draw = ImageDraw.Draw(picture)
    for text in template.texts:
        font = ImageFont.truetype(fonts / f"PlusJakartaSans-{FONTS[text.weight]}.ttf", text.size)
        words = text.text.format(**vars(fields))
        place, anchor = (text.x, text.y), ANCHORS[text.anchor.value]
        draw.text(place, words, fill=tuple(text.colour), font=font, anchor=anchor)
    if template.qr:
        box = template.qr
        paper = tuple(template.background)
        code = _qr(url, box.size, paper)
        picture.paste(paper, (box.x, box.y, box.x + box.size, box.y + box.size))
        inset = (box.size - code.width) // 2
        picture.paste(code, (box.x + inset, box.y + inset))
    return np.asarray(picture.convert("RGB"))[:, :, ::-1]


def _qr(url: str, room: int, light: tuple[int, ...]) -> Image.Image:
    code = segno.make_qr(url, error="m")
    scale = room // code.symbol_size(border=4)[0]
    png = io.BytesIO()
    code.save(png, kind="png", scale=scale, border=4, light=light)
    return Image.open(png).convert("RGB")
