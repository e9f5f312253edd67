"""Random trouble at printers, CUPS and booth: no sheet twice, none lost, nothing left behind."""

from __future__ import annotations

import enum
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings, strategies as st

from kiosk.domain import session as s
from kiosk.domain.faults import Fault
from kiosk.domain.printing import JobState

from .paper_world import PaperPrinter
from .print_room import PrintRoom

MOST_SECONDS = 3000


class BoothKilled(BaseException):
    """Nothing catches it, as nothing catches kill -9."""


class Trouble(enum.Enum):
    NONE = enum.auto()
    FAULT = enum.auto()
    MENDED = enum.auto()
    PRINTER_OFF = enum.auto()
    PRINTER_ON = enum.auto()
    CUPS_DIES = enum.auto()
    CUPS_COMES_BACK = enum.auto()
    BOOTH_KILLED = enum.auto()
    STAFF_CANCEL = enum.auto()
    ANSWER_LOST = enum.auto()
    TIME_PASSES = enum.auto()


troubles = st.lists(
    st.tuples(
        st.integers(0, 6),  # calls before it happens
        st.sampled_from(Trouble),
        st.sampled_from(("left", "right")),
    ),
    max_size=14,
)
printers = st.sampled_from(
    (
        PaperPrinter(),
        PaperPrinter(remembers=False),
        PaperPrinter(counts=False),
        PaperPrinter(remembers=False, counts=False),
        PaperPrinter(remembers=False, counts=False, gives_up=True),
    )
)


class Storm:
    """Lets each trouble happen in its turn, and mends everything when there is none left."""

    def __init__(self, room: PrintRoom, plan: list[tuple[int, Trouble, str]]) -> None:
        self._room = room
        self._plan = list(plan)
        self._calls = 0
        self._seconds = 0
        room.cups.meanwhile = self.meanwhile

    def meanwhile(self, call: str) -> None:
        self._seconds += call == "wait"
        assert self._seconds < MOST_SECONDS, "the session never ends"
        if not self._plan:
            self._mend()
            return
        calls, trouble, name = self._plan[0]
        self._calls += 1
        if self._calls > calls:
            self._plan.pop(0)
            self._calls = 0
            self._happen(trouble, name)

    def _happen(self, trouble: Trouble, name: str) -> None:
        cups = self._room.cups
        printer = cups.printers[name]
        acts: dict[Trouble, Callable[[], object]] = {
            Trouble.NONE: lambda: None,
            Trouble.FAULT: lambda: setattr(printer, "fault", Fault.MEDIA_EMPTY),
            Trouble.MENDED: lambda: setattr(printer, "fault", None),
            Trouble.PRINTER_OFF: lambda: printer.switch(on=False),
            Trouble.PRINTER_ON: lambda: printer.switch(on=True),
            Trouble.CUPS_DIES: cups.crash,
            Trouble.CUPS_COMES_BACK: self._cups_back,
            Trouble.BOOTH_KILLED: self._kill,
            Trouble.STAFF_CANCEL: self._staff_cancel,
            Trouble.ANSWER_LOST: lambda: setattr(cups, "lost_answers", 1),
            Trouble.TIME_PASSES: lambda: [cups.step() for _ in range(10)],
        }
        acts[trouble]()

    def _kill(self) -> None:
        raise BoothKilled

    def _cups_back(self) -> None:
        if not self._room.cups.up:
            self._room.cups.restart()

    def _staff_cancel(self) -> None:
        cups = self._room.cups
        waiting = [job for job in cups.jobs if not job.state.terminal]
        if waiting and cups.up:
            waiting[0].state = JobState.CANCELED
            cups.printers[waiting[0].queue].cancel(waiting[0].key)

    def _mend(self) -> None:
        self._cups_back()
        for printer in self._room.cups.printers.values():
            printer.fault = None
            printer.switch(on=True)


def live_through(room: PrintRoom) -> s.State:
    """The booth is started again whenever it was killed."""
    while True:
        try:
            return room.to_the_end()
        except BoothKilled:
            continue


@given(left=printers, right=printers, copies=st.integers(1, 3), plan=troubles)
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_sheet_comes_out_twice_and_none_is_lost(
    left: PaperPrinter, right: PaperPrinter, copies: int, plan: list[tuple[int, Trouble, str]]
) -> None:
    fresh = {
        name: PaperPrinter(remembers=p.remembers, counts=p.counts, gives_up=p.gives_up)
        for name, p in {"left": left, "right": right}.items()
    }
    room = PrintRoom.with_printers(copies, **fresh)
    Storm(room, plan)
    state = live_through(room)

    assert isinstance(state, s.Delivered | s.Owed)
    for _ in range(30):
        room.cups.step()
    assert all(job.state.terminal for job in room.cups.jobs), "something may print yet"
    if isinstance(state, s.Delivered):
        assert room.sheets() == copies
    else:
        assert state.withdraw is None
        assert room.sheets() <= copies
