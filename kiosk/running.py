"""One booth with all its parts, from its start to its end."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.booth.actor import Actor
from kiosk.booth.bills import BillSlot
from kiosk.booth.conductor import Conductor
from kiosk.booth.films import Films
from kiosk.booth.housekeeping import Housekeeper
from kiosk.booth.lanes import Lanes
from kiosk.booth.preflight import Watchman
from kiosk.booth.receipts import ReceiptDesk
from kiosk.booth.timings import Timings
from kiosk.camera.switch import SwitchedCamera
from kiosk.desk_to_come import DeskToCome
from kiosk.domain.templates import Template
from kiosk.imaging.darkroom import Darkroom
from kiosk.imaging.looks.looks import Looks
from kiosk.store.mirror import Mirror
from kiosk.sync.api import CloudApi
from kiosk.sync.engine import SyncEngine
from kiosk.wiring.settings import Settings

STOP_WITHIN_S = 5.0


@dataclass(frozen=True)
class Booth:
    """Every running part of one booth. ``start``, or its two halves, and ``close`` once each."""

    mirror: Mirror
    settings: Settings
    camera: SwitchedCamera
    darkroom: Darkroom
    templates: Mapping[str, Template]
    looks: Looks
    actor: Actor
    conductor: Conductor
    lanes: Lanes
    watchman: Watchman
    engine: SyncEngine
    housekeeper: Housekeeper
    staff: DeskToCome
    slot: BillSlot | None
    receipts: ReceiptDesk | None
    films: Films | None
    api: CloudApi
    timings: Timings

    def start(self) -> None:
        self.start_selling()
        self.start_the_rest()

    def start_selling(self) -> None:
        """What a paid guest and the next one wait for."""
        self.camera.start()
        self.actor.start(self.conductor)
        self.watchman.start()
        if self.slot is not None:
            self.slot.start()

    def start_the_rest(self) -> None:
        """What nobody waits for, and what imports much at its start."""
        self.engine.start()
        self.housekeeper.start()
        self.staff.start()
        for part in (self.receipts, self.films):
            if part is not None:
                part.start()
        # Not a daemon: at the end of Python such a thread dies in the middle of OpenCV.
        threading.Thread(target=self.darkroom.prepare, name="prepare", daemon=False).start()

    def discard(self) -> None:
        """Instead of ``start`` and ``close``."""
        self.camera.stop()
        self.api.close()
        self.mirror.close()

    def close(self) -> None:
        """Stops asking for things first, then those who do them. What is unfinished is on disk.
        Also where not everything was started."""
        self.staff.close(STOP_WITHIN_S)
        self.watchman.close(STOP_WITHIN_S)
        self.housekeeper.close(STOP_WITHIN_S)
        if self.slot is not None:
            self.slot.close(STOP_WITHIN_S)  # its last bills are still written down
        self.actor.close(STOP_WITHIN_S)
        self.lanes.close(STOP_WITHIN_S)
        for part in (self.receipts, self.films):
            if part is not None:
                part.close(STOP_WITHIN_S)
        self.engine.stop(STOP_WITHIN_S)
        self.camera.stop()
        self.api.close()
        self.mirror.close()
