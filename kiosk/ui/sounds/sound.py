"""What there is to hear."""

from __future__ import annotations

import enum
from typing import Protocol


class Sound(enum.Enum):
    """The values are the names of the files."""

    TICK = "tick"
    LAST_TICK = "last-tick"
    SHUTTER = "shutter"
    DONE = "done"


class Player(Protocol):
    """Every call returns at once."""

    def ready(self) -> None:
        """There will be something to play soon."""

    def play(self, sound: Sound) -> None: ...

    def close(self) -> None:
        """Nothing is played after this."""


class Silence:
    """A booth that makes no sound."""

    def ready(self) -> None:
        pass

    def play(self, sound: Sound) -> None:
        pass

    def close(self) -> None:
        pass
