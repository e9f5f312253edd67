"""A new member of staff, from no printer to a test page, by real touches on the real window.

The pictures of each step are in ``build/staff-setup``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.booth.staff import view as v
from kiosk.booth.view import View
from kiosk.domain.printing import Media
from kiosk.ui.staff import touch
from tests.ui import samples, staff_samples
from tests.ui.conftest import OpenStage
from tests.ui.staff_desk import PIN, ScriptedDesk
from tests.ui.staff_finger import StaffFinger

PICTURES = Path(__file__).resolve().parents[2] / "build" / "staff-setup"
TAPS_TO_ADD = 3
TAPS_IN_ALL = 15  # five on the corner, four digits, one to enter them, three to add, one to test


@pytest.mark.parametrize("size", [(540, 960), (960, 540), (640, 400)])
def test_from_no_printer_to_a_test_page(open_stage: OpenStage, size: tuple[int, int]) -> None:
    desk = ScriptedDesk(lambda view: stage.screen.show_staff(view))
    stage = open_stage(size, ask=desk.ask)
    stage.show(View(samples.PACKAGES))
    finger = StaffFinger(stage.screen, stage.bot, PICTURES / "x".join(map(str, size)))
    finger.picture("guests")
    add_first_printer(finger)
    assert finger.taps == TAPS_IN_ALL
    assert desk.requests == [
        v.Knock(),
        v.EnterPin(PIN),
        v.LookForPrinters(),
        v.AddPrinter(staff_samples.DNP.uri, "Printer kiri", Media.FOUR_BY_SIX),
        v.PrintTestPage("new"),
    ]
    finger.tap(touch.LEAVE)
    stage.bot.waitUntil(lambda: stage.find(touch.LEAVE) is None)
    finger.picture("guests-again")


def add_first_printer(finger: StaffFinger) -> None:
    finger.knock()
    finger.wait_for(touch.KEY + "1")
    finger.picture("pin")
    finger.enter_pin(PIN)
    finger.tap(touch.PRINTERS)
    finger.wait_for(touch.ADD)
    finger.picture("no-printer")
    before = finger.taps
    printer_id = finger.set_up_printer(staff_samples.DNP.uri)
    assert finger.taps - before == TAPS_TO_ADD
    finger.print_test_page(printer_id)
