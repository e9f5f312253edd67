"""From the shutter to the disk: the DSLR's file is what the guest's print is made of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps

from kiosk.booth.lanes import Run
from kiosk.booth.messages import Happened, Message
from kiosk.booth.pace import Pace
from kiosk.booth.shooting import Shooting
from kiosk.clock import RandomKeys, SystemClock
from kiosk.domain import session as s
from kiosk.domain.order import Shot
from kiosk.imaging.compose import Composer
from kiosk.imaging.darkroom import Darkroom
from kiosk.imaging.jpeg import read_pixels
from kiosk.imaging.looks.looks import Looks
from kiosk.store.mirror import Mirror, open_mirror
from tests.booth.conftest import activate
from tests.booth.test_effects import ORDER
from tests.camera.conftest import MakeStills
from tests.camera.dslr_world import DATE_TIME_ORIGINAL, EXIF_IFD, TAKEN, VirtualDslr

PACE = replace(Pace(), countdown=0.1)
TABLES = b"\xff\xdb"


@pytest.fixture
def mirror(tmp_path: Path) -> Iterator[Mirror]:
    with closing(open_mirror(tmp_path, RandomKeys().new_id)) as mirror:
        activate(mirror)
        mirror.journal.start("session", s.Choosing(), SystemClock().now())
        yield mirror


@pytest.fixture
def darkroom(tmp_path: Path) -> Darkroom:
    composer, looks = Composer(tmp_path), Looks([])
    return Darkroom(
        tmp_path, {}, composer, looks, event="", download_base="", quality=92, even=True
    )


def test_a_shot_is_saved_as_the_dslrs_own_file_whole_upright_and_dated(
    make_stills: MakeStills, dslr: VirtualDslr, darkroom: Darkroom, mirror: Mirror, tmp_path: Path
) -> None:
    heard: list[Message] = []
    shooting = Shooting(make_stills(), darkroom, mirror.journal, SystemClock(), PACE)
    shooting.take(Run("session", heard.append), s.TakeShot(ORDER, 1))
    shot = taken(heard)
    file = tmp_path / shot.path
    assert file.read_bytes().endswith(dslr.picture[dslr.picture.index(TABLES) :])
    with Image.open(file) as saved:
        when = saved.getexif().get_ifd(EXIF_IFD)[DATE_TIME_ORIGINAL]
        assert when == f"{TAKEN:%Y:%m:%d %H:%M:%S}"
        assert "icc_profile" in saved.info
        seen = np.asarray(ImageOps.exif_transpose(saved))
    composed_from = read_pixels(file)
    assert (shot.height, shot.width, 3) == seen.shape == composed_from.shape == (900, 600, 3)
    assert np.abs(seen[:, :, ::-1].astype(int) - composed_from).max() <= 3


def taken(heard: list[Message]) -> Shot:
    events = [message.event for message in heard if isinstance(message, Happened)]
    assert isinstance(events[0], s.ShotTaken)
    return events[0].shot
