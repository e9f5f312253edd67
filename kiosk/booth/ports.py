"""What the use cases need from the devices and services at the edge."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kiosk.domain.camera import CameraStatus, Frame
from kiosk.domain.films import Film, MadeFilm, Reel, Titles
from kiosk.domain.money import Bill
from kiosk.domain.order import Order, Picture, Shot
from kiosk.domain.payments import Ended, Offer, Paid, Unpaid
from kiosk.domain.printing import DeviceJob, JobStatus, QueueStatus, Sheet
from kiosk.domain.registered import Form, RegisteredPrinter
from kiosk.domain.session import Event, State, Step
from kiosk.domain.vouchers import Voucher, VoucherTrouble

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


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


Then = Callable[[Event, State], Event | None]
"""What follows from an event and the state that it led to, in the same moment."""


class Journaled(Protocol):
    @property
    def session_id(self) -> str: ...
    @property
    def started(self) -> datetime: ...
    @property
    def state(self) -> State: ...
    @property
    def pictures_kept(self) -> bool:
        """Whether they are on this disk: they are deleted when their time is over."""


class Journal(Protocol):
    def start(self, session_id: str, state: State, now: datetime) -> None: ...
    def append(self, session_id: str, event: Event, now: datetime, then: Then) -> Step | None:
        """Where ``event``, and what ``then`` makes follow from it, led: both on disk, or neither.
        None where ``event`` has no meaning in the session's state."""

    def load(self, session_id: str) -> Journaled | None: ...
    def events(self, session_id: str) -> tuple[tuple[str, Event], ...]:
        """When each event was written (ISO UTC), and the event."""

    def unfinished(self) -> tuple[Journaled, ...]: ...
    def session_of_payment(self, payment_id: str) -> str | None: ...


class Camera(Protocol):
    def status(self) -> CameraStatus: ...
    def delivers(self) -> bool:
        """Whether a picture came just now: one that hangs is called live for some seconds more."""

    def lead_s(self) -> float:
        """How long before the shutter instant ``nearest`` wants to be called."""

    def nearest(self, at_ns: int) -> Frame:
        """The frame nearest to the shutter instant; raises CameraUnavailable."""


class SmallPicture(Protocol):
    """``pixels`` is BGRA, shape (height, width, 4), contiguous, owned by the picture."""

    @property
    def pixels(self) -> npt.NDArray[np.uint8]: ...
    @property
    def stamp_ns(self) -> int: ...
    @property
    def number(self) -> int: ...


class SmallPictures(Protocol):
    def preview(
        self, after_number: int, width: int, height: int, *, mirror: bool, timeout_s: float
    ) -> SmallPicture | None:
        """The newest frame after that number, small; None where none came in time."""


class FilmMaker(Protocol):
    def make(self, reel: Reel, titles: Titles, paths: Mapping[Film, str]) -> tuple[MadeFilm, ...]:
        """Those films that the reel was enough for, on disk. Takes seconds, in the background of
        everything else. Raises FilmsFailed."""

    def close(self) -> None:
        """Ends what is being made; from any thread."""


class FilmBook(Protocol):
    def record(self, session_id: str, films: Sequence[MadeFilm], now: datetime) -> None:
        """Writes the films of a session that has a picture down, to be told and uploaded."""


class Darkroom(Protocol):
    """Pictures on disk: each call returns after the file is flushed under its final name."""

    def make_room(self, path: str) -> None:
        """Ahead of ``save_shot``, which then has less to do. Raises OSError."""

    def save_shot(self, frame: Frame, path: str, taken_at: datetime, seq: int) -> Shot: ...
    def develop(self, order: Order, shot: Shot) -> None:
        """Makes ready what ``compose`` needs of a saved shot. Nothing depends on it but time."""

    def compose(
        self,
        order: Order,
        shots: tuple[Shot, ...],
        path: str,
        look: str = "",
        template: str = "",
    ) -> Picture:
        """``shots`` are in the order of the slots; the package's own template where empty."""


class PaymentDesk(Protocol):
    """Every call raises CloudUnreachable where nothing is known."""

    def request(self, order: Order, session_id: str) -> Offer | Paid | Ended: ...
    def look(self, payment_id: str, *, verify: bool) -> Paid | Unpaid | Ended: ...
    def close(self, payment_id: str) -> Paid | Ended: ...


