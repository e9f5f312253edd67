"""Which page of the first start is shown, and how far that is."""

from __future__ import annotations

from typing import assert_never

from kiosk.domain.setup import SetupStep
from kiosk.ui.staff.setup_draft import Page

STEPS = 6

PLACES = {
    Page.WELCOME.value: 0,
    Page.LICENCE.value: 1,
    Page.TYPING.value: 1,
    Page.HOLDER.value: 1,
    Page.PIN.value: 2,
    Page.AGAIN.value: 2,
    Page.ACTIVATING.value: 2,
    SetupStep.CAMERA.value: 3,
    SetupStep.PRINTER.value: 4,
    SetupStep.TEST_PAGE.value: 5,
    SetupStep.REHEARSAL.value: 6,
    SetupStep.DONE.value: STEPS + 1,
}


def page_of(step: SetupStep, typing: Page) -> str:
    match step:
        case SetupStep.LICENCE | SetupStep.PIN:
            shown: Page | SetupStep = typing
        case (
            SetupStep.CAMERA
            | SetupStep.PRINTER
            | SetupStep.TEST_PAGE
            | SetupStep.REHEARSAL
            | SetupStep.DONE
        ):
            shown = step
        case _:
            assert_never(step)
    return str(shown.value)


def place_of(page: str) -> int:
    return PLACES[page]
