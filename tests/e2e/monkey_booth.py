"""The real booth and its real window with a monkey before it, as a process of its own.

The plan comes as one JSON object on standard input, in the form of ``Plan``; what was seen leaves
as another on standard output, in the form of ``Seen``.
"""

from __future__ import annotations

import gc
import json
import random
import sys
import time
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from kiosk.app import build_booth
from kiosk.booth.pace import Pace
from kiosk.booth.view import View
from kiosk.config import load_config
from kiosk.logs import log_to
from kiosk.resources import assets
from kiosk.touchscreen import parts_of, screen_settings_of
from kiosk.ui.window import application, open_screen

from .monkey_clock import MovedClock
from .monkey_guide import DeadEndError, Guide
from .monkey_hand import Hand, pump
from .monkey_posts import Post, post_of
from .monkey_watch import Beat, Complaints
from .paid_xendit import Xendit

PACE = replace(Pace(), countdown=0.4, review=0.1, retake_review=0.4, print_poll=0.3, print_settle=2)
SHOT_S = 3.0
"""What a countdown takes a guest: so much longer is a second at work here."""
SPEED_AT_WORK = SHOT_S / PACE.countdown
STEPS_S = (0.0, 0.1, 0.4, 0.4, 1.0, 2.0, 5.0)
"""What passes between two gestures of the time that ends the steps."""
AWAY = 8
"""So many gestures more where one of them has led away from the post."""
START_S = 30.0


@dataclass(frozen=True)
class Plan:
    """``seconds`` of the steps' time go by from each of ``posts`` on, in ``most_s`` real ones at
    most."""

    seed: int
    posts: list[str]
    seconds: float
    most_s: float
    settings: str
    data_dir: str
    xendit: str
    cloud: str
    faults: list[str]
    pin: str


@dataclass
class Seen:
    """``spent_s`` is the steps' time by post. ``trouble`` is empty where nothing went wrong."""

    spent_s: dict[str, float] = field(default_factory=dict)
    gestures: dict[str, int] = field(default_factory=dict)
    trouble: list[str] = field(default_factory=list)
    trail: list[str] = field(default_factory=list)
    beats: int = 0
    blocked: dict[str, int] = field(default_factory=dict)
    elsewhere: dict[str, int] = field(default_factory=dict)


@dataclass
class Monkey:
    """Only for the GUI thread."""

    plan: Plan
    guide: Guide
    hand: Hand
    chance: random.Random
    seen: Seen

    def visit(self, post: Post) -> None:
        """Again and again, for a touch may lead away at once."""
        spent = played = 0.0
        while spent < self.plan.seconds and played < self.plan.most_s:
            self.guide.home()
            if not self.guide.lead_to(post):
                break
            began = time.monotonic()
            spent += self._play(post, self.plan.seconds - spent, self.plan.most_s - played)
            played += time.monotonic() - began
        self.seen.spent_s[post.value] = round(spent, 1)

    def _play(self, post: Post, most: float, most_s: float) -> float:
        """Until the post is left for good; how much of the steps' time went by."""
        spent, away, began = 0.0, 0, time.monotonic()
        while spent < most and away < AWAY and time.monotonic() - began < most_s:
            touched = time.monotonic()
            self.hand.gesture()
            here = post_of(self.guide.screen)
            away = 0 if here is post else away + 1
            took = time.monotonic() - touched
            if here is None or here.is_timed:
                step = self.chance.choice(STEPS_S)
                self.guide.pass_time(step)
                spent += step + took
            else:
                spent += took * SPEED_AT_WORK
        return spent


def main() -> None:
    plan = Plan(**json.load(sys.stdin))
    folder = Path(plan.data_dir)
    log_to(folder / "logs")
    complaints = Complaints()
    seen = Seen()
    try:
        _run(plan, folder, seen, complaints)
    except DeadEndError as end:
        seen.trouble.append(str(end))
    gc.collect()  # a warning of what was not closed comes now
    seen.trouble += complaints.heard
    json.dump(asdict(seen), sys.stdout)


def _run(plan: Plan, folder: Path, seen: Seen, complaints: Complaints) -> None:
    config, clock = load_config(Path(plan.settings), assets() / "templates"), MovedClock()

    def publish(view: View) -> None:
        screen.show(clock.seen_from_here(view))

    booth = build_booth(
        config, folder, PACE, publish, lambda view: screen.show_staff(view), steps=clock
    )
    parts = parts_of(booth)
    application(assets())
    screen = open_screen(
        send=parts.send,
        ask=parts.ask,
        preview=parts.preview,
        looks=parts.looks,
        templates=parts.templates,
        data_dir=folder,
        assets=assets(),
        settings=screen_settings_of(config),
        now_ns=clock.monotonic_ns,
    )
    chance = random.Random(plan.seed)  # noqa: S311 - it makes monkeys
    hand = Hand(lambda: screen.window, chance)
    xendit = Xendit(plan.xendit, Path(plan.cloud))
    faults = tuple(Path(file) for file in plan.faults)
    guide = Guide(booth, screen, clock, hand, xendit, faults, plan.pin)
    complaints.doing = lambda: f"at {post_of(screen)} after {hand.last[-4:]}"
    booth.start()
    try:
        guide.lead_to(Post.ATTRACT)
        beat = Beat()
        monkey = Monkey(plan, guide, hand, chance, seen)
        try:
            for name in plan.posts:
                monkey.visit(Post(name))
            guide.home()
        except DeadEndError as end:
            seen.trouble.append(f"{end}; the last gestures: {hand.last}")
        beat.stop()
        seen.beats = beat.beats
        seen.blocked, seen.elsewhere = dict(beat.blocked), dict(beat.elsewhere)
        seen.gestures, seen.trail = dict(hand.done), guide.trail
    finally:
        xendit.close()
        booth.close()
        screen.close()
        pump(0.1)


if __name__ == "__main__":
    main()
