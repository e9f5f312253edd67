"""Starts the surroundings' real parts as children and leaves none behind."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from kiosk.local.child import Child, Part

POLL_S = 0.02
LOG_LINES = 15


class PartFailed(RuntimeError):
    """A part ended before it was ready, or did not get ready in time."""

    def __init__(self, child: Child, why: str) -> None:
        lines = child.output().splitlines()[-LOG_LINES:]
        said = "\n".join(f"  {line}" for line in lines) or "  (nothing)"
        super().__init__(
            f"{child.part.name} {why}. Its last words:\n{said}\nAll of them are in {child.log}"
        )


class Supervisor:
    """Ends its children in reverse order when the ``with`` block is left, however it is left.

    A child also ends when the thread that started it does (Linux ties the signal to the thread,
    not to the process), so start children from the thread that outlives them: the main one.
    """

    def __init__(self, logs: Path) -> None:
        self._logs = logs
        self._children: list[Child] = []

    def __enter__(self) -> Self:
        self._logs.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop_all()

    def begin(self, part: Part) -> Child:
        """Starts a part and waits for nothing."""
        child = Child(part, self._logs / f"{part.name}.log")
        self._children.append(child)
        return child

    def start(self, part: Part) -> Child:
        """Starts a part and waits until it is ready. Raises PartFailed."""
        child = self.begin(part)
        self.await_ready([child])
        return child

    def await_ready(self, children: Iterable[Child]) -> None:
        """Waits for each of them, up to its own deadline. Raises PartFailed for the first."""
        waiting = list(children)
        while waiting:
            waiting = [child for child in waiting if not _ready(child)]
            if waiting:
                time.sleep(POLL_S)

    def stop(self, child: Child) -> None:
        """Asks it to end, and makes it end after its grace."""
        child.stop()
        self._children.remove(child)

    def kill(self, child: Child) -> None:
        """Ends it as a power cut would."""
        child.kill()
        self._children.remove(child)

    def stop_all(self) -> None:
        while self._children:
            self.stop(self._children[-1])


def _ready(child: Child) -> bool:
    if not child.alive:
        raise PartFailed(child, f"ended with status {child.status} before it was ready")
    if child.part.ready(child):
        return True
    if child.age_s > child.part.deadline_s:
        raise PartFailed(child, f"was not ready after {child.part.deadline_s:g} s")
    return False
