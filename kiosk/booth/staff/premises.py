"""What the staff's rooms beside the till and the printers look at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from kiosk.booth.sightings import Sight
from kiosk.booth.staff.about_view import BoothFacts, MachineFacts
from kiosk.domain.outbox import Waiting
from kiosk.domain.report import Period
from kiosk.domain.session_list import PrintLine, SessionLine
from kiosk.domain.today import Today


class SessionBook(Protocol):
    """Sessions whose guest had chosen something, by when they began."""

    def starts(self, period: Period) -> tuple[str, ...]:
        """When each of them began (ISO UTC), the oldest first."""

    def page(self, period: Period, skip: int, most: int) -> tuple[SessionLine, ...]:
        """The newest first, without the ``skip`` newest."""

    def line(self, session_id: str) -> SessionLine | None: ...
    def prints(self, session_id: str) -> tuple[PrintLine, ...]: ...


class CloudContact(Protocol):
    """How it stands with the cloud. ``reachable`` is None until it was asked; ``next_try_s`` is 0
    where nothing holds the next try back."""

    @property
    def reachable(self) -> bool | None: ...
    @property
    def last_success(self) -> datetime | None: ...
    @property
    def last_error(self) -> str | None: ...
    @property
    def trying(self) -> bool: ...
    @property
    def next_try_s(self) -> float: ...


class ShownPrints(Protocol):
    """The prints on the attract screen."""

    def pictures(self) -> tuple[str, ...]:
        """Paths relative to the data directory, the newest first."""

    def clear(self, by: str) -> None:
        """In the audit log when it returns. Raises what the store raises."""


class LogCopier(Protocol):
    def copy(self, report: Mapping[str, object], progress: Callable[[float], None]) -> str:
        """Writes the logs and ``report`` onto a USB stick, from where they may be pulled when it
        returns; the file's name there. Takes seconds. Raises NoStick, StickFull and OSError."""


@dataclass(frozen=True)
class Premises:
    """``day`` gives the period of the day so many days ago, at the booth's place. ``hurry`` and
    ``restart_camera`` return at once."""

    sight: Callable[[], Sight | None]
    today: Callable[[datetime], Today]
    sessions: SessionBook
    waiting: Callable[[], tuple[Waiting, ...]]
    cloud: Callable[[], CloudContact]
    hurry: Callable[[], None]
    restart_camera: Callable[[], None]
    booth: Callable[[], BoothFacts]
    machine: Callable[[], MachineFacts]
    logs: LogCopier
    showcase: ShownPrints
