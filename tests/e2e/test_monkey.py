"""A monkey at the real booth, short and seeded; ``./dev bench --only monkey`` has it in full."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from kiosk.local.world import World

from .monkey_house import Cage, cage, let_loose
from .monkey_posts import Post

SEED = 7
POSTS = (Post.CHOOSE, Post.CASH, Post.ARRANGE, Post.TAKE_HOME, Post.RESTING, Post.HOME)


@pytest.fixture
def caged(world: World, tmp_path: Path) -> Iterator[Cage]:
    with cage(world, tmp_path) as ready:
        yield ready
        httpx.delete(f"{ready.cloud.xendit_stand_in}/faults").raise_for_status()


def test_whatever_is_touched_the_booth_finds_its_way_home(caged: Cage) -> None:
    seen = let_loose(caged, SEED, POSTS, seconds=12, most_s=0.5)
    assert seen.trouble == []
    assert sum(seen.gestures.values()) >= len(POSTS)
