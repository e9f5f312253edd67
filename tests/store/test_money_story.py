"""The rules of money and the real store, driven together through everything that can happen."""

from __future__ import annotations

import pytest
from hypothesis import Phase

from tests.store.money_story import MoneyStory, play

STEPS = 20_000


@pytest.mark.timeout(600)
def test_whatever_happens_to_money_every_rupiah_is_accounted_for() -> None:
    before = MoneyStory.steps
    play(Phase.generate, Phase.shrink)
    assert MoneyStory.steps - before >= STEPS
