"""Pictures in a printer's own colours, by the ICC profile that was made for it."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageCms

from kiosk.domain.errors import ProfileUnusable
from kiosk.imaging.jpeg import Pixels

RGB = "RGB "
LARGEST_BYTES = 32 * 1024 * 1024
KEPT = 4


@dataclass(frozen=True, eq=False)
class PrinterColours:
    """Turns sRGB into what the printer makes the same colours of. ``key`` names the profile."""

    key: str
    _transform: ImageCms.ImageCmsTransform = field(repr=False)

    def convert(self, pixels: Pixels) -> Pixels:
        """BGR in both. Perceptual with black point compensation: skin and shadows keep steps."""
        picture = Image.fromarray(np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2RGBA)), "RGBA")
        ImageCms.applyTransform(picture, self._transform, inPlace=True)
        return np.asarray(cv2.cvtColor(np.asarray(picture), cv2.COLOR_RGBA2BGR), np.uint8)


def printer_colours(profile: Path) -> PrinterColours:
    """Raises ProfileUnusable. A profile that has not changed since is not read again."""
    try:
        stat = profile.stat()
    except OSError as error:
        raise ProfileUnusable(f"{profile}: can't be read: {error.strerror}") from error
    if stat.st_size > LARGEST_BYTES:
        raise ProfileUnusable(f"{profile}: is too large for an ICC profile")
    return _read(profile, stat.st_mtime_ns, stat.st_size)


@lru_cache(KEPT)
def _read(profile: Path, mtime_ns: int, size: int) -> PrinterColours:
    del mtime_ns, size  # they tell when to read it again
    try:
        content = profile.read_bytes()
        printer = ImageCms.ImageCmsProfile(io.BytesIO(content))
        space = printer.profile.xcolor_space
        if space != RGB:
            raise ProfileUnusable(f"{profile}: is for {space.strip()}, a photo printer takes RGB")
        transform = ImageCms.buildTransform(
            ImageCms.createProfile("sRGB"),
            printer,
            "RGBA",
            "RGBA",
            ImageCms.Intent.PERCEPTUAL,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except OSError as error:
        why = error.strerror or "it is no ICC profile"
        raise ProfileUnusable(f"{profile}: can't be read: {why}") from error
    except (ImageCms.PyCMSError, ValueError, TypeError) as error:
        raise ProfileUnusable(f"{profile}: can't be used for printing: {error}") from error
    return PrinterColours(hashlib.sha256(content).hexdigest(), transform)
