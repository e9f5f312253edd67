"""A found device becomes a registered printer, and a registered one is given up."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

import structlog

from kiosk.booth.ports import Clock, Keys
from kiosk.booth.staff.cards import in_use
from kiosk.booth.staff.endings import Ending, Refused
from kiosk.booth.staff.names import free_name, free_queue, tidy
from kiosk.booth.staff.ports import Register, StaffPrinters
from kiosk.booth.staff.view import Outcome
from kiosk.domain.devices import FoundDevice
from kiosk.domain.errors import KioskError, PrintRefused
from kiosk.domain.identity import Identity
from kiosk.domain.printing import Media
from kiosk.domain.registered import RegisteredPrinter

log = structlog.get_logger()


class SettingUp:
    """Both calls raise Refused, PrintingUnavailable, PrintRefused, or what the register raises;
    then nothing is left behind of what they began. ``identity`` is None before activation."""

    def __init__(
        self,
        printers: StaffPrinters,
        register: Register,
        identity: Callable[[], Identity | None],
        clock: Clock,
        keys: Keys,
    ) -> None:
        self._printers = printers
        self._register = register
        self._identity = identity
        self._clock = clock
        self._keys = keys

    def add(self, device: FoundDevice, name: str, media: Media) -> Ending:
        """The name of a printer that is set up here gets a number behind it. Takes up to 30 s."""
        who = self._identity()
        if who is None:
            raise Refused("this booth is not activated yet: kiosk activate")
        self._refuse(device, name, media)
        name = self._free_name(tidy(name))
        # A queue that CUPS has for the device and no printer uses: a past attempt's remains, too.
        queue = device.queue or free_queue(name, self._has_queue)
        with self._undone(queue, keep=bool(device.queue)):
            self._printers.add_queue(queue, device, media)
            self._register.add(self._printer(device, name, queue, media), who, self._clock.now())
        return Ending(Outcome.ADDED, name)

    def remove(self, printer: RegisteredPrinter) -> Ending:
        """Refused while pictures wait for it. The pool hears of it before its queue goes."""
        if self._register.waiting().get(printer.id, 0):
            raise Refused(f"{printer.name} has prints waiting")
        with contextlib.suppress(PrintRefused):  # CUPS has lost the queue
            if self._printers.begun(printer.queue):
                raise Refused(f"{printer.name} is printing")
        self._register.remove(printer.id, self._clock.now())
        try:
            self._printers.remove_queue(printer.queue)
        except KioskError as error:
            log.warning("queue left in cups", queue=printer.queue, reason=str(error))
        return Ending(Outcome.REMOVED, printer.name)

    def _refuse(self, device: FoundDevice, name: str, media: Media) -> None:
        if not tidy(name):
            raise Refused("a printer needs a name")
        if not device.ppd_name:
            raise Refused(f"no driver for {device.make_and_model} is installed")
        if media not in device.media:
            raise Refused(f"{device.make_and_model} takes no {media.value}")
        if in_use(device, self._register.all()):
            raise Refused(f"{device.make_and_model} is set up already")

    def _free_name(self, name: str) -> str:
        """A remembered printer comes back when staff say its name, and not by a number."""
        taken = {printer.name for printer in self._register.all()}
        if name in taken:
            taken |= {printer.name for printer in self._register.remembered()}
        return free_name(name, taken.__contains__)

    def _has_queue(self, queue: str) -> bool:
        """A queue of somebody else's is never taken over."""
        try:
            self._printers.queue(queue)
        except PrintRefused:
            return False
        return True

    @contextlib.contextmanager
    def _undone(self, queue: str, *, keep: bool) -> Iterator[None]:
        try:
            yield
        except Exception:
            if not keep:
                with contextlib.suppress(KioskError):
                    self._printers.remove_queue(queue)
            raise

    def _printer(
        self, device: FoundDevice, name: str, queue: str, media: Media
    ) -> RegisteredPrinter:
        return RegisteredPrinter(
            id=self._keys.new_id(),
            name=name,
            type=device.type,
            connection_type=device.connection_type,
            is_default=False,
            queue=queue,
            uri=device.uri,
            media=media,
            pixel_sizes=device.pixel_sizes,
            seconds_per_sheet=device.seconds_per_sheet,
        )
