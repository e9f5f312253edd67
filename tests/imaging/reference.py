"""The same composition by other means: Pillow alone, slow and plain."""

from __future__ import annotations

import cmath
import io
import math
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import segno
from PIL import Image, ImageDraw, ImageFont, ImageOps

from kiosk.domain.templates import Slot, Template, Text, TextFields
from kiosk.imaging.jpeg import Pixels

FONTS = {500: "Medium", 600: "SemiBold", 800: "ExtraBold"}
ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}
FINER = 4  # times, for the edge of a turned picture

Box = tuple[int, int, int, int]
Run = tuple[int, int, int]  # row, first column, column after the last


def compose(
    template: Template, shots: Sequence[Pixels], fields: TextFields, url: str, fonts: Path
) -> Pixels:
    size = (template.width, template.height)
    picture = Image.new("RGBA", size, tuple(template.background))
    if template.backdrop:
        picture.paste(Image.open(template.backdrop).convert("RGB"))
    for slot, shot in zip(template.slots, shots, strict=True):
        photo = Image.fromarray(np.ascontiguousarray(shot[:, :, ::-1]))
        fitted = ImageOps.fit(photo, (slot.width, slot.height), Image.Resampling.BOX)
        if slot.angle:
            picture.paste(_turned(fitted, slot, size), mask=_shape(slot, size))
        else:
            picture.paste(fitted, (slot.x, slot.y))
    if template.overlay:
        picture.alpha_composite(Image.open(template.overlay))
    draw = ImageDraw.Draw(picture)
    for text in template.texts:
        words, font = _line(text, text.text.format(**vars(fields)), fonts)
        place, anchor = (text.x, text.y), ANCHORS[text.anchor.value]
        draw.text(place, words, fill=tuple(text.colour), font=font, anchor=anchor)
    if template.qr:
        box = template.qr
        paper = tuple(template.background)
        light = paper if min(paper) >= 200 else (255, 255, 255)
        code = _qr(url, box.size, light)
        picture.paste(light, (box.x, box.y, box.x + box.size, box.y + box.size))
        inset = (box.size - code.width) // 2
        picture.paste(code, (box.x + inset, box.y + inset))
    return np.asarray(picture.convert("RGB"))[:, :, ::-1]


def corners(slot: Slot) -> list[complex]:
    """Of the turned box, in the complex plane: x, and y downwards."""
    middle = complex(slot.x + slot.width / 2, slot.y + slot.height / 2)
    half, turn = complex(slot.width, slot.height) / 2, cmath.rect(1, math.radians(slot.angle))
    ways = (-half, half.conjugate(), half, -half.conjugate())
    return [middle + way * turn for way in ways]


def holes(alpha: Pixels, least: int) -> list[Box]:
    """Left, top, right, bottom of the clear regions, found by joining runs line by line."""
    parents: list[int] = []
    runs: list[Run] = []
    above: list[int] = []
    for y, row in enumerate(alpha < 8):
        edges = np.flatnonzero(np.diff(np.concatenate(([0], row.view(np.int8), [0]))))
        line = range(len(runs), len(runs) + len(edges) // 2)
        parents += line
        runs += [(y, *run) for run in edges.reshape(-1, 2).tolist()]
        for one, other in _touching(runs, above, list(line)):
            parents[_root(parents, one)] = _root(parents, other)
        above = list(line)
    regions: dict[int, list[Run]] = {}
    for number, run in enumerate(runs):
        regions.setdefault(_root(parents, number), []).append(run)
    found = [_around(region) for region in regions.values()]
    return [box for box in found if min(box[2] - box[0], box[3] - box[1]) >= least]


def _touching(runs: list[Run], above: list[int], line: list[int]) -> Iterator[tuple[int, int]]:
    while above and line:
        (_, start, end), (_, left, right) = runs[above[0]], runs[line[0]]
        if start < right and left < end:
            yield above[0], line[0]
        if end < right:
            above = above[1:]
        else:
            line = line[1:]


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


def _around(region: list[Run]) -> Box:
    rows, starts, ends = zip(*region, strict=True)
    return min(starts), min(rows), max(ends), max(rows) + 1


def _turned(fitted: Image.Image, slot: Slot, size: tuple[int, int]) -> Image.Image:
    """Each pixel of the whole picture looks back where it comes from."""
    back = cmath.rect(1, -math.radians(slot.angle))
    start = -corners(slot)[0] * back
    matrix = (back.real, -back.imag, start.real, back.imag, back.real, start.imag)
    return fitted.transform(size, Image.Transform.AFFINE, matrix, Image.Resampling.BILINEAR)


def _shape(slot: Slot, size: tuple[int, int]) -> Image.Image:
    """What share of each pixel the slot covers, seen through a finer grid."""
    grid = Image.new("L", (size[0] * FINER, size[1] * FINER))
    # Pillow draws through the middles of pixels.
    outline = [(c.real * FINER - 0.5, c.imag * FINER - 0.5) for c in corners(slot)]
    ImageDraw.Draw(grid).polygon(outline, fill=255)
    return grid.reduce(FINER)


def _line(text: Text, words: str, fonts: Path) -> tuple[str, ImageFont.FreeTypeFont]:
    file = text.font or fonts / f"PlusJakartaSans-{FONTS[text.weight]}.ttf"
    room = text.max_width or math.inf
    sizes = range(text.size, max(1, text.size // 2) - 1, -1)
    for size in sizes:
        font = ImageFont.truetype(file, size)
        if font.getlength(words) <= room:
            return words, font
    lengths = range(len(words) - 1, -1, -1)
    cut = (words[:length].rstrip() + "…" for length in lengths)
    return next(line for line in cut if font.getlength(line) <= room), font


def _qr(url: str, room: int, light: tuple[int, ...]) -> Image.Image:
    code = segno.make_qr(url, error="m")
    scale = room // code.symbol_size(border=4)[0]
    png = io.BytesIO()
    code.save(png, kind="png", scale=scale, border=4, light=light)
    return Image.open(png).convert("RGB")
