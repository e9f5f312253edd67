"""Who does what a session waits for, and who tidies up: a part of the composition root."""

from __future__ import annotations

from functools import partial

from kiosk.booth.cash import Cash
from kiosk.booth.housekeeping import Housekeeper
from kiosk.booth.pace import Pace
from kiosk.booth.paying import Paying
from kiosk.booth.performers import Performers
from kiosk.booth.printing import PrintDesk
from kiosk.booth.refunding import Refunding
from kiosk.booth.retention import Retention
from kiosk.booth.second_look import SecondLook
from kiosk.booth.shooting import Shooting
from kiosk.payments.qris import QrisDesk
from kiosk.payments.refunds import QrisRefunds
from kiosk.store.payment_rows import made_at
from kiosk.wiring.devices import Devices
from kiosk.wiring.ground import Ground


def performers_of(ground: Ground, devices: Devices, look: SecondLook, pace: Pace) -> Performers:
    """The devices always have the real time."""
    mirror, clock, keys = ground.mirror, ground.clock, ground.keys
    pool, printers, press = devices.pool, devices.printers, devices.press
    desk = QrisDesk(ground.api, ground.who.customer_id, made_at, int(pace.payment))
    return Performers(
        Paying(desk, clock, pace, look),
        Cash(look, devices.slot),
        Refunding(QrisRefunds(ground.api), pace),
        Shooting(devices.camera, devices.darkroom, mirror.journal, clock, pace),
        PrintDesk(printers, mirror.printers, pool, press, ground.data_dir, clock, keys, pace),
    )


def housekeeper_of(ground: Ground, devices: Devices) -> Housekeeper:
    mirror, data_dir = ground.mirror, ground.data_dir
    return Housekeeper(
        devices.printers.purge,
        devices.press.tidy,
        mirror.journal,
        ground.clock,
        mirror.close,
        keep_report=partial(mirror.reports.write_missing, data_dir),
        forget_pictures=Retention(mirror.pictures, data_dir, ground.settings.keep).forget,
    )
