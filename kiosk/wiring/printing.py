"""CUPS and its printers: the part of the composition root about them."""

from __future__ import annotations

from kiosk.booth.idle_queues import IdleQueues
from kiosk.booth.pool import Pool
from kiosk.clock import SystemClock
from kiosk.config import Config
from kiosk.printing.cups_printers import CupsPrinters
from kiosk.store.mirror import Mirror


def printers_of(config: Config) -> CupsPrinters:
    return CupsPrinters(config.printing.cups)


def pool_of(config: Config, mirror: Mirror) -> Pool:
    """For a look at the printers, which changes nothing."""
    return Pool(printers_of(config), mirror.printers, SystemClock())


def tended_pool_of(config: Config, mirror: Mirror) -> Pool:
    """The booth's own, which starts queues that nothing waits in. With connections to CUPS of its
    own, so that a print on its way is not held up by a look."""
    printers, clock = printers_of(config), SystemClock()
    idle = IdleQueues(printers, mirror.printers, clock)
    return Pool(printers, mirror.printers, clock, idle.start)
