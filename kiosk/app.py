"""The composition root: the one place that names concrete devices and services."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from kiosk.booth.actor import Actor
from kiosk.booth.bills import BillSlot
from kiosk.booth.cash import Cash
from kiosk.booth.conductor import Conductor
from kiosk.booth.films import Films
from kiosk.booth.housekeeping import Housekeeper
from kiosk.booth.idle_queues import IdleQueues
from kiosk.booth.lanes import Lanes
from kiosk.booth.late_payment import LatePayment
from kiosk.booth.messages import Checked, Happened, NewShop
from kiosk.booth.pace import Pace
from kiosk.booth.paying import Paying
from kiosk.booth.performers import Lane, Performers, lane_of
from kiosk.booth.pool import Pool
from kiosk.booth.ports import Camera
from kiosk.booth.preflight import Preflight, Readiness, Watchman
from kiosk.booth.printing import PrintDesk
from kiosk.booth.receipts import ReceiptDesk
from kiosk.booth.refunding import Refunding
from kiosk.booth.retention import Retention
from kiosk.booth.second_look import SecondLook
from kiosk.booth.shooting import Shooting
from kiosk.booth.showcase import Showcase
from kiosk.booth.sightings import Sightings
from kiosk.booth.staff.desk import StaffDesk
from kiosk.booth.staff.office import Office
from kiosk.booth.staff.pace import StaffPace
from kiosk.booth.staff.premises import Premises
from kiosk.booth.staff.view import StaffView
from kiosk.booth.stage import Shop
from kiosk.booth.timings import Timings
from kiosk.booth.view import View
from kiosk.camera.camera import SupervisedCamera
from kiosk.camera.switch import SwitchedCamera
from kiosk.clock import RandomKeys, SystemClock
from kiosk.config import Config
from kiosk.domain.errors import LicenceInvalid
from kiosk.domain.order import Package, PaymentMethod
from kiosk.domain.templates import Template
from kiosk.imaging.darkroom import Darkroom
from kiosk.imaging.looks.looks import Looks
from kiosk.imaging.pages import Pages
from kiosk.imaging.press import Press
from kiosk.payments.bill_acceptor import PulseAcceptor
from kiosk.payments.qris import QrisDesk
from kiosk.payments.refunds import QrisRefunds
from kiosk.payments.vouchers import Vouchers
from kiosk.printing.cups_printers import CupsPrinters
from kiosk.resources import assets
from kiosk.store.mirror import Mirror, open_mirror
from kiosk.store.payment_rows import made_at
from kiosk.sync.api import CloudApi
from kiosk.sync.engine import SyncEngine
from kiosk.sync.errands import Errands
from kiosk.sync.licence import read_licence
from kiosk.sync.licence_watch import LicenceWatch
from kiosk.sync.revocation import refuse_revoked
from kiosk.sync.uploads import Uploads
from kiosk.wiring_camera_room import CameraRoomOf
from kiosk.wiring_money import (
    acceptor_of,
    money_watch_of,
    no_receipt,
    prices_of,
    receipts_of,
    slips_of,
    slot_of,
    ways_of,
)
from kiosk.wiring_motion import films_of, no_film
from kiosk.wiring_pictures import (
    camera_of,
    darkroom_of,
    download_base_of,
    looks_of,
    templates_of,
)
from kiosk.wiring_settings import EventSettings, Settings, offered_alone
from kiosk.wiring_setup import SetupRoomOf, Who
from kiosk.wiring_staff import BoothParts, premises_of

PREFLIGHT_EVERY_S = 2.0
STOP_WITHIN_S = 5.0


def printers_of(config: Config) -> CupsPrinters:
    return CupsPrinters(config.printing.cups)


def pace_of(config: Config) -> Pace:
    return replace(Pace(), **config.pace.model_dump(exclude_none=True))


def packages_of(config: Config, templates: Mapping[str, Template]) -> tuple[Package, ...]:
    """All that the settings have, offered or not."""
    return tuple(
        Package(
            key=section.key,
            name=section.name,
            template=section.template,
            sheet=templates[section.template].sheet,
            shots=templates[section.template].shots,
            copies=section.copies,
            price=section.price,
            extra_copy=section.extra_copy,
            most_copies=section.most_copies or section.copies,
            retakes=config.session.retakes,
        )
        for section in config.packages
    )


def pool_of(config: Config, mirror: Mirror) -> Pool:
    """For a look at the printers, which changes nothing."""
    return Pool(printers_of(config), mirror.printers, SystemClock())


def shop_of(config: Config, templates: Mapping[str, Template], looks: tuple[str, ...] = ()) -> Shop:
    return Shop(
        packages=offered_alone(packages_of(config, templates), config),
        methods=tuple(PaymentMethod(method) for method in config.payment.methods),
        download_base=download_base_of(config),
        refunds_late=config.payment.paid_late == "refund",
        looks=("", *looks) if looks else (),
        templates=templates,
        event=config.booth.event,
        mirror=config.camera.mirror,
    )


def licence_check(public_key: str, mirror: Mirror) -> Callable[[], str]:
    """What the preflight asks; the check raises LicenceInvalid. It needs no network."""

    def check() -> str:
        who = mirror.activation.identity()
        if who is None:
            raise LicenceInvalid("this booth is not activated yet")
        licence = read_licence(who.license_key, public_key, SystemClock().now())
        refuse_revoked(mirror.activation.revocation(), licence, public_key)
        return f"{licence.type}, valid to {licence.expires.isoformat()}"

    return check


def engine_of(
    config: Config,
    mirror: Mirror,
    api: CloudApi,
    data_dir: Path,
    on_paid: Callable[[str, str, int], None],
) -> SyncEngine:
    """``on_paid`` hears of a payment that came late."""
    clock = SystemClock()
    return SyncEngine(
        mirror.outbox,
        Errands(api, Uploads(api, data_dir, clock.now), on_paid),
        clock=clock.now,
        monotonic=time.monotonic,
        chance=random.random,
        look_at_licence=LicenceWatch(api, mirror.activation, config.cloud.license_public_key).look,
        look_at_money=money_watch_of(api, mirror, on_paid).look,
        on_end=mirror.close,
    )


def preflight_of(
    config: Config,
    mirror: Mirror,
    data_dir: Path,
    camera: Camera,
    api: CloudApi,
    pool: Pool,
    shop: Shop,
    acceptor: PulseAcceptor | None = None,
) -> Preflight:
    return Preflight(
        camera=camera,
        pool=pool,
        data_dir=data_dir,
        clock=SystemClock(),
        store=mirror.check,
        licence=licence_check(config.cloud.license_public_key, mirror),
        cloud=lambda: api.reachable,
        ways=ways_of(shop, mirror, api, acceptor),
        packages=shop.packages,
    )


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
    staff: StaffDesk
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
        """Stops asking for things first, then those who do them. What is unfinished is on disk."""
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


def office_of(
    config: Config,
    mirror: Mirror,
    pool: Pool,
    tell: Callable[[Happened], None],
    camera: CameraRoomOf,
    event: EventSettings,
    premises: Premises,
    setup: SetupRoomOf,
) -> Office:
    """The staff's: connections to CUPS of its own, so that a search holds up no print."""
    return Office(
        book=mirror.staff,
        audit=mirror.audit_log,
        register=mirror.printers,
        printers=printers_of(config),
        pages=Pages(assets()),
        looks=pool.looks,
        identity=mirror.activation.identity,
        clock=SystemClock(),
        keys=RandomKeys(),
        journal=mirror.journal,
        claims=mirror.claims,
        shifts=mirror.shifts,
        tell=tell,
        pick=pool.pick,
        premises=premises,
        print_slip=slips_of(config),
        camera=camera,
        event=event,
        setup=setup,
    )


