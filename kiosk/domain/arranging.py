"""From the first shot to the print that is asked for: the session's rules about its pictures.

A guest may have a shot taken again: right after it was taken, and while the print is arranged.
The shot that is to be replaced counts until the new one is there: where the camera fails meanwhile,
it is back.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.effects import TakeShot
from kiosk.domain.events import (
    ArrangementFailed,
    Event,
    GaveUp,
    LookPicked,
    PictureComposed,
    PrintAsked,
    RetakeAsked,
    ShotsArranged,
    ShotTaken,
    TemplatePicked,
)
from kiosk.domain.order import Order, Shot
from kiosk.domain.states import Arranging, Job, Owed, Printing, Shooting, State


def next_shot(state: Shooting) -> TakeShot:
    """The first that is missing."""
    again = state.retaking
    seqs = {shot.seq for shot in state.shots}
    seq = next(n for n in range(1, len(seqs) + 2) if n not in seqs)
    take = 1 if again is None else again.take + 1
    return TakeShot(state.order, seq, take, may_retake=retakes_left(state) > 0)


def retakes_left(state: State) -> int:
    """How many shots the guest may still have taken again, beginning now."""
    match state:
        case Shooting(order, shots, retakes, retaking=None) if shots:
            return max(order.package.retakes - retakes, 0)
        case Arranging(order, retakes=retakes):
            return max(order.package.retakes - retakes, 0)
        case _:
            return 0


def in_slots(shots: tuple[Shot, ...], slots: tuple[int, ...]) -> tuple[Shot, ...]:
    """``shots`` in the order of the slots that they are in; as they were taken where ``slots`` is
    empty."""
    by_seq = {shot.seq: shot for shot in shots}
    return tuple(by_seq[seq] for seq in slots) if slots else shots


def from_shooting(state: Shooting, event: Event) -> State:
    match event:
        case ShotTaken(shot) if _is_due(state, shot):
            return _with_shot(state, shot)
        case RetakeAsked(seq) if retakes_left(state) and seq == state.shots[-1].seq:
            *before, again = state.shots
            retakes = state.retakes + 1
            return replace(state, shots=tuple(before), retakes=retakes, retaking=again)
        case GaveUp() if state.retaking is not None:
            return _with_shot(state, state.retaking)
        case GaveUp(reason):
            return Owed(state.order, None, reason)
        case _:
            return state


def from_arranging(state: Arranging, event: Event) -> State:
    match event:
        case LookPicked(look) if look != state.look:
            return replace(state, look=look, picture=None)
        case TemplatePicked(name) if (template := _template(state.order, name)) != state.template:
            return replace(state, template=template, picture=None)
        case ShotsArranged(slots) if _is_permutation(slots, len(state.shots)):
            return _with_slots(state, slots)
        case RetakeAsked(seq) if retakes_left(state):
            return _retaking(state, seq)
        case PictureComposed(picture) if state.picture is None and _is_of(event, state):
            return replace(state, picture=picture)
        case ArrangementFailed() if state.picture is None and _is_of(event, state):
            # What was bought, as it was shown first, is better than nothing.
            return replace(state, look="", template="", slots=())
        case PrintAsked(printer_id) if state.picture is not None:
            job = Job(state.order.print_job_id, printer_id, state.order.package.copies)
            return Printing(state.order, state.picture, job)
        case GaveUp(reason):
            return Owed(state.order, state.picture, reason)
        case _:
            return state


def _is_due(state: Shooting, shot: Shot) -> bool:
    due = next_shot(state)
    return (shot.seq, shot.take) == (due.seq, due.take)


def _with_shot(state: Shooting, shot: Shot) -> State:
    shots = tuple(sorted((*state.shots, shot), key=lambda one: one.seq))
    order, retakes = state.order, state.retakes
    if len(shots) < order.package.shots:
        return Shooting(order, shots, retakes)
    look, template, slots = state.look, state.template, state.slots
    return Arranging(order, shots, None, look, template, slots, retakes)


def _with_slots(state: Arranging, slots: tuple[int, ...]) -> State:
    """As they were taken is empty, so that the same arrangement is never composed twice."""
    arranged = () if list(slots) == sorted(slots) else slots
    return state if arranged == state.slots else replace(state, slots=arranged, picture=None)


def _retaking(state: Arranging, seq: int) -> State:
    again = next((shot for shot in state.shots if shot.seq == seq), None)
    if again is None:
        return state
    return Shooting(
        state.order,
        tuple(shot for shot in state.shots if shot is not again),
        state.retakes + 1,
        again,
        state.look,
        state.template,
        state.slots,
    )


def _template(order: Order, name: str) -> str:
    """Empty for the package's own."""
    return "" if name == order.package.template else name


def _is_permutation(slots: tuple[int, ...], count: int) -> bool:
    return sorted(slots) == list(range(1, count + 1))


def _is_of(event: PictureComposed | ArrangementFailed, state: Arranging) -> bool:
    """Whether it is about the picture that was asked for last: of these shots, so arranged."""
    made = (event.look, event.template, event.slots, event.retakes)
    return made == (state.look, state.template, state.slots, state.retakes)
