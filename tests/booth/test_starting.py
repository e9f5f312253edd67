"""While the booth starts, a guest may touch it already."""

from __future__ import annotations

import pytest

from kiosk.booth.messages import Checked
from kiosk.booth.view import Begin, Check, Choose, Problem
from kiosk.domain.session import Choosing, Paying
from kiosk.ui.screens import ScreenName, screen_of

from .conftest import Rig

STARTING = Checked((Problem(Check.CAMERA, "camera is starting", "wait a moment", soon=True),))
LOST = Checked((Problem(Check.CAMERA, "camera is lost", "check the cable"),))
NO_PAPER = Checked((*STARTING.problems, Problem(Check.MEDIA, "empty", "load paper")))
WELL = Checked(())


def test_a_touch_before_the_booth_is_ready_begins_a_session_once_it_is(rig: Rig) -> None:
    conductor = rig.conductor(well=False)
    assert screen_of(rig.view) is ScreenName.ATTRACT
    conductor.handle(Begin())
    conductor.handle(Begin())
    conductor.handle(STARTING)
    assert rig.view.starting
    conductor.handle(WELL)
    assert isinstance(rig.view.state, Choosing)
    assert len(rig.mirror.journal.unfinished()) == 1


@pytest.mark.parametrize("trouble", [LOST, NO_PAPER])
def test_a_touch_on_a_booth_that_turns_out_unwell_begins_nothing_later(
    rig: Rig, trouble: Checked
) -> None:
    conductor = rig.conductor(well=False)
    conductor.handle(Begin())
    conductor.handle(trouble)
    assert screen_of(rig.view) is ScreenName.RESTING
    conductor.handle(WELL)
    assert screen_of(rig.view) is ScreenName.ATTRACT
    assert rig.mirror.journal.unfinished() == ()


def test_a_touch_while_a_session_is_recovered_begins_no_other(rig: Rig) -> None:
    before = rig.conductor()
    before.handle(Begin())
    assert rig.view.session_id is not None
    before.handle(Choose(rig.view.session_id, "classic"))
    again = rig.conductor(well=False)
    recovered = rig.view.session_id
    again.handle(Begin())
    again.handle(WELL)
    assert isinstance(rig.view.state, Paying)
    assert [left.session_id for left in rig.mirror.journal.unfinished()] == [recovered]
