"""The composition root: what a booth is made of, in the order in which one part needs another.

What each part is made of stands in ``kiosk/wiring``.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.booth.actor import Actor
from kiosk.booth.conductor import Conductor
from kiosk.booth.lanes import Lanes
from kiosk.booth.late_payment import LatePayment
from kiosk.booth.pace import Pace
from kiosk.booth.performers import Lane, lane_of
from kiosk.booth.ports import Clock
from kiosk.booth.second_look import SecondLook
from kiosk.booth.showcase import Showcase
from kiosk.booth.sightings import Sightings
from kiosk.booth.timings import Timings
from kiosk.booth.view import View
from kiosk.config import Config
from kiosk.desk_to_come import DeskToCome
from kiosk.payments.vouchers import Vouchers
from kiosk.running import Booth
from kiosk.wiring.camera import CameraAhead
from kiosk.wiring.changes import Changes
from kiosk.wiring.checks import preflight_of, watchman_of
from kiosk.wiring.cloud import engine_of
from kiosk.wiring.devices import devices_of
from kiosk.wiring.ground import ground_of
from kiosk.wiring.money import no_receipt, prices_of
from kiosk.wiring.motion import films_of, no_film
from kiosk.wiring.shop import shop_of
from kiosk.wiring.work import housekeeper_of, performers_of

if TYPE_CHECKING:
    from kiosk.booth.staff.desk import StaffDesk
    from kiosk.booth.staff.view import StaffView


def build_booth(
    file: Config,
    data_dir: Path,
    pace: Pace,
    publish: Callable[[View], None],
    publish_staff: Callable[[StaffView], None],
    ahead: CameraAhead | None = None,
    steps: Clock | None = None,
) -> Booth:
    """Makes every part and starts none; over the settings' ``file`` lies what staff have set.
    ``ahead`` is a camera that runs already, and is stopped where it is not the one in force. By
    ``steps`` the session's steps end; the devices always have the real time.
    Raises TemplateError and the store's errors."""
    ground = ground_of(file, data_dir)
    config, clock, mirror = ground.config, ground.clock, ground.mirror
    devices = devices_of(ground, ahead)
    receipts = devices.receipts
    shop = shop_of(config, ground.templates, ground.looks.names)
    steps = steps or clock
    actor = Actor(steps, mirror.close)

    sightings, showcase = Sightings(), Showcase(mirror.showcase, data_dir, clock)
    preflight = preflight_of(
        config, mirror, data_dir, devices.camera, ground.api, devices.pool, shop, devices.acceptor
    )
    watchman = watchman_of(preflight, actor, sightings, mirror.close)

    late = LatePayment(mirror.journal, actor.send, time.sleep)
    engine = engine_of(config, mirror, ground.api, data_dir, late.told)
    films = films_of(config, data_dir, mirror, devices.camera, clock, engine.wake, ground.event)

    look = SecondLook(preflight.against, clock, pace)
    performers = performers_of(ground, devices, look, pace)
    send = actor.send if films is None else films.overhear(actor.send)
    lanes = Lanes(Lane, lane_of, performers.perform, send, mirror.close)
    timings = Timings()
    conductor = Conductor(
        shop=shop,
        journal=mirror.journal,
        pool=devices.pool,
        effects=lanes,
        clock=steps,
        keys=ground.keys,
        pace=pace,
        timings=timings,
        publish=publish,
        on_written=engine.wake,
        vouchers=Vouchers(mirror.vouchers),
        priced=prices_of(ground.event, mirror, clock),
        on_sold=receipts.sold if receipts is not None else no_receipt,
        on_state=films.heard if films is not None else no_film,
        look_now=watchman.look_now,
        showcase=showcase,
    )

    ground.settings.on_change = Changes(ground, devices, preflight, watchman, actor.send).heard

    def staff_desk() -> StaffDesk:
        """Imports a tenth of the booth, and no guest waits for it."""
        from kiosk.booth.staff.desk import StaffDesk
        from kiosk.booth.staff.pace import StaffPace
        from kiosk.wiring.staff import BoothParts, office_of

        parts = BoothParts(ground, devices, actor, conductor, engine, watchman, sightings, showcase)
        return StaffDesk(office_of(parts), StaffPace(), publish_staff, mirror.close)

    return Booth(
        mirror=mirror,
        settings=ground.settings,
        camera=devices.camera,
        darkroom=devices.darkroom,
        templates=ground.templates,
        looks=ground.looks,
        actor=actor,
        conductor=conductor,
        lanes=lanes,
        watchman=watchman,
        engine=engine,
        housekeeper=housekeeper_of(ground, devices),
        staff=DeskToCome(staff_desk),
        slot=devices.slot,
        receipts=receipts,
        films=films,
        api=ground.api,
        timings=timings,
    )
