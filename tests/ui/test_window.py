"""How the window ends."""

from __future__ import annotations

from tests.ui.conftest import Stage


def test_a_close_does_nothing_in_the_middle_of_a_call(stage: Stage) -> None:
    stage.screen.close()
    assert not stage.screen.closed
    stage.bot.waitUntil(lambda: stage.screen.closed)
