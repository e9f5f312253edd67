"""Who comes to the screen and who leaves it: guests, staff who rehearse, and after a restart those
who were here before."""

from __future__ import annotations

from dataclasses import dataclass, field

import structlog

from kiosk.booth.ports import Journaled, Keys
from kiosk.booth.screen import Screen
from kiosk.booth.shopfront import Shopfront
from kiosk.booth.stage import Opener
from kiosk.booth.steps import Steps
from kiosk.booth.view import is_starting
from kiosk.domain.session import (
    CancelAsked,
    CancelReason,
    Choosing,
    Printing,
    State,
    due,
    is_over,
)
from kiosk.domain.times import moment

log = structlog.get_logger()


@dataclass
class Door:
    """For the conductor's thread. Raises what the journal raises."""

    front: Shopfront
    screen: Screen
    steps: Steps
    keys: Keys
    _touch_kept: bool = field(default=False, init=False)

    def recover(self) -> None:
        """Carries on what a stop or a crash left unfinished, from the last step on disk.

        Prints go on beside each other. Of the other sessions, whose guests have something to do,
        the next follows when the screen is free again; with none of them, the last print is shown.
        """
        journal, effects = self.steps.journal, self.steps.effects
        for left in journal.unfinished():
            log.info("session recovered", session=left.session_id, state=type(left.state).__name__)
            if isinstance(left.state, Choosing):
                self.steps.take(left.session_id, CancelAsked(CancelReason.RESTART))
            elif _needs_no_guest(left.state):
                effects.ensure(left.session_id, due(left.state))
        unfinished = journal.unfinished()
        self._next_guest(unfinished)
        prints = [left for left in unfinished if isinstance(left.state, Printing)]
        if self.screen.stage is None and prints:
            self.screen.enter(prints[-1].session_id, prints[-1].state)
        self.screen.show()

    def begin(self) -> None:
        """A guest's touch between two sessions; while the booth starts, it is kept."""
        problems = self.front.checked.problems
        self._touch_kept = self.screen.stage is None and is_starting(problems)
        if self.screen.stage is None and not problems:
            self._open(self.keys.new_id(), Opener.GUEST)

    def looked(self) -> None:
        """The preflight has looked: perhaps a kept touch can begin now."""
        if self._touch_kept:
            self.begin()

    def rehearse(self, session_id: str) -> None:
        """Staff's own session, where no guest is at the screen."""
        if self.screen.stage is None and not self.front.problems_for(Opener.STAFF):
            self._open(session_id, Opener.STAFF)

    def finish(self) -> None:
        """The session leaves the screen, where nothing but its print is left to do."""
        state = self.screen.state
        if state is None or not (is_over(state) or _is_at_the_printer(state)):
            return
        self.screen.clear()
        self._next_guest(self.steps.journal.unfinished())
        self.change_over()
        self.screen.show()

    def change_over(self) -> None:
        """Between guests, what staff have changed meanwhile is sold."""
        if self.screen.stage is None:
            self.front.change_over()

    def _open(self, session_id: str, opener: Opener) -> None:
        self.front.price()
        self.steps.journal.start(session_id, Choosing(), self.steps.clock.now())
        self.screen.enter(session_id, Choosing(), opener)
        self.screen.show()

    def _next_guest(self, unfinished: tuple[Journaled, ...]) -> None:
        """Shows the oldest session whose guest has something to do here."""
        for left in unfinished:
            if self.screen.stage is None and not _needs_no_guest(left.state):
                self.screen.enter(left.session_id, left.state)
                self.screen.shorten(self._since_s(left.session_id))
                self.steps.effects.ensure(left.session_id, due(left.state))

    def _since_s(self, session_id: str) -> float:
        """Since the session's last step."""
        last, _ = self.steps.journal.events(session_id)[-1]
        return max((self.steps.clock.now() - moment(last)).total_seconds(), 0.0)


def _needs_no_guest(state: State) -> bool:
    """Whether what is left to do is the booth's own: to print, or to withdraw a print."""
    return isinstance(state, Printing) or is_over(state)


def _is_at_the_printer(state: State) -> bool:
    return isinstance(state, Printing) and state.job.cups_job_id is not None
