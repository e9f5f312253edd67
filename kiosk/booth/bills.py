"""The slot of the bill acceptor: open while a guest pays cash, listened to all the time."""

from __future__ import annotations

import threading
from collections.abc import Callable

import structlog

from kiosk.booth.lanes import Run
from kiosk.booth.ports import BillAcceptor, Clock, Keys
from kiosk.domain.errors import AcceptorUnavailable
from kiosk.domain.session import CashReceived

log = structlog.get_logger()

ROUND_S = 0.2
DRAIN_S = 3.0
"""A bill that was drawn in when the slot closed is counted within that time, and is the guest's."""

AWAY_S = 0.5
"""Between two tries of an acceptor that is away."""


class BillSlot:
    """A thread of its own, which ends with ``on_end``, is the only one that speaks to the device.

    ``on_stray(amount)`` gets what came when nobody paid, in whole rupiah; where it raises, it is
    asked again.
    """

    def __init__(
        self,
        acceptor: BillAcceptor,
        keys: Keys,
        clock: Clock,
        on_stray: Callable[[int], None],
        on_end: Callable[[], None],
    ) -> None:
        self._acceptor = acceptor
        self._keys = keys
        self._clock = clock
        self._on_stray = on_stray
        self._on_end = on_end
        self._lock = threading.Lock()
        self._guest: Run | None = None
        self._last: Run | None = None
        self._drained_ns = 0
        self._open: bool | None = None
        self._strays: list[int] = []
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
            self._record_strays()
            return False
        self._answers = True
        if bill is not None:
            self._take(bill)
        self._record_strays()
        return True

    def _send_away(self) -> None:
        if self._guest is not None:
            self._last, self._guest = self._guest, None
            self._drained_ns = self._clock.monotonic_ns() + int(DRAIN_S * 1e9)

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

    def _take(self, bill: int) -> None:
        with self._lock:
            run = self._last if self._draining() else self._guest
        if run is None:
            log.error("a bill came when nobody paid", amount=bill)
            self._strays.append(bill)
            return
        log.info("bill taken", session=run.session_id, amount=bill)
        run.tell(CashReceived(self._keys.new_id(), bill, ""))

    def _record_strays(self) -> None:
        while self._strays:
            try:
                self._on_stray(self._strays[0])
            except Exception:
                log.exception("stray bill not recorded yet", amount=self._strays[0])
                return
            self._strays.pop(0)

    def _live(self) -> None:
        while not self._stop.is_set() or self._draining():
            if not self.step() and self._stop.wait(AWAY_S):
                break
        self._on_end()
