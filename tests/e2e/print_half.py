"""The printing half of a booth: everything from a composed picture to paper, and no screen.

Journal, conductor, desk, pool and CUPS are the real ones, put together as ``kiosk.app`` does. It
runs in a test, or as a process of its own that can be killed: then it reads session ids from
standard input, prints each, and ends with its input.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.booth.actor import Actor
from kiosk.booth.conductor import Conductor
from kiosk.booth.lanes import Lanes, Run
from kiosk.booth.messages import Happened
from kiosk.booth.pace import Pace
from kiosk.booth.performers import lane_of
from kiosk.booth.pool import Pool
from kiosk.booth.printing import PrintDesk
from kiosk.booth.stage import Shop
from kiosk.booth.timings import Timings
from kiosk.clock import RandomKeys, SystemClock
from kiosk.domain import session as s
from kiosk.domain.order import PaymentMethod
from kiosk.imaging.press import Press
from kiosk.logs import log_to
from kiosk.printing import CupsPrinters
from kiosk.store.mirror import Mirror, open_mirror

PACE = replace(
    Pace(),
    print_poll=0.3,
    print_move=1.5,
    print_patience=20.0,
    print_settle=2.0,
    print_withdrawal=4.0,
)
REFRESH_S = 0.3
STOP_WITHIN_S = 10.0


@dataclass(frozen=True)
class Performer:
    """Of a booth's effects the prints."""

    desk: PrintDesk

    def perform(self, run: Run, effect: s.Effect) -> None:
        match effect:
            case s.SubmitPrint():
                self.desk.submit(run, effect)
            case s.FollowPrint():
                self.desk.follow(run, effect)
            case s.WithdrawPrint():
                self.desk.withdraw(run, effect)
            case _:
                raise AssertionError(effect)


@dataclass(frozen=True)
class PrintHalf:
    mirror: Mirror
    pool: Pool
    printers: CupsPrinters
    actor: Actor

    def print(self, session_id: str) -> None:
        """As a guest's tap does. Returns at once."""
        journaled = self.mirror.journal.load(session_id)
        assert journaled is not None
        order = s.order_of(journaled.state)
        assert order is not None
        printer = self.pool.pick_for_paid(order.package.sheet, order.package.copies)
        assert printer is not None
        self.actor.send(Happened(session_id, s.PrintAsked(printer.id)))

    def state(self, session_id: str) -> s.State:
        journaled = self.mirror.journal.load(session_id)
        assert journaled is not None
        return journaled.state


@contextmanager
def print_half(data_dir: Path, mirror: Mirror, cups: str, pace: Pace = PACE) -> Iterator[PrintHalf]:
    """``mirror`` stays open: a process has one."""
    clock, keys = SystemClock(), RandomKeys()
    pool = Pool(CupsPrinters(cups), mirror.printers, clock)
    printers = CupsPrinters(cups)
    actor = Actor(clock, mirror.close)
    desk = PrintDesk(printers, mirror.printers, pool, Press(data_dir), data_dir, clock, keys, pace)
    lanes = Lanes((), lane_of, Performer(desk).perform, actor.send, mirror.close)
    conductor = Conductor(
        shop=Shop((), (PaymentMethod.FREE,), ""),
        journal=mirror.journal,
        pool=pool,
        effects=lanes,
        clock=clock,
        keys=keys,
        pace=pace,
        timings=Timings(),
        publish=lambda _: None,
        on_written=lambda: None,
    )
    stop = threading.Event()

    def refresh() -> None:
        while not stop.wait(REFRESH_S):
            pool.refresh()
        mirror.close()

    watchman = threading.Thread(target=refresh, daemon=True)
    pool.refresh()
    watchman.start()
    actor.start(conductor)
    try:
        yield PrintHalf(mirror, pool, printers, actor)
    finally:
        stop.set()
        watchman.join(STOP_WITHIN_S)
        actor.close(STOP_WITHIN_S)
        lanes.close(STOP_WITHIN_S)
        printers.close()


def main(data_dir: str, cups: str) -> None:
    log_to(Path(data_dir) / "logs")
    mirror = open_mirror(Path(data_dir), RandomKeys().new_id)
    with print_half(Path(data_dir), mirror, cups) as half:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        for line in sys.stdin:
            half.print(line.strip())


if __name__ == "__main__":
    main(*sys.argv[1:])
