"""What one run has seen of the job that it follows, and what it means to do with it."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Intent(enum.Enum):
    """What becomes of a job that the booth withdraws."""

    MOVE = "move"
    GIVE_UP = "give-up"


@dataclass
class Course:
    """What one run has seen of its job. Moments are CLOCK_MONOTONIC; None is not now."""

    sick_since: int | None = None
    begun_since: int | None = None
    over_since: int | None = None
    withdrawn_since: int | None = None
    tried_at: int | None = None
    ran_in: int | None = None  # the generation of CUPS in which it was seen printing
    intent: Intent | None = None

    def feels(self, *, sick: bool, now: int) -> None:
        if not sick:
            self.sick_since = None
        elif self.sick_since is None:
            self.sick_since = now

    def withdraw(self, intent: Intent, now: int) -> None:
        """The first intent stays."""
        if self.intent is None:
            self.intent, self.withdrawn_since = intent, now
