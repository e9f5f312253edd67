"""What the staff's rooms look at: the part of the composition root about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kiosk import __version__
from kiosk.booth.messages import Happened
from kiosk.booth.pool import Pool
from kiosk.booth.showcase import Showcase
from kiosk.booth.sightings import Sightings
from kiosk.booth.staff.about_view import BoothFacts, LicenceFacts
from kiosk.booth.staff.office import Office
from kiosk.booth.staff.ports import CameraRoom, EventRoom
from kiosk.booth.staff.premises import Premises
from kiosk.booth.staff.setup_room import SetupRoom
from kiosk.camera.switch import SwitchedCamera
from kiosk.clock import RandomKeys, SystemClock
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
from kiosk.wiring.money import slips_of
from kiosk.wiring.printing import printers_of

LOGS = "logs"


@dataclass(frozen=True)
class BoothParts:
    mirror: Mirror
    camera: SwitchedCamera
    engine: SyncEngine
    sightings: Sightings
    showcase: Showcase


def premises_of(config: Config, data_dir: Path, parts: BoothParts) -> Premises:
    mirror, engine = parts.mirror, parts.engine
    return Premises(
        sight=parts.sightings.newest,
        today=mirror.today.of,
        sessions=mirror.sessions,
        waiting=mirror.outbox.waiting,
        cloud=engine.status,
        hurry=engine.hurry,
        restart_camera=parts.camera.restart,
        booth=partial(_booth, config, mirror),
        machine=partial(machine_of, data_dir),
        logs=LogCopier(data_dir / LOGS, SystemClock().now),
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


def office_of(
    config: Config,
    mirror: Mirror,
    pool: Pool,
    tell: Callable[[Happened], None],
    camera: CameraRoom,
    event: EventRoom,
    premises: Premises,
    setup: SetupRoom,
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
