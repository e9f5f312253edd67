"""Many pictures as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
GROUND, INK, SOFT, LINE = "#E9E5DB", "#1E1B2E", "#5B576B", "#D3CCBE"
WIDTH = 3840
MARGIN, GAP = 60, 14
SEAM = 4  # between one screen's languages
UPRIGHT, ACROSS = (168, 299), (299, 168)  # a tile
LABEL = 48
HEAD = 84


@dataclass(frozen=True)
class Tile:
    file: Path
    name: str
    journey: str
    language: str


@dataclass(frozen=True)
class Place:
    tile: Tile
    x: int
    y: int


def contact_sheet(tiles: Sequence[Tile]) -> Image.Image:
    """Journey by journey, upright ones first; one screen's languages stand side by side."""
    places: list[Place] = []
    heads: list[tuple[str, int]] = []
    y = MARGIN
    for journey, group in _journeys(tiles):
        heads.append((journey, y))
        y = _lay(group, y + HEAD, places) + 2 * GAP
    sheet = Image.new("RGB", (WIDTH, y + MARGIN - 2 * GAP), GROUND)
    draw = ImageDraw.Draw(sheet)
    for journey, at in heads:
        draw.line((MARGIN, at, WIDTH - MARGIN, at), LINE, 2)
        draw.text((MARGIN, at + 22), journey, INK, _font("ExtraBold", 34))
    for place in places:
        _paste(sheet, draw, place)
    return sheet


def row_of(pictures: Sequence[Image.Image], high: int = 568, gap: int = 16) -> Image.Image:
    """Pictures of one height side by side on the paper's shade."""
    fitted = [_fitted(each, (each.width * high // each.height, high)) for each in pictures]
    width = sum(each.width for each in fitted) + gap * (len(fitted) + 1)
    row = Image.new("RGB", (width, high + 2 * gap), GROUND)
    x = gap
    for each in fitted:
        row.paste(each, (x, gap))
        x += each.width + gap
    return row


def _fitted(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    return picture.convert("RGB").resize(size, Image.Resampling.LANCZOS)


def _journeys(tiles: Sequence[Tile]) -> list[tuple[str, list[Tile]]]:
    order = list(dict.fromkeys(tile.journey for tile in tiles))
    return [(journey, [t for t in tiles if t.journey == journey]) for journey in order]


def _lay(tiles: Sequence[Tile], top: int, places: list[Place]) -> int:
    """From left to right, row by row; one screen's languages stay together. Gives the end."""
    x, y, high = MARGIN, top, 0
    for (_, size), pair in groupby(tiles, key=lambda tile: (tile.name, _size(tile))):
        both = list(pair)
        wide = len(both) * (size[0] + SEAM) + GAP
        if x + wide > WIDTH - MARGIN + GAP + SEAM:
            x, y, high = MARGIN, y + high + LABEL, 0
        places += [Place(tile, x + n * (size[0] + SEAM), y) for n, tile in enumerate(both)]
        x, high = x + wide, max(high, size[1])
    return y + high + LABEL


def _size(tile: Tile) -> tuple[int, int]:
    with Image.open(tile.file) as picture:
        return UPRIGHT if picture.height > picture.width else ACROSS


def _paste(sheet: Image.Image, draw: ImageDraw.ImageDraw, place: Place) -> None:
    size = _size(place.tile)
    with Image.open(place.tile.file) as picture:
        picture.draft("RGB", (2 * size[0], 2 * size[1]))
        small = _fitted(picture, size)
    sheet.paste(small, (place.x, place.y))
    said = place.tile.name if place.tile.language == "id" else ""
    draw.text((place.x, place.y + size[1] + 5), said, SOFT, _font("Medium", 15))


def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / f"PlusJakartaSans-{weight}.ttf"), size)
