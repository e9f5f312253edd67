"""Somebody who sets a booth up and whose power goes again and again."""

from __future__ import annotations

import contextlib
import multiprocessing
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess

from kiosk.booth.staff import view as v
from kiosk.booth.staff.setup_view import (
    Activate,
    Activating,
    FinishSetup,
    KeepCamera,
    KeepTestPage,
    RehearseSession,
    SkipRehearsal,
)
from kiosk.domain.activation import Holder
from kiosk.domain.printing import Media
from kiosk.domain.setup import SetupStep
from kiosk.local.booth_files import BoothFiles

from .setup_booth import live

PIN = "2580"
PATIENCE_S = 40.0
ASK_AGAIN_S = 3.0
MACHINES = multiprocessing.get_context("forkserver")
MACHINES.set_forkserver_preload(["tests.e2e.setup_booth"])


class Person:
    """Does at each step what is next. ``view`` is what the booth showed last."""

    def __init__(self, files: BoothFiles, holder: Holder, printer: str) -> None:
        self.view = v.StaffView()
        self._files = files
        self._holder = holder
        self._printer = printer
        self._booth: ForkServerProcess | None = None
        self._pipe: Connection | None = None
        self._asked: tuple[v.Request, float] | None = None
        self._has_rehearsed = False

    # ---- the power ------------------------------------------------------------------------------

    def switch_on(self) -> None:
        ours, theirs = MACHINES.Pipe()
        self._booth = MACHINES.Process(
            target=live, args=(self._files.settings, self._files.data_dir, theirs), daemon=False
        )
        self._booth.start()
        theirs.close()
        self.view, self._pipe, self._asked = v.StaffView(), ours, None

    def cut_power(self) -> None:
        assert self._booth is not None
        assert self._pipe is not None
        self._booth.kill()
        self._booth.join()
        self._pipe.close()

    # ---- the hand -------------------------------------------------------------------------------

    def go_on_until(self, done: Callable[[], bool]) -> None:
        """One step after the other."""
        give_up = time.monotonic() + PATIENCE_S
        while not done():
            assert time.monotonic() < give_up, self.view
            if (request := self._next()) is not None:
                self.ask(request)
            self._look(0.05)

    def wait_until(self, done: Callable[[], bool]) -> None:
        give_up = time.monotonic() + PATIENCE_S
        while not done():
            assert time.monotonic() < give_up, self.view
            self._look(0.05)

    def ask(self, request: v.Request) -> None:
        """The same thing again after some seconds: a request that fell into the dark is lost."""
        now = time.monotonic()
        if self._asked is not None and self._asked[0] == request:
            since = now - self._asked[1]
            if since < ASK_AGAIN_S:
                return
        self._asked = request, now
        assert self._pipe is not None
        with contextlib.suppress(OSError):
            self._pipe.send(request)

    @property
    def step(self) -> SetupStep | None:
        return None if self.view.setup is None else self.view.setup.step

    @property
    def asked(self) -> v.Request | None:
        return None if self._asked is None else self._asked[0]

    def _look(self, seconds: float) -> None:
        assert self._pipe is not None
        with contextlib.suppress(EOFError, OSError):
            while self._pipe.poll(seconds):
                self.view = self._pipe.recv()
                seconds = 0

    def _next(self) -> v.Request | None:
        if self.view.gate.state is v.GateState.ASKING:
            return v.EnterPin(PIN)
        match self.step:
            case SetupStep.LICENCE if self.view.setup is not None:
                idle = self.view.setup.activating is Activating.NOT_ASKED
                return Activate(self._holder, PIN) if idle else None
            case SetupStep.CAMERA:
                return KeepCamera()
            case SetupStep.PRINTER:
                return self._printers()
            case SetupStep.TEST_PAGE:
                return self._page()
            case SetupStep.REHEARSAL:
                return self._rehearsal()
            case SetupStep.DONE:
                return FinishSetup()
            case _:
                return None

    def _rehearsal(self) -> v.Request:
        """Begun once: nobody is at the screen to go on with it."""
        if self._has_rehearsed:
            return SkipRehearsal()
        self._has_rehearsed = True
        return RehearseSession()

    def _printers(self) -> v.Request | None:
        search = self.view.search
        if search.adding or search.state is v.Searching.LOOKING:
            return None
        if any(found.device.uri == self._printer for found in search.found):
            return v.AddPrinter(self._printer, "Depan", Media.FOUR_BY_SIX)
        return v.LookForPrinters()

    def _page(self) -> v.Request | None:
        assert self.view.setup is not None
        if self.view.setup.tested:
            return KeepTestPage()
        card = self.view.printers[0]
        return v.PrintTestPage(card.id) if card.task is None else None
