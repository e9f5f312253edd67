"""Errands of the staff's desk: sent off from its thread, and heard of there when they are over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from kiosk.booth.staff.crew import Crew
from kiosk.booth.staff.endings import Ending, ended
from kiosk.booth.staff.mailbox import Step
from kiosk.booth.staff.view import Outcome


@dataclass(frozen=True)
class Errand:
    """``work`` runs on a thread of its own, ``after`` on the desk's when it is over. ``name`` is
    for the audit log as well, which hears of it where somebody answers for it: ``who``. ``about``
    is the printer's name or the claim code."""

    name: str
    work: Callable[[], Ending | None]
    about: str = ""
    failed: Outcome = Outcome.REFUSED
    after: Callable[[], object] = lambda: None
    who: str = ""


Finish = Callable[[Errand, Ending | None], None]


@dataclass(frozen=True)
class Sender:
    crew: Crew
    later: Callable[[Step], None]
    finish: Finish

    def send(self, errand: Errand) -> None:
        def run() -> None:
            ending = ended(errand.work, errand.about, errand.failed)
            self.later(partial(self._over, errand, ending))

        self.crew.run(f"staff-{errand.name.replace(' ', '-')}", run)

    def _over(self, errand: Errand, ending: Ending | None) -> None:
        errand.after()
        self.finish(errand, ending)
