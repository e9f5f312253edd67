"""What the use cases need from the devices and services at the edge."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Protocol

from kiosk.domain.camera import CameraStatus, Frame
from kiosk.domain.order import Order, Picture, Shot
from kiosk.domain.payments import Ended, Offer, Paid, Unpaid
from kiosk.domain.printing import JobStatus, QueueStatus, Sheet
from kiosk.domain.registered import RegisteredPrinter
from kiosk.domain.session import Event, State, Step


class Clock(Protocol):
    def now(self) -> datetime:
        """The time of day, UTC."""

    def monotonic_ns(self) -> int:
        """CLOCK_MONOTONIC in nanoseconds, comparable between processes."""


class Keys(Protocol):
    def new_id(self) -> str:
        """A UUIDv7."""

    def download_code(self) -> str:
        """128 random bits, base64url."""

    def claim_code(self) -> str:
        """Short enough to be read out to staff."""


class Journaled(Protocol):
    @property
    def session_id(self) -> str: ...
    @property
    def started(self) -> datetime: ...
    @property
    def state(self) -> State: ...


class Journal(Protocol):
    def start(self, session_id: str, state: State, now: datetime) -> None: ...
    def append(self, session_id: str, event: Event, now: datetime) -> Step | None:
        """Where ``event`` led, on disk; None where it has no meaning in the session's state."""

    def load(self, session_id: str) -> Journaled | None: ...
    def unfinished(self) -> tuple[Journaled, ...]: ...
    def session_of_payment(self, payment_id: str) -> str | None: ...


class Camera(Protocol):
    def status(self) -> CameraStatus: ...
    def nearest(self, at_ns: int) -> Frame:
        """The frame nearest to the shutter instant; raises CameraUnavailable."""


class Darkroom(Protocol):
    """Pictures on disk: each call returns after the file is flushed under its final name."""

    def save_shot(self, frame: Frame, path: str, taken_at: datetime, seq: int) -> Shot: ...
    def compose(self, order: Order, shots: tuple[Shot, ...], path: str) -> Picture: ...


class PaymentDesk(Protocol):
    """Every call raises CloudUnreachable where nothing is known."""

    def request(self, order: Order, session_id: str) -> Offer | Paid | Ended: ...
    def look(self, payment_id: str, *, verify: bool) -> Paid | Unpaid | Ended: ...
    def close(self, payment_id: str) -> Paid | Ended: ...


class Printers(Protocol):
    """CUPS. Every call raises PrintingUnavailable where nothing is known."""

    def queue(self, name: str) -> QueueStatus: ...
    def find(self, queue: str, key: str) -> JobStatus | None: ...
    def submit(self, queue: str, file: Path, *, key: str, copies: int, sheet: Sheet) -> int:
        """The CUPS job id; PrintRefused where CUPS said no."""

    def job(self, cups_job_id: int) -> JobStatus: ...
    def cancel(self, cups_job_id: int) -> None: ...
    def enable(self, queue: str) -> None: ...


class PrinterRegister(Protocol):
    def all(self) -> tuple[RegisteredPrinter, ...]: ...
    def get(self, printer_id: str) -> RegisteredPrinter | None: ...
