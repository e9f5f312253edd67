"""The staff's camera page at the camera itself: a part of the composition root."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kiosk.booth.ports import Clock
from kiosk.booth.staff.camera_view import CameraChoice, CameraNow, Crop, Proof
from kiosk.camera.camera import SupervisedCamera
from kiosk.camera.devices.found import devices
from kiosk.camera.dslr.found import found as dslrs
from kiosk.camera.proof import proof_of
from kiosk.camera.sources import is_dslr, place_of, spoken
from kiosk.camera.switch import SwitchedCamera
from kiosk.config import Config
from kiosk.domain.camera import CameraState
from kiosk.domain.errors import SettingRefused
from kiosk.domain.settings import Refusal, Value
from kiosk.domain.templates import Template
from kiosk.settings_in_force import laid_over
from kiosk.wiring.settings import Settings

PATIENCE_S = 6.0
"""For a first picture. A webcam takes one second, a network camera two or three."""

SOURCE, MIRROR = "camera.source", "camera.mirror"


class CameraRoomOf:
    """The port ``CameraRoom``. ``make`` makes the camera that the settings name."""

    def __init__(
        self,
        camera: SwitchedCamera,
        make: Callable[[Config], SupervisedCamera],
        settings: Settings,
        templates: Mapping[str, Template],
        clock: Clock,
        patience_s: float = PATIENCE_S,
    ) -> None:
        self._camera = camera
        self._make = make
        self._settings = settings
        self._templates = templates
        self._clock = clock
        self._patience_s = patience_s

    def now(self) -> CameraNow:
        section, status = self._settings.config.camera, self._camera.status()
        opened = self._camera.opened
        return CameraNow(
            source=section.source,
            live=status.state is CameraState.LIVE,
            detail=status.detail,
            trouble=status.trouble,
            mode=opened.mode if opened else "",
            shape=(opened.width, opened.height) if opened else (section.width, section.height),
            mirror=section.mirror,
            offset_ms=getattr(section, _offset_of(self._settings.config)),
            crops=self._crops(),
        )

    def found(self) -> tuple[CameraChoice, ...]:
        there = {device.source: device.name for device in devices()}
        there |= {f"dslr:{port}": model for model, port in map(_parted, dslrs())}
        of_file = self._settings.file.camera.source
        for source in (of_file, self._settings.config.camera.source):
            there.setdefault(source, spoken(place_of(source)))
        return tuple(CameraChoice(s, name, s == of_file) for s, name in there.items())

    def become(self, source: str, by: str) -> None:
        """The settings say so once it has given a picture, so that a start finds it again."""
        config = self._judged(SOURCE, source)
        before = self._settings.config
        self._camera.become(lambda: self._make(config), self._patience_s)
        try:
            self._change(SOURCE, source, by)
        except Exception:
            self._camera.become(lambda: self._make(before), self._patience_s)
            raise

    def set_mirror(self, *, on: bool, by: str) -> None:
        self._change(MIRROR, on, by)

    def set_offset(self, ms: int, by: str) -> None:
        key = f"camera.{_offset_of(self._settings.config)}"
        config = self._judged(key, ms)
        self._change(key, ms, by)
        self._camera.retime(lambda: self._make(config), config.camera.latency_offset_ms)

    def prove(self) -> Proof:
        p = proof_of(self._camera)
        return Proof(p.width, p.height, p.sharpness, p.late_ms, p.saved, p.screen)

    def _crops(self) -> tuple[Crop, ...]:
        packages = [p for p in self._settings.config.packages if p.offered]
        return tuple(
            Crop(p.name, tuple(dict.fromkeys(_aspects(self._templates[p.template]))))
            for p in packages
            if p.template in self._templates
        )

    def _judged(self, key: str, value: Value) -> Config:
        found = laid_over(self._settings.config, key, value)
        if isinstance(found, Refusal):
            raise SettingRefused(f"{key}: {found.detail}")
        return found

    def _change(self, key: str, value: Value, by: str) -> None:
        refused = self._settings.set(key, value, by)
        if refused:
            raise SettingRefused(f"{key}: {refused[0].detail}")


def _offset_of(config: Config) -> str:
    """The setting of what takes the shots."""
    section = config.camera
    apart = section.still is not None or is_dslr(section.source)
    return "still_offset_ms" if apart else "latency_offset_ms"


def _parted(found: str) -> tuple[str, str]:
    """Model and port."""
    model, _, port = found.rpartition(" at ")
    return model, port


def _aspects(template: Template) -> tuple[float, ...]:
    return tuple(round(slot.width / slot.height, 2) for slot in template.slots)
