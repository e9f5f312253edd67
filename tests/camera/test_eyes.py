"""Eyes open: whose are shut on which frame of a burst."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import pytest

from kiosk.camera.burst.eyes import FACE_MODEL, Eyes, eyes_shut
from kiosk.camera.ring import Pixels
from tests.camera.lids import portrait
from tests.camera.still_ring import MILLISECOND, START_NS, Still, filled

MODELS = Path(__file__).parents[2] / "assets" / "models"
NOBODY = np.full((1024, 1024, 3), 120, np.uint8)


@pytest.fixture(scope="module")
def eyes() -> Eyes:
    return Eyes(MODELS)


def shut_on(eyes: Eyes, pictures: Sequence[Pixels]) -> list[int]:
    watch = eyes.watch()
    return eyes_shut([watch.look(picture) for picture in pictures])


def test_shut_eyes_are_told_from_open_ones(eyes: Eyes) -> None:
    pictures = [portrait(), portrait([0, 1]), portrait([0]), portrait([1])]
    assert shut_on(eyes, pictures) == [0, 2, 1, 1]


@pytest.mark.parametrize("width", [420, 1920, 4000])
def test_it_works_at_every_size_of_frame(eyes: Eyes, width: int) -> None:
    pictures = [scaled(portrait(), width), scaled(portrait([0, 1]), width)]
    assert shut_on(eyes, pictures) == [0, 2]


def test_it_works_where_heads_are_tilted(eyes: Eyes) -> None:
    assert shut_on(eyes, [tilted(portrait()), tilted(portrait([0, 1]))]) == [0, 2]


def test_a_blink_on_the_first_frame_is_seen_when_others_are_open(eyes: Eyes) -> None:
    assert shut_on(eyes, [portrait([0, 1]), portrait(), portrait()]) == [2, 0, 0]


def test_eyes_that_are_shut_throughout_are_shut(eyes: Eyes) -> None:
    assert shut_on(eyes, [portrait([0, 1])] * 2) == [2, 2]


def test_of_several_people_each_shut_eye_counts(eyes: Eyes) -> None:
    awake, blinking = portrait(), portrait([0, 1])
    pairs = [(awake, blinking), (awake, awake), (blinking, blinking)]
    assert shut_on(eyes, [np.hstack(pair) for pair in pairs]) == [2, 0, 4]


def test_a_face_that_is_gone_counts_as_both_eyes_shut(eyes: Eyes) -> None:
    assert shut_on(eyes, [portrait(), NOBODY]) == [0, 2]


def test_where_nobody_is_no_eye_is_shut(eyes: Eyes) -> None:
    assert shut_on(eyes, [NOBODY, NOBODY]) == [0, 0]


def test_the_shot_has_open_eyes_though_a_blink_was_sharper(eyes: Eyes) -> None:
    soft = np.asarray(cv2.GaussianBlur(portrait(), (0, 0), 1.5), np.uint8)
    stills = [Still(0, portrait([0, 1])), Still(33, portrait([0, 1])), Still(66, soft)]
    with filled(stills, burst_ms=100, eyes=eyes) as camera:
        assert camera.nearest(START_NS + 20 * MILLISECOND).number == 3


def test_among_open_eyes_the_sharpest_frame_is_the_shot(eyes: Eyes) -> None:
    soft = np.asarray(cv2.GaussianBlur(portrait(), (0, 0), 2.5), np.uint8)
    stills = [Still(0, soft), Still(33, portrait([0, 1])), Still(66, portrait())]
    with filled(stills, burst_ms=100, eyes=eyes) as camera:
        assert camera.nearest(START_NS + 20 * MILLISECOND).number == 3


@pytest.mark.parametrize("content", [None, b"", b"this is no model"])
def test_without_its_models_the_sharpest_frame_is_the_shot_and_one_line_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / FACE_MODEL).write_bytes(content)
    eyes = Eyes(tmp_path)
    assert not caplog.records
    soft = np.asarray(cv2.GaussianBlur(portrait(), (0, 0), 2.5), np.uint8)
    with filled([Still(0, soft), Still(33, portrait([0, 1]))], 100, eyes) as camera:
        for _ in range(2):
            assert camera.nearest(START_NS).number == 2
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    assert str(tmp_path) in caplog.text


def scaled(picture: Pixels, width: int) -> Pixels:
    return np.asarray(cv2.resize(picture, (width, width), interpolation=cv2.INTER_AREA), np.uint8)


def tilted(picture: Pixels) -> Pixels:
    turn = cv2.getRotationMatrix2D((450, 200), 20, 1)
    return np.asarray(cv2.warpAffine(picture, turn, (1024, 1024)), np.uint8)
