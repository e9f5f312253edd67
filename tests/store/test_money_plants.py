"""Each planted mistake with money is found out by the same stories."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import Phase
from peewee import IntegrityError

from tests.store.money_plants import PLANTS
from tests.store.money_story import play


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.__name__)
def test_a_booth_with_this_mistake_is_found_out(
    plant: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    with pytest.raises((AssertionError, IntegrityError)):
        play(Phase.generate)
