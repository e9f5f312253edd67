"""The booth's devices and what works with them, not started: a part of the composition root."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.booth.bills import BillSlot
from kiosk.booth.pool import Pool
from kiosk.booth.receipts import ReceiptDesk
from kiosk.camera.switch import SwitchedCamera
from kiosk.config import Config
from kiosk.imaging.darkroom import Darkroom
from kiosk.imaging.press import Press
from kiosk.payments.bill_acceptor import PulseAcceptor
from kiosk.printing.cups_printers import CupsPrinters
from kiosk.wiring.camera import CameraAhead, camera_of, plan_of
from kiosk.wiring.ground import Ground
from kiosk.wiring.money import acceptor_of, receipts_of, slot_of
from kiosk.wiring.pictures import darkroom_of
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


def devices_of(ground: Ground, ahead: CameraAhead | None) -> Devices:
    """``ahead`` is a camera that runs already, and is stopped where it is not the one in force."""
    config, mirror, data_dir = ground.config, ground.mirror, ground.data_dir
    acceptor = acceptor_of(config, data_dir)
    return Devices(
        camera=_camera_in_force(config, ahead),
        darkroom=darkroom_of(config, data_dir, ground.templates, ground.looks),
        pool=tended_pool_of(config, mirror),
        printers=printers_of(config),
        press=Press(data_dir),
        acceptor=acceptor,
        slot=slot_of(acceptor, mirror, ground.clock),
        receipts=receipts_of(config, mirror, ground.clock),
    )


def _camera_in_force(config: Config, ahead: CameraAhead | None) -> SwitchedCamera:
    """One that was started ahead goes where the file or staff have set another since."""
    if ahead is not None and plan_of(config.camera) != ahead.plan:
        ahead.camera.stop()
        ahead = None
    return SwitchedCamera(lambda: camera_of(config), ahead.camera if ahead else None)
