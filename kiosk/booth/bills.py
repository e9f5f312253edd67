"""The slot of the bill acceptor: open while a guest pays cash, listened to all the time."""

from __future__ import annotations

import threading
from collections.abc import Callable

import structlog

from kiosk.booth.lanes import Run
from kiosk.booth.ports import BillAcceptor, Clock
from kiosk.domain.errors import AcceptorUnavailable
from kiosk.domain.money import Bill
from kiosk.domain.session import CashReceived

log = structlog.get_logger()

ROUND_S = 0.2
DRAIN_S = 3.0
"""A bill that was drawn in when the slot closed is counted within that time, and is the guest's."""

AWAY_S = 0.5
"""Between two tries of an acceptor that is away."""

EARLY_S = 15.0
"""A bill that a killed booth had counted waits so long after the start for the guest who put it in,
whose session is being carried on meanwhile."""

UNWRITTEN_S = 60.0
"""A bill that the session's journal does not take within that time is nobody's."""

LOOK_S = 0.02
"""Between two looks whether a bill is written down."""


class BillSlot:
    """A thread of its own, which ends with ``on_end``, is the only one that speaks to the device.

    A bill stays the acceptor's until ``is_written(id)``, and is the same payment however often it
    is told. ``on_stray(bill)`` writes down what came when nobody paid; where it raises, it is
    asked again.
    """

    def __init__(
        self,
        acceptor: BillAcceptor,
        clock: Clock,
        is_written: Callable[[str], bool],
        on_stray: Callable[[Bill], None],
        on_end: Callable[[], None],
    ) -> None:
        self._acceptor = acceptor
        self._clock = clock
        self._is_written = is_written
        self._on_stray = on_stray
        self._on_end = on_end
        self._lock = threading.Lock()
        self._guest: Run | None = None
        self._last: Run | None = None
        self._drained_ns = 0
        self._open: bool | None = None
        self._told: tuple[str, int] | None = None
        self._early_until_ns = clock.monotonic_ns() + int(EARLY_S * 1e9)
        self._answers = False
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._live, name="bills", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self, timeout: float) -> None:
        """No more bills are taken; those under way are still listened for."""
        with self._lock:
            self._send_away()
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(timeout)

    def serve(self, run: Run) -> None:
        """Bills are taken for this session from now on."""
        with self._lock:
            self._guest = run

    def leave(self, run: Run) -> None:
        """Bills of this session that are still under way are told to it all the same."""
        with self._lock:
            if self._guest is run:
                self._send_away()

    def step(self, seconds: float = ROUND_S) -> bool:
        """One round of listening; False where the acceptor does not answer."""
        try:
            self._set(wanted=self._wanted())
            bill = self._acceptor.wait(seconds)
        except AcceptorUnavailable as error:
            if self._answers or self._open is None:
                log.warning("bill acceptor away", reason=str(error))
            self._answers, self._open = False, False
            return False
        self._answers = True
        if bill is not None:
            self._see_to(bill)
        return True

    def _send_away(self) -> None:
        if self._guest is not None:
            self._last, self._guest = self._guest, None
            self._drained_ns = self._after(DRAIN_S)

    def _draining(self) -> bool:
        return self._last is not None and self._clock.monotonic_ns() < self._drained_ns

    def _wanted(self) -> bool:
        with self._lock:
            return self._guest is not None and not self._draining()

    def _set(self, *, wanted: bool) -> None:
        """An acceptor that was away is as closed as at its beginning."""
        if wanted and not self._open:
            self._acceptor.open()
        elif not wanted and self._open is not False:
            self._acceptor.close()
        self._open = wanted

    def _see_to(self, bill: Bill) -> None:
        """Money that can't be written down now is written down later: the acceptor keeps it."""
        try:
            if self._is_written(bill.id) or self._is_recorded(bill):
                self._acceptor.taken(bill.id)
                self._told = None
                return
        except Exception:
            log.exception("bill not written down yet", amount=bill.amount)
        self._stop.wait(LOOK_S)

    def _is_recorded(self, bill: Bill) -> bool:
        """Whether it was written down here as nobody's; a guest's is the conductor's to write."""
        now = self._clock.monotonic_ns()
        with self._lock:
            run = self._last if self._draining() else self._guest
        if self._told is not None and self._told[0] == bill.id:
            if now < self._told[1]:
                return False
        elif run is not None:
            log.info("bill taken", session=run.session_id, amount=bill.amount)
            run.tell(CashReceived(bill.id, bill.amount, ""))
            self._told = bill.id, self._after(UNWRITTEN_S)
            return False
        elif now < self._early_until_ns:
            return False
        log.error("a bill came when nobody paid", amount=bill.amount)
        self._on_stray(bill)
        return True

    def _after(self, seconds: float) -> int:
        return self._clock.monotonic_ns() + int(seconds * 1e9)

    def _live(self) -> None:
        while not self._stop.is_set() or self._draining():
            if not self.step() and self._stop.wait(AWAY_S):
                break
        self._on_end()