def tended_pool_of(config: Config, mirror: Mirror) -> Pool:
    """The booth's own, which starts queues that nothing waits in. With connections to CUPS of its
    own, so that a print on its way is not held up by a look."""
    printers, clock = printers_of(config), SystemClock()
    idle = IdleQueues(printers, mirror.printers, clock)
    return Pool(printers, mirror.printers, clock, idle.start)


def watchman_of(
    preflight: Preflight, actor: Actor, sightings: Sightings, on_end: Callable[[], None]
) -> Watchman:
    def checked(found: Readiness) -> None:
        sightings.saw(found.findings, time.monotonic_ns())
        actor.send(
            Checked(
                found.problems,
                found.unsellable,
                found.refused_ways,
                found.most_copies,
                found.online,
            )
        )

    return Watchman(preflight, checked, PREFLIGHT_EVERY_S, on_end)


def _camera_in_force(
    config: Config, file: Config, ahead: SupervisedCamera | None
) -> SwitchedCamera:
    """One that was started for the file's sake goes where staff have set another."""
    if ahead is not None and config.camera != file.camera:
        ahead.stop()
        ahead = None
    return SwitchedCamera(lambda: camera_of(config), ahead)


def build_booth(
    file: Config,
    data_dir: Path,
    pace: Pace,
    publish: Callable[[View], None],
    publish_staff: Callable[[StaffView], None],
    ahead: SupervisedCamera | None = None,
) -> Booth:
    """Makes every part and starts none; over the settings' ``file`` lies what staff have set.
    ``ahead`` is the file's camera, started already; None for one that is not.
    Raises TemplateError and the store's errors."""
    clock, keys, timings = SystemClock(), RandomKeys(), Timings()
    mirror = open_mirror(data_dir, keys.new_id)
    settings = Settings(file, mirror.settings, clock)
    config = settings.config
    templates = templates_of(config, data_dir)
    who = Who(mirror.activation.identity)
    api = CloudApi(config.cloud.url, who.token)
    camera = _camera_in_force(config, file, ahead)
    actor = Actor(clock, mirror.close)
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
    parts = BoothParts(mirror, camera, engine, sightings)

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
        clock=clock,
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
        showcase=Showcase(mirror.showcase, data_dir, clock),
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
    premises = premises_of(config, data_dir, parts)

    def begun() -> None:
        engine.hurry()
        watchman.look_now()

    key = config.cloud.license_public_key
    setup = SetupRoomOf(mirror, api, key, clock, keys, begun, actor.send, conductor.on_screen)
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
        housekeeper=Housekeeper(
            printers.purge,
            press.tidy,
            mirror.journal,
            clock,
            mirror.close,
            keep_report=partial(mirror.reports.write_missing, data_dir),
            forget_pictures=Retention(mirror.pictures, data_dir, settings.keep).forget,
        ),
        staff=StaffDesk(office, StaffPace(), publish_staff, mirror.close),
        slot=slot,
        receipts=receipts,
        films=films,
        api=api,
        timings=timings,
    )
