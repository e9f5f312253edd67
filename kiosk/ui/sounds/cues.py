"""Which sound belongs to what the guest sees."""

from __future__ import annotations

from kiosk.booth.view import View
from kiosk.domain.states import Delivered, Printing
from kiosk.ui.models.booth import BoothModel
from kiosk.ui.sounds.sound import Player, Sound


class Cues:
    """Listens to the view models, so that a sound comes with the numeral, the flash and the screen
    that are its twins."""

    def __init__(self, booth: BoothModel, player: Player) -> None:
        self._booth = booth
        self._player = player
        self._before: View | None = None
        booth.shoot_model.ticked.connect(self._tick)
        booth.shoot_model.shutter.connect(self._shutter)
        booth.changed.connect(self._look)

    def _tick(self) -> None:
        match self._booth.shoot_model.seconds:
            case 0:
                pass
            case 1:
                self._player.play(Sound.LAST_TICK)
            case _:
                self._player.play(Sound.TICK)

    def _shutter(self) -> None:
        self._player.play(Sound.SHUTTER)

    def _look(self) -> None:
        before, self._before = self._before, self._booth.view
        now = self._before
        if now is None:
            return
        if now.state is not None and (before is None or before.state is None):
            self._player.ready()
        printing = before is not None and isinstance(before.state, Printing)
        if printing and isinstance(now.state, Delivered):
            self._player.play(Sound.DONE)
