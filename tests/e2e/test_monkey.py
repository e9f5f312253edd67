"""A monkey at the real booth, short and seeded; ``./dev bench --only monkey`` has it in full."""

from __future__ import annotations

from pathlib import Path

import pytest

from .monkey_house import let_loose
from .monkey_posts import Post
from .paid_house import paid_house

SEED = 7
POSTS = tuple(Post)


@pytest.mark.timeout(300)
def test_whatever_is_touched_the_booth_finds_its_way_home(tmp_path: Path) -> None:
    with paid_house(tmp_path, 4) as house:
        seen = let_loose(house, SEED, POSTS, seconds=20, most_s=1.0)
    assert seen.trouble == []
