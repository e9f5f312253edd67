"""The window of a booth that is still starting."""

from __future__ import annotations

from kiosk.booth.view import Begin, Check, Problem, View
from tests.ui import samples
from tests.ui.conftest import Stage

STARTING = View(packages=(), problems=(Problem(Check.STORE, "not yet", "wait", soon=True),))
WELL = View(packages=samples.PACKAGES)


def words_of(stage: Stage) -> list[str]:
    """What can be read on the attract screen."""
    touch = stage.find("attractTouch")
    assert touch is not None
    todo, words = [touch.parentItem()], []
    while todo:
        item = todo.pop()
        todo += item.childItems()
        if item.isVisible() and item.opacity() > 0 and item.property("text"):
            words.append(item.property("text"))
    return words


def test_it_invites_names_no_price_and_answers_a_touch(stage: Stage) -> None:
    stage.show(STARTING)
    assert "Sentuh untuk mulai" in words_of(stage)
    assert not any("Gratis" in words or "Rp" in words for words in words_of(stage))
    stage.tap("attractTouch")
    stage.draw()
    assert stage.sent == [Begin()]
    assert "Sebentar, ya…" in words_of(stage)


def test_a_touch_that_was_kept_is_forgotten_with_the_start(stage: Stage) -> None:
    stage.show(STARTING)
    stage.tap("attractTouch")
    stage.show(WELL)
    assert "Sentuh untuk mulai" in words_of(stage)
    assert any("Rp" in words for words in words_of(stage))
