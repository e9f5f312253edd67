"""Each planted mistake with money is found out by the same stories."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import Phase
from peewee import IntegrityError

from tests.store.money_plants import PLANTS
from tests.store.money_story import play

BEGINNINGS = 20
"""Many short books find a mistake sooner than a long one: what a story is made of is much the same
all through one."""

STORIES_A_BOOK = 8


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.__name__)
def test_a_booth_with_this_mistake_is_found_out(
    plant: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    with pytest.raises((AssertionError, IntegrityError)):
        read_all_books()


def read_all_books() -> None:
    for seed in range(BEGINNINGS):
        play(Phase.generate, stories=STORIES_A_BOOK, seed=seed)
