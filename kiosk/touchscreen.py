"""The booth and its window, put together and run."""

from __future__ import annotations

import signal
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.app import Booth, build_booth, pace_of
from kiosk.booth.staff.view import StaffView
from kiosk.booth.view import View
from kiosk.config import Config
from kiosk.domain.order import Shot
from kiosk.imaging.darkroom import Darkroom
from kiosk.imaging.jpeg import Pixels
from kiosk.imaging.looks.looks import Looks
from kiosk.resources import assets
from kiosk.ui.language import Language
from kiosk.ui.settings import LensEdge, ScreenSettings
from kiosk.ui.sounds.speaker import Speaker
from kiosk.ui.window import Screen, application, open_screen


@dataclass(frozen=True)
class BoothLooks:
    """The booth's looks, as the window asks for them."""

    looks: Looks
    darkroom: Darkroom

    def title(self, name: str) -> str:
        return self.looks.title(name)

    def thumbnails(self, shots: tuple[Shot, ...], width: int) -> Mapping[str, Pixels]:
        return self.darkroom.thumbnails(shots, width)


def screen_settings_of(config: Config) -> ScreenSettings:
    section = config.screen
    return ScreenSettings(
        full_screen=not section.width,
        size=(section.width or 1080, section.height or 1920),
        lens_edge=LensEdge(section.lens),
        mirror=config.camera.mirror,
        diagonal_in=section.diagonal_in,
        reduced_motion=section.reduced_motion,
        lowered=section.lowered,
        accent=config.theme.accent,
        highlight=config.theme.highlight,
        logo=Path(config.theme.logo) if config.theme.logo else None,
        volume=config.sound.volume,
        event=config.booth.event,
        takes_bills=config.bill_acceptor is not None,
        language=Language(config.booth.language),
    )


def open_touchscreen(
    config: Config, data_dir: Path, booth: Booth, settings: ScreenSettings
) -> Screen:
    application(assets())
    return open_screen(
        send=booth.actor.send,
        ask=booth.staff.ask,
        preview=booth.camera,
        looks=BoothLooks(booth.looks, booth.darkroom),
        templates=booth.templates,
        data_dir=data_dir,
        assets=assets(),
        settings=settings,
        player=Speaker(assets() / "sounds", settings.volume) if settings.volume else None,
    )


def run_touchscreen(config: Config, data_dir: Path) -> None:
    """Until the window is closed, or the process is told to end."""

    def publish(view: View) -> None:
        screen.show(view)

    def publish_staff(view: StaffView) -> None:
        screen.show_staff(view)

    booth = build_booth(config, data_dir, pace_of(config), publish, publish_staff)
    screen = open_touchscreen(config, data_dir, booth, screen_settings_of(config))
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, lambda *_: screen.close())
    booth.start()
    try:
        screen.run()
    finally:
        booth.close()
