"""The composition root: the one place that names concrete devices and services."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from kiosk.booth.actor import Actor
from kiosk.booth.cash import Cash
from kiosk.booth.conductor import Conductor
from kiosk.booth.housekeeping import Housekeeper
from kiosk.booth.lanes import Lanes
from kiosk.booth.late_payment import LatePayment
from kiosk.booth.messages import NewShop
from kiosk.booth.pace import Pace
from kiosk.booth.paying import Paying
from kiosk.booth.performers import Lane, Performers, lane_of
from kiosk.booth.ports import Clock
from kiosk.booth.printing import PrintDesk
from kiosk.booth.refunding import Refunding
from kiosk.booth.retention import Retention
from kiosk.booth.second_look import SecondLook
from kiosk.booth.shooting import Shooting
from kiosk.booth.showcase import Showcase
from kiosk.booth.sightings import Sightings
from kiosk.booth.staff.desk import StaffDesk
from kiosk.booth.staff.pace import StaffPace
from kiosk.booth.staff.view import StaffView
from kiosk.booth.timings import Timings
from kiosk.booth.view import View
from kiosk.camera.camera import SupervisedCamera
from kiosk.camera.switch import SwitchedCamera
from kiosk.clock import RandomKeys, SystemClock
from kiosk.config import Config
from kiosk.imaging.press import Press
from kiosk.payments.qris import QrisDesk
from kiosk.payments.refunds import QrisRefunds
from kiosk.payments.vouchers import Vouchers
from kiosk.printing.cups_printers import CupsPrinters
from kiosk.running import Booth
from kiosk.store.mirror import Mirror, open_mirror
from kiosk.store.payment_rows import made_at
from kiosk.sync.api import CloudApi
from kiosk.wiring.camera_room import CameraRoomOf
from kiosk.wiring.checks import preflight_of, watchman_of
from kiosk.wiring.cloud import engine_of
from kiosk.wiring.money import (
    acceptor_of,
    no_receipt,
    prices_of,
    receipts_of,
    slot_of,
    ways_of,
)
from kiosk.wiring.motion import films_of, no_film
from kiosk.wiring.pictures import (
    camera_of,
    darkroom_of,
    looks_of,
    templates_of,
)
from kiosk.wiring.printing import printers_of, tended_pool_of
from kiosk.wiring.settings import EventSettings, Settings
from kiosk.wiring.setup import SetupRoomOf, Who, in_sight_of
from kiosk.wiring.shop import packages_of, shop_of
from kiosk.wiring.staff import BoothParts, office_of, premises_of


def _camera_in_force(
    config: Config, file: Config, ahead: SupervisedCamera | None
) -> SwitchedCamera:
    """One that was started for the file's sake goes where staff have set another."""
    if ahead is not None and config.camera != file.camera:
        ahead.stop()
        ahead = None
    return SwitchedCamera(lambda: camera_of(config), ahead)


def _housekeeper_of(
    settings: Settings, mirror: Mirror, data_dir: Path, printers: CupsPrinters, press: Press
) -> Housekeeper:
    return Housekeeper(
        printers.purge,
        press.tidy,
        mirror.journal,
        SystemClock(),
        mirror.close,
        keep_report=partial(mirror.reports.write_missing, data_dir),
        forget_pictures=Retention(mirror.pictures, data_dir, settings.keep).forget,
    )


