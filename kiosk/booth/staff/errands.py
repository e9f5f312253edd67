"""What takes seconds: searching, adding, removing, starting a queue, printing a page."""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import partial

from kiosk.booth.pool import Look
from kiosk.booth.staff.board import Board
from kiosk.booth.staff.endings import Refused
from kiosk.booth.staff.gate import SHUT
from kiosk.booth.staff.office import Office
from kiosk.booth.staff.pace import StaffPace
from kiosk.booth.staff.paging import Paging
from kiosk.booth.staff.sending import Errand, Sender
from kiosk.booth.staff.setting_up import SettingUp
from kiosk.booth.staff.view import AddPrinter, Outcome, Searching, Task
from kiosk.domain.devices import FoundDevice
from kiosk.domain.registered import RegisteredPrinter


class Errands:
    """Every call comes from the desk's thread, returns at once and may raise Refused."""

    def __init__(
        self,
        office: Office,
        board: Board,
        sender: Sender,
        pace: StaffPace,
        stop: threading.Event,
    ) -> None:
        self._office = office
        self._board = board
        self._later = sender.later
        self._send = sender.send
        o = office
        self._setting_up = SettingUp(o.printers, o.register, o.identity, o.clock, o.keys)
        self._paging = Paging(o.printers, o.register, o.pages, o.clock, o.keys, pace, stop)

    def search(self) -> None:
        if self._board.searching is Searching.LOOKING:
            return
        self._board.searching, self._board.devices = Searching.LOOKING, ()

        def work() -> None:
            self._later(partial(self._found, self._office.printers.devices()))

        self._send(Errand("search", work, after=self._searched))

    def add(self, request: AddPrinter, who: str) -> None:
        device = self._board.device(request.uri)
        if device is None:
            raise Refused("the last search has not found this device")
        if self._board.adding:
            raise Refused("another printer is being added")
        self._board.adding = device.uri
        work = partial(self._setting_up.add, device, request.name, request.media)
        name, failed = request.name, Outcome.ADD_FAILED
        self._send(Errand("printer added", work, name, failed, self._added, who))

    def remove(self, printer_id: str, who: str) -> None:
        printer = self._free(printer_id).printer
        work = partial(self._setting_up.remove, printer)
        errand = Errand("printer removed", work, printer.name, who=who)
        self._send_to(printer, Task.REMOVING, errand)

    def print(self, printer_id: str, page: Task, who: str) -> None:
        """Not between guests' prints: the printer's counter would take it for one of theirs."""
        look = self._free(printer_id)
        if look.waiting:
            raise Refused(f"{look.printer.name} has prints waiting")
        work = partial(self._paging.print, look.printer, look.media, page)
        name = f"{page.value} printed"
        errand = Errand(name, work, look.printer.name, Outcome.PRINT_FAILED, who=who)
        self._send_to(look.printer, page, errand)

    def start_queue(self, printer: RegisteredPrinter) -> None:
        """A queue that starts sends begun jobs again: those are the booth's to judge."""
        printers = self._office.printers

        def work() -> None:
            if not printers.begun(printer.queue):
                printers.enable(printer.queue)

        self._send(Errand("queue started", work, printer.name))

    def _free(self, printer_id: str) -> Look:
        look = self._board.look(printer_id)
        if look is None:
            raise Refused("no such printer is set up here")
        if printer_id in self._board.tasks:
            raise Refused(f"{look.printer.name} is busy")
        return look

    def _send_to(self, printer: RegisteredPrinter, task: Task, errand: Errand) -> None:
        tasks = self._board.tasks
        tasks[printer.id] = task
        self._send(replace(errand, after=lambda: tasks.pop(printer.id)))

    def _found(self, devices: tuple[FoundDevice, ...]) -> None:
        """What was found for staff who have left is old when the next ones come."""
        if self._board.gate == SHUT:
            self._board.searching = Searching.IDLE
        else:
            self._board.searching, self._board.devices = Searching.DONE, devices

    def _searched(self) -> None:
        if self._board.searching is Searching.LOOKING:
            self._board.searching = Searching.FAILED

    def _added(self) -> None:
        self._board.adding = ""
