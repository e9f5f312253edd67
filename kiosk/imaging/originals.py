"""A camera's own JPEG file, kept as it came; only what it lacks is put into its header.

Its Exif stays, the orientation with it: browsers, viewers and OpenCV all turn a picture as it says,
so a shot is upright everywhere, and no pixel is encoded anew.
"""

from __future__ import annotations

from datetime import datetime

from PIL import Image

from kiosk.domain.jpegs import APP0, APP1, APP2, Segment, header_of
from kiosk.imaging.jpeg import EXIF_IFD, exif_segment, icc_segment

EXIF, ICC = b"Exif\0\0", b"ICC_PROFILE\0"
COLOUR_SPACE = 0xA001
SRGB = 1


def completed(file: bytes, taken_at: datetime) -> bytes:
    """``file`` with sRGB's profile, if it has none and means sRGB, and with the time, if it has no
    Exif at all.

    What is added comes after JFIF and Exif and before all else: the large previews that some
    cameras put behind the picture are found by their distance from a later segment (CIPA DC-007).
    Raises ValueError for what is not a JPEG.
    """
    header = header_of(file)
    exif = _content(header, APP1, EXIF)
    added = b"" if exif is not None else exif_segment(taken_at)
    if _content(header, APP2, ICC) is None and _means_srgb(exif):
        added += icc_segment()
    if not added:
        return file
    place = next(segment.start for segment in header if segment.marker not in (APP0, APP1))
    return b"".join((file[:place], added, file[place:]))


def _content(header: tuple[Segment, ...], marker: int, begin: bytes) -> bytes | None:
    found = (one.content for one in header if one.marker == marker)
    return next((content for content in found if content.startswith(begin)), None)


def _means_srgb(exif: bytes | None) -> bool:
    """What says nothing of its colours means sRGB; Adobe RGB is called "uncalibrated"."""
    if exif is None:
        return True
    tags = Image.Exif()
    try:
        tags.load(exif)
        space = tags.get_ifd(EXIF_IFD).get(COLOUR_SPACE, SRGB)
    except Exception:  # whatever a camera wrote: Exif that can't be read says nothing
        return True
    return bool(space == SRGB)