def build_booth(
    file: Config,
    data_dir: Path,
    pace: Pace,
    publish: Callable[[View], None],
    publish_staff: Callable[[StaffView], None],
    ahead: SupervisedCamera | None = None,
    steps: Clock | None = None,
) -> Booth:
    """Makes every part and starts none; over the settings' ``file`` lies what staff have set.
    ``ahead`` is the file's camera, started already; None for one that is not. By ``steps`` the
    session's steps end; the devices always have the real time.
    Raises TemplateError and the store's errors."""
    clock, keys, timings = SystemClock(), RandomKeys(), Timings()
    mirror = open_mirror(data_dir, keys.new_id)
    settings = Settings(file, mirror.settings, clock)
    config = settings.config
    templates = templates_of(config, data_dir)
    who = Who(mirror.activation.identity)
    api = CloudApi(config.cloud.url, who.token)

    camera = _camera_in_force(config, file, ahead)
    steps = steps or clock
    actor = Actor(steps, mirror.close)
    looks = looks_of(config, data_dir)
    darkroom = darkroom_of(config, data_dir, templates, looks)
    pool, shop = tended_pool_of(config, mirror), shop_of(config, templates, looks.names)
    acceptor = acceptor_of(config, data_dir)
    slot, receipts = slot_of(acceptor, mirror, clock), receipts_of(config, mirror, clock)

    preflight = preflight_of(config, mirror, data_dir, camera, api, pool, shop, acceptor)
    sightings = Sightings()
    watchman = watchman_of(preflight, actor, sightings, mirror.close)

    look = SecondLook(preflight.against, clock, pace)
    desk = QrisDesk(api, who.customer_id, made_at, int(pace.payment))
    printers, press = printers_of(config), Press(data_dir)
    performers = Performers(
        Paying(desk, clock, pace, look),
        Cash(look, slot),
        Refunding(QrisRefunds(api), pace),
        Shooting(camera, darkroom, mirror.journal, clock, pace),
        PrintDesk(printers, mirror.printers, pool, press, data_dir, clock, keys, pace),
    )

    late = LatePayment(mirror.journal, actor.send, time.sleep)
    engine = engine_of(config, mirror, api, data_dir, late.told)
    showcase = Showcase(mirror.showcase, data_dir, clock)

    def event() -> str:
        return settings.config.booth.event

    films = films_of(config, data_dir, mirror, camera, clock, engine.wake, event)
    send = actor.send if films is None else films.overhear(actor.send)
    lanes = Lanes(Lane, lane_of, performers.perform, send, mirror.close)
    conductor = Conductor(
        shop=shop,
        journal=mirror.journal,
        pool=pool,
        effects=lanes,
        clock=steps,
        keys=keys,
        pace=pace,
        timings=timings,
        publish=publish,
        on_written=engine.wake,
        vouchers=Vouchers(mirror.vouchers),
        priced=prices_of(event, mirror, clock),
        on_sold=receipts.sold if receipts is not None else no_receipt,
        on_state=films.heard if films is not None else no_film,
        look_now=watchman.look_now,
        showcase=showcase,
    )

    def change(config: Config) -> None:
        """What is in force for the next guest. The preflight looks first at what is new."""
        shop = shop_of(config, templates, looks.names)
        darkroom.call_event(config.booth.event)
        preflight.sells(shop.packages, ways_of(shop, mirror, api, acceptor))
        watchman.look_now()
        actor.send(NewShop(shop))

    settings.on_change = change
    camera_room = CameraRoomOf(camera, camera_of, settings, templates, clock)
    packages = partial(packages_of, templates=templates)
    event_room = EventSettings(settings, packages, mirror.prices, clock)
    parts = BoothParts(mirror, camera, engine, sightings, showcase)
    premises = premises_of(config, data_dir, parts)

    def begun() -> None:
        engine.hurry()
        watchman.look_now()

    key = config.cloud.license_public_key
    on_screen, in_sight = conductor.on_screen, in_sight_of(camera)
    setup = SetupRoomOf(mirror, api, key, clock, keys, begun, actor.send, on_screen, in_sight)
    office = office_of(config, mirror, pool, actor.send, camera_room, event_room, premises, setup)
    return Booth(
        mirror=mirror,
        settings=settings,
        camera=camera,
        darkroom=darkroom,
        templates=templates,
        looks=looks,
        actor=actor,
        conductor=conductor,
        lanes=lanes,
        watchman=watchman,
        engine=engine,
        housekeeper=_housekeeper_of(settings, mirror, data_dir, printers, press),
        staff=StaffDesk(office, StaffPace(), publish_staff, mirror.close),
        slot=slot,
        receipts=receipts,
        films=films,
        api=api,
        timings=timings,
    )
