"""Where staff are among what an owner sets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, assert_never

from kiosk.booth.staff.view import StaffView
from kiosk.ui.staff.places.rooms import AtMore
from kiosk.ui.staff.places.tabs import Tab


@dataclass(frozen=True)
class AtCamera:
    page: ClassVar = "camera"
    tab: ClassVar = Tab.MORE


@dataclass(frozen=True)
class AtEvent:
    page: ClassVar = "event"
    tab: ClassVar = Tab.MORE


SettingsPlace = AtCamera | AtEvent


def settings_place_after(place: SettingsPlace, view: StaffView) -> SettingsPlace | AtMore:
    """Back where there is nothing to be set."""
    match place:
        case AtCamera():
            return place if view.camera is not None else AtMore()
        case AtEvent():
            return place if view.event is not None else AtMore()
        case _:
            assert_never(place)
