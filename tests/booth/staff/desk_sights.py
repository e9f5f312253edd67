"""What the desk's tests wait for, and what they share."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from kiosk.booth.staff import till_view as t, view as v
from kiosk.booth.staff.about_view import CopyLogs
from kiosk.booth.staff.cloud_view import RetryCloud
from kiosk.booth.staff.home_view import RestartCamera
from kiosk.booth.staff.ports import Register
from kiosk.booth.staff.sessions_view import LookForSessions, OpenSession
from kiosk.domain.printing import Media
from kiosk.domain.registered import Calibration, RegisteredPrinter

from .staff_room import DEADLINE_S, DEVICE, card


def told(outcome: v.Outcome) -> Callable[[v.StaffView], bool]:
    return lambda view: view.report is not None and view.report.outcome is outcome


def is_at(state: v.GateState) -> Callable[[v.StaffView], bool]:
    return lambda view: view.gate.state is state


def does(name: str, doing: v.Doing) -> Callable[[v.StaffView], bool]:
    def met(view: v.StaffView) -> bool:
        found = card(view, name)
        return found is not None and found.doing is doing

    return met


def wait_until(met: Callable[[], bool]) -> None:
    give_up = time.monotonic() + DEADLINE_S
    while not met():
        assert time.monotonic() < give_up
        time.sleep(0.005)


def every_request(printer_id: str) -> tuple[v.Request, ...]:
    return (
        v.LookForPrinters(),
        v.AddPrinter(DEVICE.uri, "New", Media.FOUR_BY_SIX),
        v.PrintTestPage(printer_id),
        v.PrintCalibrationPage(printer_id),
        v.Calibrate(printer_id, Calibration(1.0)),
        v.MakeDefault(printer_id),
        v.MoveUp(printer_id),
        v.Pause(printer_id),
        v.Resume(printer_id),
        v.Load(printer_id, Media.SIX_BY_EIGHT, 5),
        v.RemovePrinter(printer_id),
    )


def every_room_request() -> tuple[v.Request, ...]:
    return (
        RestartCamera(),
        RetryCloud(),
        LookForSessions(),
        OpenSession("any"),
        CopyLogs(),
        t.DoDeed("any", t.Deed.REPRINT),
    )


def front_as_added(front: RegisteredPrinter) -> RegisteredPrinter:
    return replace(front, is_default=True)


class Before:
    """The real register, behind what a test puts before it."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def __getattr__(self, name: str) -> object:
        return getattr(self._register, name)
