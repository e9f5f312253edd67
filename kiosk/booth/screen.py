"""What is on the screen: one session's stage or, between guests, what is sold to the next one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kiosk.booth.entering import entered, shortened
from kiosk.booth.limits import limit_of
from kiosk.booth.messages import Counting, Noticed, Progressed
from kiosk.booth.pace import Pace
from kiosk.booth.ports import Clock
from kiosk.booth.shopfront import Shopfront
from kiosk.booth.showcase import Showcase
from kiosk.booth.stage import Opener, Stage, is_counted, view_of
from kiosk.booth.view import Notice, View
from kiosk.domain.session import Delivered, State


class Screen:
    """For the conductor's thread; the reading of ``stage`` alone is for any. ``publish`` is given
    each new view and must not block. Without a ``showcase`` no guest is asked whether the print
    may be shown."""

    def __init__(
        self,
        front: Shopfront,
        pace: Pace,
        clock: Clock,
        publish: Callable[[View], None],
        showcase: Showcase | None,
    ) -> None:
        self._front = front
        self._pace = pace
        self._clock = clock
        self._publish = publish
        self._showcase = showcase
        self._stage: Stage | None = None

    @property
    def stage(self) -> Stage | None:
        """None between guests."""
        return self._stage

    @property
    def state(self) -> State | None:
        return None if self._stage is None else self._stage.state

    def has(self, session_id: str) -> bool:
        return self._stage is not None and self._stage.session_id == session_id

    def show(self) -> None:
        free = self._stage is None and self._showcase is not None
        showcase = self._showcase.pictures() if free and self._showcase else ()
        front = self._front
        self._publish(view_of(front.shop, self._stage, front.offered(), front.checked, showcase))

    # ---- who has it: shown with the next ``show`` ----------------------------------------------

    def enter(self, session_id: str, state: State, opener: Opener = Opener.GUEST) -> None:
        """The session comes into ``state``, or onto the screen with it. ``opener`` counts for one
        that begins."""
        before = self._stage if self.has(session_id) else None
        stage = entered(session_id, state, before, self._pace, self._clock)
        if before is None:
            stage = replace(stage, opener=opener)
        asked = self._showcase is not None and isinstance(state, Delivered)
        self._stage = replace(stage, shown=stage.shown or False) if asked else stage

    def shorten(self, gone_s: float) -> None:
        """The session on the screen came into its state ``gone_s`` ago, before a restart."""
        if self._stage is not None:
            self._stage = shortened(self._stage, gone_s)

    def clear(self) -> None:
        self._stage = None

    # ---- what is told beside the state: shown at once, where it is new -------------------------

    def change(self, stage: Stage) -> None:
        """``stage`` is the session's that is on the screen."""
        if stage != self._stage:
            self._stage = stage
            self.show()

    def tell(self, news: Noticed | Counting | Progressed) -> None:
        """Of a session that has left the screen there is nothing to tell."""
        stage = self._stage
        if stage is None or stage.session_id != news.session_id:
            return
        match news:
            case Noticed(_, notice, faults):
                self.change(replace(stage, notice=notice, printer_faults=faults))
            case Counting(_, countdown):
                if is_counted(countdown, stage.state):
                    self.change(replace(stage, countdown=countdown))
            case Progressed(_, progress):
                self.change(replace(stage, progress=progress))

    def notice(self, session_id: str, notice: Notice) -> None:
        self.tell(Noticed(session_id, notice))

    def begin_limit_anew(self) -> None:
        stage = self._stage
        if stage is not None:
            self.change(replace(stage, limit=limit_of(stage.state, self._pace, self._clock)))
