"""The staff's office: the part of the composition root about it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from kiosk import __version__
from kiosk.booth.actor import Actor
from kiosk.booth.conductor import Conductor
from kiosk.booth.preflight import Watchman
from kiosk.booth.showcase import Showcase
from kiosk.booth.sightings import Sightings
from kiosk.booth.staff.about_view import BoothFacts, LicenceFacts
from kiosk.booth.staff.office import Office
from kiosk.booth.staff.premises import Premises
from kiosk.clock import SystemClock
from kiosk.config import Config
from kiosk.domain.errors import LicenceInvalid
from kiosk.imaging.pages import Pages
from kiosk.log_copy import LogCopier
from kiosk.machine import machine_of
from kiosk.resources import assets
from kiosk.store.mirror import Mirror
from kiosk.sync.engine import SyncEngine
from kiosk.sync.licence import read_licence_at_any_time
from kiosk.sync.revocation import refuse_revoked
from kiosk.wiring.camera import camera_of
from kiosk.wiring.camera_room import CameraRoomOf
from kiosk.wiring.devices import Devices
from kiosk.wiring.ground import Ground
from kiosk.wiring.money import slips_of
from kiosk.wiring.printing import printers_of
from kiosk.wiring.settings import EventSettings
from kiosk.wiring.setup import SetupRoomOf, in_sight_of
from kiosk.wiring.shop import packages_of

LOGS = "logs"


@dataclass(frozen=True)
class BoothParts:
    """The running parts that staff look at or have something done by."""

    ground: Ground
    devices: Devices
    actor: Actor
    conductor: Conductor
    engine: SyncEngine
    watchman: Watchman
    sightings: Sightings
    showcase: Showcase


def office_of(parts: BoothParts) -> Office:
    """The staff's: connections to CUPS of its own, so that a search holds up no print."""
    ground, devices = parts.ground, parts.devices
    config, mirror = ground.config, ground.mirror
    return Office(
        book=mirror.staff,
        audit=mirror.audit_log,
        register=mirror.printers,
        printers=printers_of(config),
        pages=Pages(assets()),
        looks=devices.pool.looks,
        identity=mirror.activation.identity,
        clock=ground.clock,
        keys=ground.keys,
        journal=mirror.journal,
        claims=mirror.claims,
        shifts=mirror.shifts,
        tell=parts.actor.send,
        pick=devices.pool.pick,
        premises=_premises(parts),
        print_slip=slips_of(config),
        camera=_camera_room(parts),
        event=_event_room(parts),
        setup=_setup_room(parts),
    )


def _camera_room(parts: BoothParts) -> CameraRoomOf:
    ground, camera = parts.ground, parts.devices.camera
    return CameraRoomOf(camera, camera_of, ground.settings, ground.templates, ground.clock)


def _event_room(parts: BoothParts) -> EventSettings:
    ground = parts.ground
    packages = partial(packages_of, templates=ground.templates)
    return EventSettings(ground.settings, packages, ground.mirror.prices, ground.clock)


def _setup_room(parts: BoothParts) -> SetupRoomOf:
    ground = parts.ground

    def begun() -> None:
        parts.engine.hurry()
        parts.watchman.look_now()

    return SetupRoomOf(
        ground.mirror,
        ground.api,
        ground.config.cloud.license_public_key,
        ground.clock,
        ground.keys,
        begun,
        parts.actor.send,
        parts.conductor.on_screen,
        in_sight_of(parts.devices.camera),
    )


def _premises(parts: BoothParts) -> Premises:
    ground, engine = parts.ground, parts.engine
    mirror, data_dir = ground.mirror, ground.data_dir
    return Premises(
        sight=parts.sightings.newest,
        today=mirror.today.of,
        sessions=mirror.sessions,
        waiting=mirror.outbox.waiting,
        cloud=engine.status,
        hurry=engine.hurry,
        restart_camera=parts.devices.camera.restart,
        booth=partial(_booth, ground.config, mirror),
        machine=partial(machine_of, data_dir),
        logs=LogCopier(data_dir / LOGS, ground.clock.now),
        showcase=parts.showcase,
    )


def _booth(config: Config, mirror: Mirror) -> BoothFacts:
    who = mirror.activation.identity()
    licence = LicenceFacts() if who is None else _licence(config, mirror, who.license_key)
    name = mirror.activation.customer_name()
    return BoothFacts(__version__, name, "" if who is None else who.booth_id, licence)


def _licence(config: Config, mirror: Mirror, key: str) -> LicenceFacts:
    public_key = config.cloud.license_public_key
    try:
        licence = read_licence_at_any_time(key, public_key)
    except LicenceInvalid as error:
        return LicenceFacts(trouble=str(error))
    trouble = ""
    try:
        refuse_revoked(mirror.activation.revocation(), licence, public_key)
    except LicenceInvalid as error:
        trouble = str(error)
    if SystemClock().now().date() > licence.expires:
        trouble = "this licence has expired"
    return LicenceFacts(licence.type, licence.expires, trouble)
