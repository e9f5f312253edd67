"""The rules of money and the real store, driven together through everything that can happen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from peewee import IntegrityError

from tests.store.money_plants import PLANTS
from tests.store.money_story import MoneyStory

STEPS = 20_000
STORIES, STEPS_A_STORY = 420, 60


def play(stories: int, *phases: Phase) -> None:
    run_state_machine_as_test(
        MoneyStory,
        settings=settings(
            max_examples=stories,
            stateful_step_count=STEPS_A_STORY,
            derandomize=True,
            database=None,
            deadline=None,
            phases=phases,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.timeout(600)
def test_whatever_happens_to_money_every_rupiah_is_accounted_for() -> None:
    before = MoneyStory.steps
    play(STORIES, Phase.generate, Phase.shrink)
    assert MoneyStory.steps - before >= STEPS


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.__name__)
def test_a_booth_with_this_mistake_is_found_out(
    plant: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    with pytest.raises((AssertionError, IntegrityError)):
        play(STORIES, Phase.generate)
