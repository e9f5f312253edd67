"""A picture encoded by two processors at once is the file that one would have made."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from kiosk.imaging.jpeg import Pixels
from kiosk.imaging.jpeg_halves import SHARED_FROM, encoded


@pytest.mark.parametrize("size", [(4000, 3000), (2731, 1537), (2000, 2001), (16_000, 257)])
def test_two_halves_are_byte_for_byte_the_whole(size: tuple[int, int]) -> None:
    picture = scene(*size)
    assert size[0] * size[1] >= SHARED_FROM, "this test proves nothing"
    markers = [cv2.IMWRITE_JPEG_RST_INTERVAL, -(-size[0] // 16)]
    _, whole = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 92, *markers])
    pieces = encoded(picture, 92)
    assert len(pieces) > 1
    assert b"".join(pieces) == whole.tobytes()


@pytest.mark.parametrize("size", [(1, 1), (17, 300), (60_000, 100)])
def test_what_is_too_small_or_too_flat_to_share_is_encoded_all_the_same(
    size: tuple[int, int],
) -> None:
    picture = scene(*size)
    decoded = cv2.imdecode(np.frombuffer(b"".join(encoded(picture, 92)), np.uint8), 1)
    assert decoded is not None
    assert decoded.shape == picture.shape


def scene(width: int, height: int) -> Pixels:
    small = np.random.default_rng(1).integers(0, 256, (9, 16, 3)).astype(np.uint8)
    large = cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(large, np.uint8)