class Printers(Protocol):
    """CUPS and the printers behind it.

    Every call raises PrintingUnavailable where nothing is known, and PrintRefused where the
    answer was no.
    """

    def generation(self) -> int:
        """As long as it stays the same, CUPS was not restarted."""

    def queue(self, name: str) -> QueueStatus: ...
    def find(self, queue: str, key: str) -> JobStatus | None: ...
    def submit(
        self,
        queue: str,
        file: Path,
        *,
        key: str,
        copies: int,
        sheet: Sheet,
        prints_left: int | None = None,
    ) -> int:
        """The CUPS job id. ``prints_left`` is kept with the job, and outlives the booth. Raises
        QueueFull where there is no room for one more job."""

    def job(self, cups_job_id: int) -> JobStatus: ...
    def begun(self, queue: str) -> tuple[str, ...]:
        """The keys of the queue's jobs that were begun and are not over."""

    def at_device(self, queue: str, key: str) -> DeviceJob | None:
        """What the printer itself remembers of the job; None where it can't be asked or has no
        such job."""

    def count(self, queue: str) -> int | None:
        """Prints left by the printer's own counter, asked now; None where it can't be asked."""

    def cancel(self, cups_job_id: int) -> None: ...
    def enable(self, queue: str) -> None: ...
    def wait(self, seconds: float) -> None:
        """Returns when CUPS has told of a change at any job or queue, after ``seconds`` at most.

        Never raises: where no notifications can be had it only sleeps.
        """


class PrinterRegister(Protocol):
    def all(self) -> tuple[RegisteredPrinter, ...]:
        """Those that are set up here: the default first, then by rank."""

    def get(self, printer_id: str) -> RegisteredPrinter | None: ...
    def waiting(self) -> Mapping[str, int]:
        """By printer id: the sheets of jobs that are not over."""

    def next_at(self, printer_id: str) -> str | None:
        """The key of the job whose turn it is there: of those that are not over, the one that
        was asked for first."""

    def jobs_before(self, printer_id: str, key: str) -> int:
        """How many jobs that are not over have their turn there before the one under ``key``."""

    def is_open(self, key: str) -> bool:
        """Whether a session's job under this key is not over."""

    def took(self, printer_id: str, seconds_per_sheet: float) -> None:
        """A job is over that ran undisturbed: the printer's speed follows it."""


class PrinterPool(Protocol):
    def pick_for_paid(self, sheet: Sheet, copies: int) -> RegisteredPrinter | None:
        """The printer for a guest who has paid, by what is known now: it waits for nobody."""


class Press(Protocol):
    """Pictures made ready for one printer."""

    def fit(self, picture: Picture, form: Form) -> Path:
        """The composed picture at the printer's size, calibrated, in the printer's colours; the
        picture's own file where nothing is to be changed. The same again costs nothing."""

    def clear(self, picture: Picture) -> None:
        """Deletes what ``fit`` made of it."""


class VoucherDesk(Protocol):
    def check(self, code: str, now: datetime) -> Voucher | VoucherTrouble:
        """What the typed ``code`` is worth. Needs no network, takes milliseconds, and changes
        nothing but the count of wrong ones."""


class BillAcceptor(Protocol):
    """A slot for bills. It gives no change."""

    def open(self) -> None:
        """Bills are taken from now on. Raises AcceptorUnavailable."""

    def close(self) -> None:
        """No more bills are taken; as at the beginning. Raises AcceptorUnavailable."""

    def wait(self, seconds: float) -> Bill | None:
        """The bill that was not yet ``taken``, else the next one; None where none came within
        ``seconds``.

        Bills that were under way when it was closed come here too. Raises
        AcceptorUnavailable.
        """

    def taken(self, bill_id: str) -> None:
        """The bill is written down, so that it need not be told again. Until then it is, also after
        a restart."""


class RefundDesk(Protocol):
    def refund(self, payment_id: str) -> bool | None:
        """Whether Xendit gives the payment back; None where that isn't known yet. Asking again is
        harmless. Raises CloudUnreachable."""
