"""A small desk with a script: each request is answered by the next views, some of them later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from kiosk.booth.staff import view as v
from kiosk.domain.printing import Media
from tests.ui import staff_samples as samples

PIN = "4815"
SOON_MS = 60  # how long its slow things take


class ScriptedDesk(QObject):
    """Lives on the GUI thread, as the test does. ``requests`` has all that was asked."""

    def __init__(self, publish: Callable[[v.StaffView], None]) -> None:
        super().__init__()
        self.requests: list[v.Request] = []
        self._publish = publish
        self._view = v.StaffView()
        self._reports = 0

    def ask(self, request: v.Request) -> None:
        self.requests.append(request)
        match request:
            case v.Knock():
                self._show(gate=v.Gate(v.GateState.ASKING))
            case v.EnterPin(pin):
                self._show(gate=v.Gate(v.GateState.OPEN if pin == PIN else v.GateState.WRONG))
            case v.GoOut():
                self._show(gate=v.Gate())
            case v.LookForPrinters():
                self._search()
            case v.AddPrinter():
                self._add(request)
            case v.PrintTestPage():
                self._print()
            case v.Load(_, media, sheets):
                self._card(media=media, prints_left=sheets)
                self._report(v.Outcome.SAVED)
            case _:
                raise AssertionError(f"not in the script: {request}")

    def _search(self) -> None:
        some = v.Search(v.Searching.LOOKING, samples.FOUND[:1])
        done = v.Search(v.Searching.DONE, samples.FOUND)
        self._show(search=v.Search(v.Searching.LOOKING))
        self._soon(lambda: self._show(search=some), 1)
        self._soon(lambda: self._show(search=done), 3)

    def _add(self, request: v.AddPrinter) -> None:
        self._show(search=replace(self._view.search, adding=request.uri))
        self._soon(lambda: self._added(request.name, request.media), 4)

    def _added(self, name: str, media: Media) -> None:
        card = samples.card(id="new", name=name, media=media, prints_left=None)
        self._show(printers=(card,), search=replace(self._view.search, adding=""))
        self._report(v.Outcome.ADDED)

    def _print(self) -> None:
        self._card(task=v.Task.TEST_PAGE, doing=v.Doing.PRINTING)
        self._soon(self._printed, 5)

    def _printed(self) -> None:
        self._card(task=None, doing=v.Doing.READY)
        self._report(v.Outcome.TEST_PRINTED)

    def _card(self, **changes: object) -> None:
        card = replace(self._view.printers[0], **changes)  # type: ignore[arg-type]
        self._show(printers=(card,))

    def _report(self, outcome: v.Outcome) -> None:
        self._reports += 1
        name = self._view.printers[0].name
        self._show(report=v.Report(self._reports, outcome, name))

    def _show(self, **changes: object) -> None:
        self._view = replace(self._view, **changes)  # type: ignore[arg-type]
        self._publish(self._view)

    def _soon(self, step: Callable[[], None], turns: int) -> None:
        QTimer.singleShot(turns * SOON_MS, self, step)
