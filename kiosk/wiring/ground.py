"""What every part of a booth stands on: its store, its settings, its cloud, its templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.clock import RandomKeys, SystemClock
from kiosk.config import Config
from kiosk.domain.templates import Template
from kiosk.imaging.looks.looks import Looks
from kiosk.store.mirror import Mirror, open_mirror
from kiosk.sync.api import CloudApi
from kiosk.wiring.pictures import looks_of, templates_of
from kiosk.wiring.settings import Settings
from kiosk.wiring.who import Who


@dataclass(frozen=True)
class Ground:
    """``config`` is what is in force when the booth is built; ``settings`` know what is now."""

    data_dir: Path
    clock: SystemClock
    keys: RandomKeys
    mirror: Mirror
    settings: Settings
    config: Config
    templates: Mapping[str, Template]
    looks: Looks
    who: Who
    api: CloudApi

    def event(self) -> str:
        """The event's name now."""
        return self.settings.config.booth.event


def ground_of(file: Config, data_dir: Path) -> Ground:
    """Over the settings' ``file`` lies what staff have set. Raises TemplateError and the store's
    errors."""
    clock, keys = SystemClock(), RandomKeys()
    mirror = open_mirror(data_dir, keys.new_id)
    settings = Settings(file, mirror.settings, clock)
    config = settings.config
    who = Who(mirror.activation.identity)
    return Ground(
        data_dir=data_dir,
        clock=clock,
        keys=keys,
        mirror=mirror,
        settings=settings,
        config=config,
        templates=templates_of(config, data_dir),
        looks=looks_of(config, data_dir),
        who=who,
        api=CloudApi(config.cloud.url, who.token),
    )
