"""A simulator of a bill acceptor and its board, for the demo and the tests: no bills, a real line.

It speaks as docs/operating.md asks of a board: ``P`` a pulse; ``E`` lets it take bills, until a
``D`` or until it has heard nothing for a while. It comes up closed.
"""

from __future__ import annotations

import contextlib
import os
import pty
import select
import threading
import time
import tty
from collections.abc import Iterator
from pathlib import Path

LOOK_EVERY_S = 0.05


class SimulatedBillAcceptor:
    """``device`` is where a booth finds it. A pulse is worth ``pulse_value`` rupiah and comes
    ``pulse_s`` seconds after the one before; it closes after ``deaf_s`` seconds without a word."""

    def __init__(
        self, device: Path, pulse_value: int, pulse_s: float = 0.05, deaf_s: float = 5.0
    ) -> None:
        self.device = device
        self._pulse_value = pulse_value
        self._pulse_s = pulse_s
        self._deaf_s = deaf_s
        self._changed = threading.Condition()
        self._heard_at = -float("inf")
        self._open = False
        self._plugged: _Plugged | None = None

    @property
    def takes_bills(self) -> bool:
        with self._changed:
            return self._takes_bills()

    def wait_until(self, *, takes_bills: bool, within_s: float = 10.0) -> bool:
        """Whether it came to that within ``within_s`` seconds."""
        with self._changed:
            give_up = time.monotonic() + within_s
            while self._takes_bills() is not takes_bills and time.monotonic() < give_up:
                self._changed.wait(LOOK_EVERY_S)
            return self._takes_bills() is takes_bills

    def insert(self, amount: int) -> bool:
        """A bill over ``amount`` rupiah; whether it was taken. Returns after its last pulse."""
        if not self.takes_bills:
            return False
        self.pulse(amount // self._pulse_value)
        return True

    def pulse(self, count: int) -> None:
        """Pulses, whether it takes bills or not."""
        for _ in range(count):
            self.say(b"P")
            time.sleep(self._pulse_s)

    def say(self, content: bytes) -> None:
        """Any bytes, as a bad cable makes them. Nothing where it is not plugged in."""
        with self._changed:
            plugged = self._plugged
        if plugged is not None:
            os.write(plugged.ours, content)

    def plug_in(self) -> None:
        with self._changed:
            self._open = False
            self._plugged = _Plugged(self.device)
            thread = threading.Thread(target=self._listen, args=(self._plugged,), daemon=True)
        thread.start()

    def unplug(self) -> None:
        with self._changed:
            plugged, self._plugged, self._open = self._plugged, None, False
        if plugged is not None:
            plugged.pull()

    def _takes_bills(self) -> bool:
        return self._open and time.monotonic() - self._heard_at < self._deaf_s

    def _listen(self, plugged: _Plugged) -> None:
        for command in plugged.commands():
            with self._changed:
                if self._plugged is plugged:
                    self._heard_at = time.monotonic()
                    self._open = command == b"E"
                    self._changed.notify_all()
        plugged.close()


class _Plugged:
    """One plugging in, with a pseudo-terminal for a serial line."""

    def __init__(self, device: Path) -> None:
        self.ours, self._theirs = pty.openpty()
        self._stop, self._stopped = os.pipe()
        tty.setraw(self._theirs)
        self._device = device
        self._device.unlink(missing_ok=True)
        self._device.symlink_to(os.ttyname(self._theirs))

    def commands(self) -> Iterator[bytes]:
        """Byte for byte until it is pulled."""
        while True:
            ready, _, _ = select.select([self.ours, self._stop], [], [])
            if self._stop in ready:
                return
            for byte in os.read(self.ours, 64):
                yield bytes([byte])

    def pull(self) -> None:
        self._device.unlink(missing_ok=True)
        os.close(self._stopped)

    def close(self) -> None:
        for descriptor in (self.ours, self._theirs, self._stop):
            os.close(descriptor)


@contextlib.contextmanager
def simulated_bill_acceptor(
    device: Path, pulse_value: int, pulse_s: float = 0.05, deaf_s: float = 5.0
) -> Iterator[SimulatedBillAcceptor]:
    """Plugged in, and unplugged at the end."""
    simulator = SimulatedBillAcceptor(device, pulse_value, pulse_s, deaf_s)
    simulator.plug_in()
    try:
        yield simulator
    finally:
        simulator.unplug()
