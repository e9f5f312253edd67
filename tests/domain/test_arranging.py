"""From the first shot to the print: retakes, templates and slots, explored rather than sampled."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, strategies as st

from kiosk.domain import session as s
from kiosk.domain.order import Picture, Shot

from .test_session import (
    ALL_SHOT,
    COMPOSED,
    HISTORIES,
    NOT_COMPOSED,
    PACKAGE,
    PAID,
    PICKS,
    RETAKES,
    TAKEN,
    composed,
    shot,
    walk,
)

POSING: st.SearchStrategy[list[s.Event]] = st.lists(
    st.one_of(
        TAKEN, RETAKES, PICKS, COMPOSED, NOT_COMPOSED, st.just(s.GaveUp(s.OwedReason.CAMERA))
    ),
    max_size=12,
)


def test_the_packages_own_template_and_the_shots_as_they_were_taken_are_one_arrangement() -> None:
    away = (s.TemplatePicked("night"), s.ShotsArranged((2, 1, 3)))
    back = (s.TemplatePicked(PACKAGE.template), s.ShotsArranged((1, 2, 3)))
    assert s.replay((*ALL_SHOT, *away, *back)) == s.replay(ALL_SHOT)


def test_a_shot_taken_again_right_away_is_followed_by_the_next() -> None:
    state = s.replay((*ALL_SHOT[:5], s.RetakeAsked(2)))
    assert s.due(state) == (s.TakeShot(PAID, 2, take=2),)
    assert s.transition(state, s.ShotTaken(shot(2))).state is state, "that is the old one"
    state = s.transition(state, s.ShotTaken(shot(2, 2))).state
    assert s.due(state) == (s.TakeShot(PAID, 3, may_retake=True),)


def test_a_shot_taken_again_later_comes_back_to_the_arrangement() -> None:
    picks = (s.LookPicked("senja"), s.TemplatePicked("night"), s.ShotsArranged((3, 1, 2)))
    state = s.replay((*ALL_SHOT, *picks, s.RetakeAsked(1)))
    assert s.due(state) == (s.TakeShot(PAID, 1, take=2),)
    state = s.transition(state, s.ShotTaken(shot(1, 2))).state
    shots = (shot(1, 2), shot(2), shot(3))
    assert s.due(state) == (s.Compose(PAID, shots, "senja", "night", (3, 1, 2), 1),)


def test_an_arrangement_that_fails_gives_way_to_what_was_bought() -> None:
    picks = (s.LookPicked("senja"), s.TemplatePicked("night"), s.ShotsArranged((3, 1, 2)))
    state = s.replay((*ALL_SHOT, composed(), *picks))
    failed = s.ArrangementFailed("senja", "night", (3, 1, 2), 0)
    plain = s.transition(state, failed)
    assert plain.effects == s.due(s.replay(ALL_SHOT))
    assert s.transition(plain.state, failed).state is plain.state, "a late answer"
    owed = s.transition(plain.state, s.GaveUp(s.OwedReason.PICTURE)).state
    assert isinstance(owed, s.Owed), "there is nothing plainer"


def test_a_retake_that_the_camera_fails_costs_the_guest_nothing_but_the_retake() -> None:
    gave_up = s.GaveUp(s.OwedReason.CAMERA)
    late = s.replay((*ALL_SHOT, s.RetakeAsked(1), gave_up))
    assert late == replace(arranging(s.replay(ALL_SHOT)), retakes=1)
    soon = s.replay((*ALL_SHOT[:4], s.RetakeAsked(1), gave_up))
    assert s.due(soon) == (s.TakeShot(PAID, 2, may_retake=True),)
    assert isinstance(s.transition(soon, gave_up).state, s.Owed)


def arranging(state: s.State) -> s.Arranging:
    assert isinstance(state, s.Arranging)
    return state


@given(POSING)
def test_whatever_is_composed_late_what_was_picked_last_is_printed(
    posing: list[s.Event],
) -> None:
    look, template, slots = "", "", ()
    for before, event, step in walk([*ALL_SHOT, *posing, s.PrintAsked("printer")]):
        if isinstance(before, s.Arranging):
            match event:
                case s.LookPicked(picked):
                    look = picked
                case s.TemplatePicked(picked):
                    template = picked
                case s.ShotsArranged(arranged) if sorted(arranged) == [1, 2, 3]:
                    slots = arranged
                case _:
                    pass
        template = "" if template == PACKAGE.template else template
        slots = () if slots == (1, 2, 3) else slots
        match step.state:
            case s.Arranging(picture=Picture(sha256=made), retakes=retakes):
                assert made == composed(look, template, slots, retakes).picture.sha256
            case s.Printing(picture=picture):
                assert isinstance(before, s.Arranging)
                assert picture == before.picture
            case _:
                pass


@given(HISTORIES)
def test_what_is_picked_is_composed_once_and_before_the_print_only(events: list[s.Event]) -> None:
    for before, event, step in walk(events):
        picks = isinstance(event, s.LookPicked | s.TemplatePicked | s.ShotsArranged)
        if picks and step.state is not before:
            assert isinstance(before, s.Arranging)
            [effect] = step.effects
            assert effect != s.due(replace(before, picture=None))[0]


@given(st.integers(0, 3), POSING)
def test_of_each_shot_the_last_take_counts_and_no_take_is_taken_twice(
    shots: int, posing: list[s.Event]
) -> None:
    taken: dict[int, Shot] = {}
    known: set[tuple[int, int]] = set()
    for before, event, step in walk([*ALL_SHOT[: 3 + shots], *posing]):
        if isinstance(event, s.ShotTaken) and step.state is not before:
            assert (event.shot.seq, event.shot.take) not in known
            known.add((event.shot.seq, event.shot.take))
            taken[event.shot.seq] = event.shot
        if isinstance(step.state, s.Arranging):
            assert step.state.shots == tuple(taken[seq] for seq in (1, 2, 3))
        if isinstance(step.state, s.Shooting):
            again = step.state.retaking
            all_ = step.state.shots if again is None else (*step.state.shots, again)
            assert set(all_) == set(taken.values())


@given(HISTORIES)
def test_no_more_is_taken_again_than_the_order_says_and_only_what_was_taken(
    events: list[s.Event],
) -> None:
    asked = 0
    for before, event, step in walk(events):
        if isinstance(event, s.RetakeAsked) and step.state is not before:
            assert isinstance(before, s.Shooting | s.Arranging)
            assert event.seq in {shot.seq for shot in before.shots}
            asked += 1
    assert asked <= PACKAGE.retakes


@given(st.integers(0, 5), POSING)
def test_a_retake_never_makes_a_session_owed(shots: int, posing: list[s.Event]) -> None:
    for before, event, step in walk([*ALL_SHOT[: 3 + shots], *posing]):
        if isinstance(event, s.GaveUp) and isinstance(before, s.Shooting) and before.retaking:
            assert not isinstance(step.state, s.Owed)
            assert not s.is_over(step.state)
