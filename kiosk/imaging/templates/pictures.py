"""The pictures of a template: looked at before they are decoded, and read."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, UnidentifiedImageError

from kiosk.domain.errors import TemplateError
from kiosk.imaging.jpeg import Pixels
from kiosk.imaging.templates.findings import Flaw

MOST_BYTES = 32_000_000
"""Twice what the largest picture, 1800 × 2400 with transparency, has without any compression."""

PNG_DEPTH = 24
"""The byte of a PNG that tells the bits of each channel (PNG specification, 11.2.1)."""


@dataclass(frozen=True)
class Kind:
    """What a picture of a template must be. ``modes`` are Pillow's."""

    formats: tuple[str, ...]
    modes: tuple[str, ...]
    remedy: str


OVERLAY = Kind(("PNG",), ("RGBA",), "export it as PNG RGBA, 8 bits a channel")
BACKDROP = Kind(("PNG", "JPEG"), ("RGB",), "export it as JPEG or PNG in RGB, without transparency")


def flaws_of(file: Path, kind: Kind, size: tuple[int, int] | None) -> Iterator[Flaw]:
    """Decodes nothing of another size than ``size``, which is None where that is not known."""
    if not file.is_file():
        yield Flaw(f"{file.name} is not in the folder", "put it there, or correct the name")
    elif file.stat().st_size > MOST_BYTES:
        yield Flaw(f"{file.name} is larger than {MOST_BYTES // 1_000_000} MB", kind.remedy)
    else:
        yield from _flaws_in(file, kind, size)


def read_overlay(file: Path) -> Pixels:
    """BGRA. Raises TemplateError."""
    image = cv2.imread(str(file), cv2.IMREAD_UNCHANGED)
    if image is None or image.ndim != 3 or image.shape[2] != 4 or image.dtype != np.uint8:
        raise TemplateError(f"{file}: can't be read as a PNG with transparency")
    return np.asarray(image, np.uint8)


def read_backdrop(file: Path) -> Pixels:
    """BGR, as it lies in the file: nothing is turned. Raises TemplateError."""
    image = cv2.imread(str(file), cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION)
    if image is None:
        raise TemplateError(f"{file}: can't be read as a picture")
    return np.asarray(image, np.uint8)


def profile_of(file: Path) -> bytes | None:
    """The ICC profile that a picture carries. Raises OSError."""
    with Image.open(file) as image:
        profile = image.info.get("icc_profile")
    return profile if isinstance(profile, bytes) else None


def _flaws_in(file: Path, kind: Kind, size: tuple[int, int] | None) -> Iterator[Flaw]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(file, formats=("PNG", "JPEG"))
    except Image.DecompressionBombError:
        yield Flaw(f"{file.name} has too many pixels", _sized(size))
        return
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError):
        yield Flaw(f"{file.name} can't be read as a {' or '.join(kind.formats)}", kind.remedy)
        return
    with image:
        depth = _depth(file, image)
        if image.format not in kind.formats or image.mode not in kind.modes or depth != 8:
            bits = "" if depth == 8 else f", {depth} bits a channel"
            yield Flaw(f"{file.name} is {image.format} {image.mode}{bits}", kind.remedy)
        if size is not None and image.size != size:
            yield Flaw(f"{file.name} is {image.width} × {image.height}", _sized(size))
        elif size is not None and not _is_whole(image):
            yield Flaw(f"{file.name} is damaged, or a part of it is missing", "export it once more")


def _sized(size: tuple[int, int] | None) -> str:
    like = f"{size[0]} × {size[1]} " if size else ""
    return f"must be {like}like the picture"


def _depth(file: Path, image: Image.Image) -> int:
    """Pillow reads 16 bits as 8 without a word."""
    if image.format != "PNG":
        return 8
    with file.open("rb") as opened:
        return opened.read(PNG_DEPTH + 1)[-1]


def _is_whole(image: Image.Image) -> bool:
    """A PNG has sums to check; a JPEG has to be decoded, of which OpenCV would not complain."""
    try:
        image.load() if image.format == "JPEG" else image.verify()
    except (OSError, ValueError, SyntaxError):
        return False
    return True
