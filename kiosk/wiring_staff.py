"""What the staff's rooms look at: the part of the composition root about it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kiosk import __version__
from kiosk.booth.showcase import Showcase
from kiosk.booth.sightings import Sightings
from kiosk.booth.staff.about_view import BoothFacts, LicenceFacts
from kiosk.booth.staff.premises import Premises
from kiosk.camera.switch import SwitchedCamera
from kiosk.clock import SystemClock
from kiosk.config import Config
from kiosk.domain.errors import LicenceInvalid
from kiosk.log_copy import LogCopier
from kiosk.machine import machine_of
from kiosk.store.mirror import Mirror
from kiosk.sync.engine import SyncEngine
from kiosk.sync.licence import read_licence_at_any_time
from kiosk.sync.revocation import refuse_revoked

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
