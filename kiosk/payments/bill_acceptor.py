"""A bill acceptor that speaks in pulses, behind a small board on a serial line.

The board sends one ``P`` for each pulse of the acceptor. It takes bills after an ``E``, until a
``D`` or until it has heard nothing for five seconds: a booth that is killed takes no bills that
it can't count. Pulses less than GAP_S apart are one bill.

Money that came in is money, whatever it looks like: a bill that there is not, or too large a one,
is told as it was counted. It is the log that says that it is odd.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Protocol

import structlog

from kiosk.domain.errors import AcceptorUnavailable
from kiosk.domain.money import Bill
from kiosk.payments.serial_line import open_line
from kiosk.payments.tally import Tallied

log = structlog.get_logger()

PULSE = b"P"
ENABLE, DISABLE = b"E", b"D"
GAP_S = 0.3
BEAT_S = 1.0
LONGEST_BILL_S = 15.0  # 100 pulses of 100 ms and some
BACKOFF_S = (0.5, 1.0, 2.0, 4.0, 8.0)
NOTES = (1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000)


class Wire(Protocol):
    """Every call raises OSError where the board is gone."""

    def read(self, seconds: float) -> bytes:
        """What came, or nothing where nothing came within ``seconds``."""

    def write(self, command: bytes) -> None: ...

    def close(self) -> None: ...


class Tally(Protocol):
    """What is not written down as money yet, kept over a restart. Raises OSError."""

    def load(self) -> Tallied: ...

    def keep(self, tallied: Tallied) -> None: ...


class PulseAcceptor:
    """``pulse_value`` is what a pulse is worth and ``most`` the largest bill, in whole rupiah;
    ``notes`` are the bills that there are. ``device`` is the serial line's path. Whoever has the
    line has the ``tally``.

    ``open``, ``close`` and ``wait`` are for one thread; ``answers`` is for any.
    """

    def __init__(
        self,
        device: str,
        pulse_value: int,
        most: int,
        tally: Tally,
        new_id: Callable[[], str],
        notes: Iterable[int] = NOTES,
        *,
        connect: Callable[[str], Wire] = open_line,
        monotonic: Callable[[], float] = time.monotonic,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._device = device
        self._pulse_value = pulse_value
        self._most = most
        self._tally = tally
        self._new_id = new_id
        self._bill: Bill | None = None
        self._notes = frozenset(notes)
        self._connect = connect
        self._monotonic = monotonic
        self._pause = pause
        self._lock = threading.Lock()
        self._line: Wire | None = None
        self._taking = False
        self._next_beat = -math.inf
        self._noisy = False
        self._pulses = 0
        self._recalled = False
        self._last_pulse = -math.inf
        self._failures = 0
        self._next_try = -math.inf

    def open(self) -> None:
        """Bills are taken from now on. Raises AcceptorUnavailable."""
        with self._lock:
            self._taking, self._noisy = True, False
            self._send(ENABLE)

    def close(self) -> None:
        """No more bills are taken; as at the beginning. Raises AcceptorUnavailable."""
        with self._lock:
            self._taking = False
            self._send(DISABLE)

    def wait(self, seconds: float) -> Bill | None:
        """The bill that was not yet ``taken``, at once; else the next one, None where none came
        within ``seconds``.

        One that is being counted at the end of them is waited for. Bills that were under way when
        it was closed come here too, and those that came while nobody asked. Raises
        AcceptorUnavailable, but never before the pulses that came until then are told as a bill;
        it is safe to call again at once.
        """
        with self._lock:
            give_up = self._monotonic() + seconds
            while self._bill is None and not self._bill_is_over():
                until = self._last_pulse + GAP_S if self._pulses else give_up
                self._listen(max(until - self._monotonic(), 0.0))
                if self._monotonic() >= give_up + (LONGEST_BILL_S if self._pulses else 0.0):
                    return None
            self._bill = self._bill or self._counted()
            return self._bill

    def taken(self, bill_id: str) -> None:
        """It is written down: it is not told again."""
        with self._lock:
            if self._bill is not None and self._bill.id == bill_id:
                self._bill = None
                self._keep()

    def answers(self) -> bool:
        """Whether the board is there. Returns at once, and while bills are waited for by what that
        finds; finds a board that was plugged in meanwhile."""
        if not self._lock.acquire(blocking=False):
            return self._line is not None
        try:
            with suppress(AcceptorUnavailable):
                self._listen(0.0)
            return self._line is not None
        finally:
            self._lock.release()

    def shut_down(self) -> None:
        """Lets go of the line for good, with the acceptor closed. Raises nothing."""
        with self._lock, suppress(AcceptorUnavailable):
            self._taking = False
            if self._line is not None:
                self._send(DISABLE)
        with self._lock:
            if self._line is not None:
                self._line.close()
                self._line = None

    def _bill_is_over(self) -> bool:
        if not self._pulses:
            return False
        return self._line is None or self._monotonic() >= self._last_pulse + GAP_S

    def _counted(self) -> Bill:
        value = self._pulses * self._pulse_value
        if value in self._notes and value <= self._most:
            log.info("bill counted", amount=value)
        else:
            log.warning("odd bill", amount=value, pulse_value=self._pulse_value, most=self._most)
        self._pulses, self._bill = 0, Bill(self._new_id(), value)
        self._keep()
        return self._bill

    def _listen(self, seconds: float) -> None:
        """Counts what comes within ``seconds``, and returns when something came or it is time for
        the next word to the board."""
        line = self._connected(seconds)
        try:
            self._beat(line)
            left = self._next_beat - self._monotonic() if self._taking else seconds
            came = line.read(max(min(seconds, left), 0.0))
        except OSError as error:
            self._lost(error)
            if not self._pulses:
                raise AcceptorUnavailable(f"{self._device}: {error}") from error
            return
        self._count(came)

    def _beat(self, line: Wire) -> None:
        if self._taking and self._monotonic() >= self._next_beat:
            line.write(ENABLE)
            self._next_beat = self._monotonic() + BEAT_S

    def _count(self, came: bytes) -> None:
        pulses = came.count(PULSE)
        if pulses:
            self._pulses += pulses
            self._last_pulse = self._monotonic()
            self._keep()
        if len(came) > pulses and not self._noisy:
            log.warning("noise from the bill acceptor", device=self._device)
            self._noisy = True  # told once, for there may be very much of it

    def _keep(self) -> None:
        """What can't be kept is counted all the same."""
        try:
            self._tally.keep(Tallied(self._pulses, self._bill))
        except OSError as error:
            log.warning("pulses not kept", count=self._pulses, reason=str(error))

    def _recall(self) -> None:
        if self._recalled:
            return
        self._recalled = True
        try:
            tallied = self._tally.load()
        except OSError as error:
            log.warning("pulses of before not known", reason=str(error))
        else:
            self._pulses, self._bill = self._pulses + tallied.pulses, tallied.bill

    def _send(self, command: bytes) -> None:
        line = self._connected(0.0)
        try:
            line.write(command)
        except OSError as error:
            self._lost(error)
            raise AcceptorUnavailable(f"{self._device}: {error}") from error

    def _connected(self, patience_s: float) -> Wire:
        """The line, opened anew where it was lost; not before a pause is over, which is sat out
        for ``patience_s`` seconds at most. Raises AcceptorUnavailable."""
        if self._line is not None:
            return self._line
        left = self._next_try - self._monotonic()
        if left > 0:
            self._pause(max(min(left, patience_s), 0.0))
            if left > patience_s:
                raise AcceptorUnavailable(f"{self._device}: not there")
        try:
            line = self._connect(self._device)
        except OSError as error:
            self._failed()
            raise AcceptorUnavailable(f"{self._device}: {error}") from error
        try:
            # A board that comes up is closed; one that stayed up while the booth was gone may
            # not be.
            line.write(ENABLE if self._taking else DISABLE)
        except OSError as error:
            line.close()
            self._failed()
            raise AcceptorUnavailable(f"{self._device}: {error}") from error
        log.info("bill acceptor found", device=self._device)
        self._recall()
        self._line, self._failures = line, 0
        return line

    def _lost(self, error: OSError) -> None:
        log.warning("bill acceptor lost", device=self._device, reason=str(error))
        if self._line is not None:
            self._line.close()
            self._line = None
        self._failed()

    def _failed(self) -> None:
        delay = BACKOFF_S[min(self._failures, len(BACKOFF_S) - 1)]
        self._failures += 1
        self._next_try = self._monotonic() + delay
