"""What staff change while the booth runs, on its way to the parts: a part of the composition
root."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.booth.messages import NewShop
from kiosk.booth.preflight import Preflight, Watchman
from kiosk.config import Config
from kiosk.wiring.devices import Devices
from kiosk.wiring.ground import Ground
from kiosk.wiring.money import ways_of
from kiosk.wiring.shop import shop_of


@dataclass(frozen=True)
class Changes:
    """From any thread; it doesn't block."""

    ground: Ground
    devices: Devices
    preflight: Preflight
    watchman: Watchman
    tell: Callable[[NewShop], None]

    def heard(self, config: Config) -> None:
        """It is for the next guest. The preflight looks first at what is new."""
        ground, devices = self.ground, self.devices
        shop = shop_of(config, ground.templates, ground.looks.names)
        devices.darkroom.call_event(config.booth.event)
        ways = ways_of(shop, ground.mirror, ground.api, devices.acceptor)
        self.preflight.sells(shop.packages, ways)
        self.watchman.look_now()
        self.tell(NewShop(shop))
