"""Pixels to the bytes of a JPEG that carries its colour space, its time and its resolution.

OpenCV encodes twice as fast as Pillow but writes bare files, so the rest is put into its bytes:

    SOI  APP0 JFIF (300 dpi)  APP1 Exif  APP2 ICC  …the picture as encoded
"""

from __future__ import annotations

import struct
from datetime import datetime
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageCms

from kiosk.domain.jpegs import APP1, APP2, SOI
from kiosk.domain.templates import DPI
from kiosk.imaging import jpeg_halves

Pixels = npt.NDArray[np.uint8]

BARE_HEADER = len(SOI) + 18  # bytes before what follows the JFIF header in OpenCV's file
FULL_COLOUR = [cv2.IMWRITE_JPEG_SAMPLING_FACTOR, cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444]

SHRUNK = {
    1: cv2.IMREAD_COLOR,
    2: cv2.IMREAD_REDUCED_COLOR_2,
    4: cv2.IMREAD_REDUCED_COLOR_4,
    8: cv2.IMREAD_REDUCED_COLOR_8,
}
"""What the JPEG decoder can do without making all pixels: 24 megapixels take half the time by two
and a quarter by four."""

EXIF_IFD = 0x8769
DATE_TIME, DATE_TIME_ORIGINAL = 0x0132, 0x9003
OFFSET_TIME_ORIGINAL, SUBSEC_TIME_ORIGINAL = 0x9011, 0x9291


def encode(pixels: Pixels, quality: int, taken_at: datetime) -> bytes:
    """BGR ``pixels`` as a JPEG of ``quality`` 1–100, with 4:2:0 colour.

    ``taken_at`` has a time zone. The same arguments give the same bytes.
    """
    head, *rest = jpeg_halves.encoded(pixels, quality)
    exif = exif_segment(taken_at)
    ours = (SOI, _jfif(DPI, DPI), exif, icc_segment())
    return b"".join((*ours, head[BARE_HEADER:], *rest))


def encode_sheet(
    pixels: Pixels, quality: int, density: tuple[int, int], *, is_srgb: bool = True
) -> bytes:
    """BGR ``pixels`` as a JPEG of ``quality`` 1–100 for a printer, with 4:4:4 colour.

    ``density`` is in dots per inch across and down. What is not sRGB carries no profile: it is
    what the printer is to do, and nothing on its way may convert it once more.
    """
    picture = _encoded(pixels, [cv2.IMWRITE_JPEG_QUALITY, quality, *FULL_COLOUR])
    profile = icc_segment() if is_srgb else b""
    return b"".join((SOI, _jfif(*density), profile, picture))


def read_pixels(file: Path, shrink: int = 1) -> Pixels:
    """A picture's file as BGR, its sides divided by ``shrink``, one of ``SHRUNK``.

    Raises OSError, also where it is no picture.
    """
    encoded = np.frombuffer(file.read_bytes(), np.uint8)
    pixels = cv2.imdecode(encoded, SHRUNK[shrink]) if encoded.size else None
    if pixels is None:
        raise OSError(f"{file} is not a picture that can be read")
    return np.asarray(pixels, np.uint8)


def _encoded(pixels: Pixels, settings: list[int]) -> bytes:
    """What follows the JFIF header in OpenCV's file."""
    _, encoded = cv2.imencode(".jpg", pixels, settings)
    return encoded[BARE_HEADER:].tobytes()


def _jfif(across: int, down: int) -> bytes:
    """Marker, length, "JFIF\\0", version 1.1, unit dots per inch, densities, no thumbnail."""
    return struct.pack(">2sH5sHBHHBB", b"\xff\xe0", 16, b"JFIF\0", 0x0101, 1, across, down, 0, 0)


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def exif_segment(taken_at: datetime) -> bytes:
    """When a picture was taken. Raises ValueError where ``taken_at`` has no time zone."""
    if taken_at.tzinfo is None:
        raise ValueError("taken_at has no time zone")
    exif = Image.Exif()
    when = taken_at.strftime("%Y:%m:%d %H:%M:%S")
    exif[DATE_TIME] = when
    exif[EXIF_IFD] = {
        DATE_TIME_ORIGINAL: when,
        OFFSET_TIME_ORIGINAL: taken_at.isoformat()[-6:],
        SUBSEC_TIME_ORIGINAL: f"{taken_at.microsecond // 1000:03}",
    }
    return _segment(APP1, exif.tobytes())


@cache
def icc_segment() -> bytes:
    """sRGB's profile."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes(12)  # when the profile was made: now, which would make files differ
    return _segment(APP2, b"ICC_PROFILE\0\x01\x01" + bytes(profile))
