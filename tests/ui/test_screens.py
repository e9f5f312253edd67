"""Which screen a guest sees."""

from __future__ import annotations

import typing
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtQuick import QQuickItem

from kiosk.domain import session
from kiosk.ui.screens import ScreenName, screen_of
from tests.ui import samples
from tests.ui.conftest import Stage

WALK = dict(samples.walk(samples.CLASSIC, 1_000_000_000_000))


def test_the_samples_have_every_state() -> None:
    assert {type(view.state) for view in WALK.values()} >= set(typing.get_args(session.State))


@pytest.mark.parametrize("name", WALK)
def test_every_state_shows_the_screen_that_bears_its_name(stage: Stage, name: str) -> None:
    view = WALK[name]
    stage.show(view)
    assert name.startswith(screen_of(view).value)
    assert stage.screen.booth.screen == screen_of(view).value
    shown = [item for item in loaders(stage) if item.isVisible()]
    assert [item.property("name") for item in shown] == [screen_of(view).value]
    assert shown[0].property("item") is not None


def test_a_view_that_says_nothing_new_has_nothing_read_again(stage: Stage) -> None:
    booth, told = stage.screen.booth, list[str]()
    for model in (booth, *booth.findChildren(QObject)):
        changed = getattr(model, "changed", None)
        if isinstance(changed, SignalInstance):
            changed.connect(partial(told.append, type(model).__name__))
    for name, view in WALK.items():
        stage.show(view)
        told.clear()
        stage.show(replace(view))
        assert not told, name


def test_each_screen_name_has_one_screen(stage: Stage) -> None:
    names = [item.property("name") for item in loaders(stage)]
    assert sorted(names) == sorted(name.value for name in ScreenName)


def test_before_the_first_view_there_is_nothing_to_touch_or_read(stage: Stage) -> None:
    assert not [item for item in loaders(stage) if item.isVisible()]


def loaders(stage: Stage) -> list[QQuickItem]:
    """The screens' own, and not those of a screen's faces."""
    named = {name.value for name in ScreenName}
    items = stage.screen.window.findChildren(QQuickItem)
    return [item for item in items if item.property("name") in named and is_loader(item)]


def is_loader(item: QQuickItem) -> bool:
    return item.property("ahead") is not None and item.property("sourceComponent") is not None
