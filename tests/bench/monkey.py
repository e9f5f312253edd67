"""The monkey in full: ten minutes of the steps' time from each state on, in several runs.

What it finds wrong is told with the seed and the posts that lead to it.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path

from kiosk.local.programs import PROJECT
from kiosk.local.world import World, WorldPlan
from tests.bench.figure import Figure
from tests.e2e.monkey_booth import Seen
from tests.e2e.monkey_house import cage, let_loose
from tests.e2e.monkey_posts import GUESTS, Post

SEEDS = (1, 2)
SECONDS = 300.0
"""Of the steps' time, from each post on and with each seed."""
MOST_S = 60.0
OFTEN = 2.0  # % of the beats: more is no noise of the machine's
PLAN = WorldPlan(printers=("left", "right"), pace_s=0.2, pay_after_ms=None)
REPORT = PROJECT / "build" / "monkey.json"
STAFFS = tuple(post for post in Post if post.is_staffs)
WITHOUT_PIN = (*GUESTS, Post.PIN_PAD)
WITH_PIN = tuple(post for post in STAFFS if post is not Post.PIN_PAD)


def figures(folder: Path) -> list[Figure]:
    """Half of the runs know the PIN."""
    runs = [_run(folder, seed, posts) for seed in SEEDS for posts in (WITHOUT_PIN, WITH_PIN)]
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(json.dumps([asdict(run) for run in runs], indent=1), encoding="utf-8")
    spent: Counter[str] = Counter()
    blocked: Counter[str] = Counter()
    for run in runs:
        spent.update(run.spent_s)
        blocked.update(run.blocked)
        sys.stdout.writelines(f"  {line}\n" for line in (*run.trouble, *run.trail))
    for place, times in blocked.most_common():
        sys.stdout.write(f"  {times:>4} times over 50 ms: {place}\n")
    beats = sum(run.beats for run in runs)
    least = min(spent.values(), default=0.0) / 60
    share = 100 * sum(blocked.values()) / max(beats, 1)
    return [
        Figure("gestures", sum(sum(run.gestures.values()) for run in runs), ""),
        Figure("states", len(spent), "", len(Post), at_least=True),
        Figure("least time from a state on", round(least, 1), "min", 10, at_least=True),
        Figure("wrong after it", sum(len(run.trouble) for run in runs), "", 0),
        Figure("loop blocked over 50 ms by us", round(share, 2), "% of beats", OFTEN),
    ]


def _run(folder: Path, seed: int, posts: tuple[Post, ...]) -> Seen:
    place = folder / f"{seed}-{posts[0].value}"
    with World(place / "world", PLAN) as world, cage(world, place) as ready:
        return let_loose(ready, seed, posts, SECONDS, MOST_S)
