"""The unattended guest plays the real window."""

from __future__ import annotations

from pathlib import Path

from kiosk.booth.view import (
    Begin,
    Choose,
    Finish,
    Intent,
    Leave,
    PickLook,
    PickWay,
    Print,
    View,
)
from kiosk.domain.order import PaymentMethod
from kiosk.domain.session import Arranging, Choosing, Delivered, Paying, Picking
from kiosk.ui.guest import Guest
from kiosk.ui.screens import ScreenName
from tests.ui import samples
from tests.ui.conftest import Stage


def test_it_plays_every_package_and_pictures_every_screen(stage: Stage, tmp_path: Path) -> None:
    stage.show(View(samples.PACKAGES, looks=samples.LOOKS))
    guest = Guest(stage.screen, tmp_path / "screens")
    done: list[bool] = []
    answered = 0

    def answer() -> bool:
        nonlocal answered
        for intent in stage.sent[answered:]:
            answered += 1
            stage.clock.pass_seconds(1)
            stage.screen.show(answer_to(intent))
        return bool(done)

    guest.run(2, lambda: done.append(True))
    stage.bot.waitUntil(answer, timeout=15_000)
    figures = guest.figures
    assert [visit.package_key for visit in figures.visits] == ["classic", "strip"]
    assert {visit.ended for visit in figures.visits} == {ScreenName.TAKE_HOME}
    assert figures.trouble == ()
    assert [file.name for file in figures.screens] == [
        "01-attract.png",
        "02-choose.png",
        "03-pay-picking.png",
        "04-arrange.png",
        "05-arrange-look.png",
        "06-takehome.png",
    ]
    assert all(file.is_file() for file in figures.screens)
    assert len(figures.tap_to_screen_ms) == 10
    assert len(stage.sent) == 12
    assert stage.sent[2] == PickWay(samples.SESSION, PaymentMethod.QRIS)
    looks = [intent.look for intent in stage.sent if isinstance(intent, PickLook)]
    assert looks == list(samples.LOOKS[1:3]), "each session another one"


def answer_to(intent: Intent) -> View:
    order, picture = samples.order(), samples.picture()
    match intent:
        case Begin():
            return samples.of(Choosing())
        case Choose():
            ways = (PaymentMethod.CASH, PaymentMethod.QRIS)
            return samples.of(Paying(order, Picking()), ways=ways)
        case PickWay():
            return arranged(Arranging(order, samples.shots(3), picture))
        case PickLook(_, look):
            return arranged(Arranging(order, samples.shots(3), picture, look))
        case Print():
            return samples.of(Delivered(order, picture), download_url=samples.URL)
        case Finish() | Leave():
            return View(samples.PACKAGES, looks=samples.LOOKS)
        case other:
            raise AssertionError(f"a guest who wants a print sent {other}")


def arranged(state: Arranging) -> View:
    return samples.of(state, looks=samples.LOOKS)
