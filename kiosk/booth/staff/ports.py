"""What the staff's use cases need from the store, the printers and the imaging."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Protocol

from kiosk.booth import ports
from kiosk.booth.staff.camera_view import CameraChoice, CameraNow, Proof
from kiosk.booth.staff.event_view import EventNow, EventTerms
from kiosk.domain.claims import CashDue, Claim
from kiosk.domain.devices import FoundDevice
from kiosk.domain.identity import Identity
from kiosk.domain.printing import Media
from kiosk.domain.registered import Calibration, Form, RegisteredPrinter
from kiosk.domain.session import Event
from kiosk.domain.settings import Refusal
from kiosk.domain.shifts import ClosedShift, OpenShift
from kiosk.domain.staff import StaffMember
from kiosk.domain.tries import Tries


class StaffBook(Protocol):
    """Every try is on disk when ``record`` or ``turned_away`` returns, and in the audit log."""

    def any(self) -> bool:
        """Whether a PIN was ever set."""

    def members(self) -> tuple[StaffMember, ...]:
        """By name."""

    def check(self, pin: str) -> StaffMember | None:
        """Whose PIN it is. Takes tens of milliseconds, on purpose."""

    def tries(self) -> Tries: ...
    def record(self, member: StaffMember | None, now: datetime) -> None:
        """One try: by ``member``, which starts the count anew, or by nobody, which is one more."""

    def turned_away(self, now: datetime) -> None:
        """A try at a locked gate, of which nothing is known but that it was."""


class AuditLog(Protocol):
    def write(self, who: str, what: str, data: Mapping[str, object], now: datetime) -> None: ...


class Events(Protocol):
    def events(self, session_id: str) -> tuple[tuple[str, Event], ...]:
        """When each event was written (ISO UTC), and the event; empty for no such session."""


class StaffJournal(Events, Protocol):
    def load(self, session_id: str) -> ports.Journaled | None: ...
    def unfinished(self) -> tuple[ports.Journaled, ...]: ...


class ClaimBook(Protocol):
    def open(self) -> tuple[Claim, ...]:
        """Oldest first."""

    def cash_due(self) -> CashDue | None:
        """Of the guest at the screen, while staff are to take cash."""


class ShiftBook(Protocol):
    """Each change is on disk when it returns, and in the audit log."""

    def current(self) -> OpenShift | None: ...
    def open(self, by: str, float_amount: int, now: datetime) -> OpenShift: ...
    def close(self, by: str, counted: int, note: str, now: datetime) -> ClosedShift: ...
    def list(self, limit: int) -> tuple[ClosedShift, ...]:
        """Newest first."""


class Register(ports.PrinterRegister, Protocol):
    """The registered printers as staff change them. A change of one that is gone does nothing."""

    def remembered(self) -> tuple[RegisteredPrinter, ...]:
        """This customer's printers that the cloud knows and that are not set up here."""

    def named(self, name: str) -> RegisteredPrinter | None:
        """Set up or remembered."""

    def add(self, printer: RegisteredPrinter, who: Identity, now: datetime) -> RegisteredPrinter:
        """What became of it: under the name of a remembered printer it is that one again. Raises
        where a printer that is set up here has its name or its queue."""

    def make_default(self, printer_id: str, now: datetime) -> None: ...
    def move_up(self, printer_id: str) -> None: ...
    def pause(self, printer_id: str) -> None: ...
    def resume(self, printer_id: str) -> None: ...
    def load(self, printer_id: str, media: Media, sheets: int) -> None: ...
    def spent(self, printer_id: str, sheets: int) -> None:
        """Sheets that came out and belong to no session: the count falls, never below 0."""

    def calibrate(self, printer_id: str, calibration: Calibration) -> None: ...
    def remove(self, printer_id: str, now: datetime) -> None:
        """Forgets its queue; from then on it is only remembered."""


class StaffPrinters(ports.Printers, Protocol):
    def devices(self) -> tuple[FoundDevice, ...]:
        """What CUPS can reach now. Takes about 10 s."""

    def add_queue(self, name: str, device: FoundDevice, media: Media) -> None:
        """Adds the queue, or renews it; one that was there stays as it was where that fails.
        Takes up to 20 s."""

    def remove_queue(self, name: str) -> None: ...


class CameraRoom(Protocol):
    """The camera, and what is set about it. What is changed is on disk when the call returns, and
    in the audit log."""

    def now(self) -> CameraNow:
        """Without asking the camera."""

    def found(self) -> tuple[CameraChoice, ...]:
        """Those that are plugged in, and those that the settings name. Takes up to a second."""

    def become(self, source: str, by: str) -> None:
        """Takes seconds. Raises CameraUnavailable where it gave no picture: then it is as it was
        before."""

    def set_mirror(self, *, on: bool, by: str) -> None: ...
    def set_offset(self, ms: int, by: str) -> None:
        """Raises SettingRefused."""

    def prove(self) -> Proof:
        """Takes as long as a shot. Raises CameraUnavailable."""


class EventRoom(Protocol):
    def now(self) -> EventNow: ...
    def save(
        self, before: EventTerms, after: EventTerms, by: str, now: datetime
    ) -> tuple[Refusal, ...]:
        """Changes what is different in ``after``; all of it, or none where something is refused.
        On disk and in the audit log when it returns."""


class Pages(Protocol):
    """Pages for staff's eyes, in Indonesian, as JPEGs at the form's size."""

    def save_test_page(self, path: Path, form: Form, name: str, now: datetime) -> None: ...
    def save_calibration_page(self, path: Path, form: Form, name: str, now: datetime) -> None: ...
