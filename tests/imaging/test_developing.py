"""What is made ahead saves time and changes nothing, and a paid print is made in any case."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import cv2
import numpy as np
import pytest
from structlog.testing import capture_logs

from kiosk.domain.arranging import in_slots
from kiosk.domain.camera import Frame
from kiosk.domain.errors import TemplateError
from kiosk.domain.order import Order, Package, PaymentMethod, Shot
from kiosk.domain.printing import Sheet
from kiosk.domain.templates import Colour, Slot, Template
from kiosk.imaging.compose import Composer
from kiosk.imaging.darkroom import Darkroom
from kiosk.imaging.developing import KEPT, Developer, shrink_for
from kiosk.imaging.fitting import cut_for
from kiosk.imaging.jpeg import Pixels, read_pixels
from kiosk.imaging.looks.looks import Looks
from tests.imaging.conftest import ASSETS, photograph
from tests.imaging.test_evening import exposed, posing

TAKEN = datetime(2026, 7, 12, 12, 30, tzinfo=UTC)
PACKAGE = Package("classic", "Classic", "test", Sheet.FOUR_BY_SIX, 3, 1, 35_000)
ORDER = Order(PACKAGE, PaymentMethod.QRIS, 35_000, "pay", "photo", "job", "K7M2Q9XDabcdefghijklmn")
PRINT = "prints/photo.jpg"
WIDTH = 240


@dataclass
class Studio:
    """A data directory, and as many darkrooms over it as a booth has lives."""

    data_dir: Path
    template: Template
    composer: Composer

    def darkroom(
        self,
        *,
        even: bool = True,
        looks: Path = ASSETS / "looks",
        others: tuple[Template, ...] = (),
    ) -> Darkroom:
        return Darkroom(
            self.data_dir,
            {"test": self.template} | {other.name: other for other in others},
            self.composer,
            Looks((looks,)),
            event="Rina & Bagas",
            download_base="https://foto.example.id/p/",
            quality=92,
            even=even,
        )

    def shoot(self, darkroom: Darkroom, pictures: list[Pixels]) -> tuple[Shot, ...]:
        return tuple(
            darkroom.save_shot(
                Frame(pixels, seq, seq), f"photos/s/shot-{seq}.jpg", TAKEN + timedelta(0, seq), seq
            )
            for seq, pixels in enumerate(pictures, start=1)
        )

    def printed(self) -> bytes:
        return (self.data_dir / PRINT).read_bytes()


@pytest.fixture
def studio(tmp_path: Path, template: Template, composer: Composer) -> Studio:
    return Studio(tmp_path / "data", template, composer)


def uneven() -> list[Pixels]:
    large = [cv2.resize(posing(n), (1920, 1080), interpolation=cv2.INTER_CUBIC) for n in range(3)]
    return [np.asarray(large[0], np.uint8), exposed(large[1], -0.4, -0.4, -0.4), large[2]]


@pytest.mark.parametrize("look", ["", "senja"])
def test_the_print_is_the_same_whether_its_shots_were_developed_ahead_or_not(
    studio: Studio, look: str
) -> None:
    first = studio.darkroom()
    shots = studio.shoot(first, uneven())
    for shot in shots[:2]:
        first.develop(ORDER, shot)
    warm = first.compose(ORDER, shots, PRINT, look)
    printed = studio.printed()
    assert studio.darkroom().compose(ORDER, shots, PRINT, look) == warm
    assert studio.printed() == printed
    assert first.compose(ORDER, shots, PRINT, look) == warm, "also a second time"


def test_a_shot_is_read_from_its_file_once(studio: Studio) -> None:
    darkroom = studio.darkroom()
    shots = studio.shoot(darkroom, uneven())
    for shot in shots:
        darkroom.develop(ORDER, shot)
        (studio.data_dir / shot.path).unlink()
    assert darkroom.compose(ORDER, shots, PRINT).width == 1200


def test_without_its_file_and_not_developed_a_shot_is_an_error_that_may_pass(
    studio: Studio,
) -> None:
    darkroom = studio.darkroom()
    shots = studio.shoot(darkroom, uneven())
    hidden = (studio.data_dir / shots[1].path).rename(studio.data_dir / "elsewhere")
    with pytest.raises(OSError, match=r"shot-2\.jpg"):
        darkroom.compose(ORDER, shots, PRINT)
    hidden.rename(studio.data_dir / shots[1].path)
    assert darkroom.compose(ORDER, shots, PRINT).height == 1800


def test_two_who_want_the_same_shot_at_once_get_the_same_cut(studio: Studio) -> None:
    (shot,) = studio.shoot(studio.darkroom(), [photograph(1)])
    developer, slot = Developer(studio.data_dir), Slot(0, 0, 528, 504)
    together = threading.Barrier(4)

    def develop() -> object:
        together.wait(10)
        return developer.develop(shot, slot)

    with ThreadPoolExecutor(4) as pool:
        found = [future.result() for future in [pool.submit(develop) for _ in range(4)]]
    assert all(one is found[0] for one in found)


def test_a_shot_that_was_taken_again_is_not_taken_for_the_first(studio: Studio) -> None:
    darkroom = studio.darkroom()
    (first,) = studio.shoot(darkroom, [photograph(1)])
    developer, slot = Developer(studio.data_dir), Slot(0, 0, 528, 504)
    before = developer.develop(first, slot)
    path = first.path
    second = darkroom.save_shot(Frame(photograph(2), 2, 2), path, TAKEN + timedelta(0, 9), 1)
    assert (developer.develop(second, slot).cut != before.cut).any()


def test_the_next_guests_first_shot_ends_what_was_kept_of_the_last_guest(studio: Studio) -> None:
    darkroom = studio.darkroom()
    shots = studio.shoot(darkroom, uneven())
    for shot in shots:
        darkroom.develop(ORDER, shot)
    darkroom.develop(ORDER, replace(shots[0], taken_at="2026-07-12T13:00:00.000Z"))
    (studio.data_dir / shots[1].path).unlink()
    with pytest.raises(OSError, match=r"shot-2\.jpg"):
        darkroom.compose(ORDER, shots, PRINT)


def test_no_more_is_kept_than_one_print_needs(studio: Studio) -> None:
    (shot,) = studio.shoot(studio.darkroom(), [photograph(1)])
    developer, slot = Developer(studio.data_dir), Slot(0, 0, 90, 60)
    first = developer.develop(shot, slot)
    for left in range(1, KEPT + 1):
        developer.develop(shot, replace(slot, x=left))
    assert developer.develop(shot, slot) is not first


@pytest.mark.parametrize(
    ("size", "slot", "shrink"),
    [
        ((1920, 1080), (1080, 720), 1),
        ((1920, 1080), (528, 504), 1),
        ((4000, 3000), (1080, 720), 2),
        ((6000, 4000), (1080, 720), 2),
        ((6000, 4000), (528, 504), 4),
        ((6000, 4000), (240, 160), 8),
        ((640, 480), (1080, 720), 1),
    ],
)
def test_no_more_pixels_are_read_than_a_sharp_cut_needs(
    size: tuple[int, int], slot: tuple[int, int], shrink: int
) -> None:
    assert shrink_for(Shot(1, "", "", *size), *slot) == shrink


def test_a_shot_read_shrunk_gives_the_cut_of_one_read_whole(studio: Studio) -> None:
    (shot,) = studio.shoot(studio.darkroom(), [photograph(1, 3000, 2000)])
    slot = Slot(0, 0, 528, 504)
    assert shrink_for(shot, slot.width, slot.height) == 2
    ours = Developer(studio.data_dir).develop(shot, slot).cut
    whole = cut_for(slot, read_pixels(studio.data_dir / shot.path))
    error = np.mean((ours.astype(np.float64) - whole) ** 2)
    assert 10 * np.log10(255**2 / error) > 40


def test_shots_of_one_print_come_out_alike_unless_the_settings_say_otherwise(
    studio: Studio,
) -> None:
    darkroom = studio.darkroom()
    shots = studio.shoot(darkroom, uneven())
    light = []
    for maker in (darkroom, studio.darkroom(even=False)):
        maker.compose(ORDER, shots, PRINT)
        picture = read_pixels(studio.data_dir / PRINT)
        slots = studio.template.slots[1:]
        walls = [picture[slot.y + 80 : slot.y + 120, slot.x : slot.x + 60] for slot in slots]
        light.append([float(wall.mean()) for wall in walls])
    (evened_one, evened_two), (one, two) = light
    assert abs(evened_one - evened_two) < 3
    assert two - one > 8


def test_a_shots_own_file_is_never_changed(studio: Studio) -> None:
    darkroom = studio.darkroom()
    shots = studio.shoot(darkroom, uneven())
    before = [(studio.data_dir / shot.path).read_bytes() for shot in shots]
    darkroom.compose(ORDER, shots, PRINT, "senja")
    darkroom.thumbnails(shots, WIDTH)
    assert [(studio.data_dir / shot.path).read_bytes() for shot in shots] == before


def test_a_look_that_vanished_costs_the_look_and_not_the_print(studio: Studio) -> None:
    darkroom = studio.darkroom()
    shots = studio.shoot(darkroom, uneven())
    with capture_logs() as logs:
        composed = darkroom.compose(ORDER, shots, PRINT, "hujan")
    assert composed == darkroom.compose(ORDER, shots, PRINT)
    assert {line["look"] for line in logs} == {"hujan"}


def test_words_and_code_are_printed_as_they_are_in_every_look(studio: Studio) -> None:
    darkroom = studio.darkroom()
    shots = studio.shoot(darkroom, uneven())
    foot = []
    for look in ("", "perak"):
        darkroom.compose(ORDER, shots, PRINT, look)
        foot.append(read_pixels(studio.data_dir / PRINT)[1330:])
    assert (foot[0] == foot[1]).all()


def test_shots_stand_in_the_slots_and_in_the_template_that_were_picked(studio: Studio) -> None:
    tall = tuple(Slot(100, 60 + 560 * place, 1000, 500) for place in range(3))
    paper = Colour(10, 20, 90)
    night = replace(studio.template, name="night", background=paper, overlay=None, slots=tall)
    darkroom = studio.darkroom(even=False, others=(night,))
    colours = [(200, 60, 60), (60, 200, 60), (60, 60, 200)]
    pictures = [np.full((720, 1080, 3), colour, np.uint8) for colour in colours]
    shots = studio.shoot(darkroom, pictures)
    for shot in shots:
        darkroom.develop(ORDER, shot)
    as_taken = darkroom.compose(ORDER, shots, PRINT)
    moved = darkroom.compose(ORDER, in_slots(shots, (3, 1, 2)), PRINT, "", "night")
    assert moved.sha256 != as_taken.sha256
    picture = read_pixels(studio.data_dir / PRINT)
    found = [picture[slot.y + 250, slot.x + 500] for slot in tall]
    for pixel, shot_there in zip(found, (3, 1, 2), strict=True):
        assert np.abs(pixel.astype(int) - colours[shot_there - 1]).max() < 12
    assert np.abs(picture[30, 30].astype(int) - (90, 20, 10)).max() < 12, "the paper is the other's"


@pytest.mark.parametrize("shots_of_it", [None, 2])
def test_a_picked_template_that_vanished_or_no_longer_fits_costs_the_template_and_not_the_print(
    studio: Studio, shots_of_it: int | None
) -> None:
    other = replace(studio.template, name="night", slots=studio.template.slots[:shots_of_it])
    darkroom = studio.darkroom(others=() if shots_of_it is None else (other,))
    shots = studio.shoot(darkroom, uneven())
    with capture_logs() as logs:
        composed = darkroom.compose(ORDER, shots, PRINT, "", "night")
    assert composed == darkroom.compose(ORDER, shots, PRINT)
    assert {line["template"] for line in logs} == {"night"}


def test_a_template_that_is_gone_is_named(studio: Studio) -> None:
    gone = replace(ORDER, package=replace(PACKAGE, template="strip"))
    with pytest.raises(TemplateError, match="template 'strip' is not there any more"):
        studio.darkroom().develop(gone, Shot(1, "photos/s/shot-1.jpg", "", 1, 1))


def test_there_is_a_thumbnail_of_the_first_shot_in_each_look(studio: Studio) -> None:
    darkroom = studio.darkroom()
    shots = studio.shoot(darkroom, uneven())
    thumbnails = darkroom.thumbnails(shots, WIDTH)
    looks = Looks((ASSETS / "looks",))
    assert tuple(thumbnails) == ("", *looks.names)
    plain = thumbnails[""]
    assert np.abs(cv2.resize(uneven()[0], (WIDTH, 135)).astype(int) - plain[..., :3]).mean() < 3
    for name, thumbnail in thumbnails.items():
        assert thumbnail.shape == (135, WIDTH, 4)
        assert thumbnail.dtype == np.uint8
        assert thumbnail.flags.c_contiguous
        assert (thumbnail[..., 3] == 255).all()
        assert (thumbnail[..., :3] == looks.apply(name, plain[..., :3].copy())).all()


def test_without_looks_there_is_one_thumbnail(studio: Studio, tmp_path: Path) -> None:
    darkroom = studio.darkroom(looks=tmp_path / "none")
    shots = studio.shoot(darkroom, [photograph(1, 64, 48)])
    assert list(darkroom.thumbnails(shots, 300)) == [""]
