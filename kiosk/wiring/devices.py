"""The booth's devices and what works with them, not started: a part of the composition root."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.booth.bills import BillSlot
from kiosk.booth.pool import Pool
from kiosk.booth.receipts import ReceiptDesk
from kiosk.camera.camera import SupervisedCamera
from kiosk.camera.switch import SwitchedCamera
from kiosk.config import Config
from kiosk.imaging.darkroom import Darkroom
from kiosk.imaging.press import Press
from kiosk.payments.bill_acceptor import PulseAcceptor
from kiosk.printing.cups_printers import CupsPrinters
from kiosk.wiring.ground import Ground
from kiosk.wiring.money import acceptor_of, receipts_of, slot_of
from kiosk.wiring.pictures import camera_of, darkroom_of
from kiosk.wiring.printing import printers_of, tended_pool_of


@dataclass(frozen=True)
class Devices:
    camera: SwitchedCamera
    darkroom: Darkroom
    pool: Pool
    printers: CupsPrinters
    press: Press
    acceptor: PulseAcceptor | None
    slot: BillSlot | None
    receipts: ReceiptDesk | None


def devices_of(ground: Ground, ahead: SupervisedCamera | None) -> Devices:
    """``ahead`` is the file's camera, started already; None for one that is not."""
    config, mirror, data_dir = ground.config, ground.mirror, ground.data_dir
    acceptor = acceptor_of(config, data_dir)
    return Devices(
        camera=_camera_in_force(config, ground.settings.file, ahead),
        darkroom=darkroom_of(config, data_dir, ground.templates, ground.looks),
        pool=tended_pool_of(config, mirror),
        printers=printers_of(config),
        press=Press(data_dir),
        acceptor=acceptor,
        slot=slot_of(acceptor, mirror, ground.clock),
        receipts=receipts_of(config, mirror, ground.clock),
    )


def _camera_in_force(
    config: Config, file: Config, ahead: SupervisedCamera | None
) -> SwitchedCamera:
    """One that was started for the file's sake goes where staff have set another."""
    if ahead is not None and config.camera != file.camera:
        ahead.stop()
        ahead = None
    return SwitchedCamera(lambda: camera_of(config), ahead)
