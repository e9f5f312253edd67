"""The steps of a booth's first start, and how far it has come."""

from __future__ import annotations

import enum


class SetupMark(enum.Enum):
    """What only the person at the booth can say is done."""

    CAMERA = "camera"
    TEST_PAGE = "test-page"
    REHEARSAL = "rehearsal"


class SetupStep(enum.Enum):
    LICENCE = "licence"  # licence, holder and PIN: nothing of it is kept before all of it is there
    PIN = "pin"  # activated, and nobody can come in
    CAMERA = "camera"
    PRINTER = "printer"
    TEST_PAGE = "test-page"
    REHEARSAL = "rehearsal"
    DONE = "done"


def step_of(marks: frozenset[SetupMark], *, activated: bool, pin: bool, printer: bool) -> SetupStep:
    """The first one that is not done."""
    done = {
        SetupStep.LICENCE: activated,
        SetupStep.PIN: pin,
        SetupStep.CAMERA: SetupMark.CAMERA in marks,
        SetupStep.PRINTER: printer,
        SetupStep.TEST_PAGE: SetupMark.TEST_PAGE in marks,
        SetupStep.REHEARSAL: SetupMark.REHEARSAL in marks,
    }
    return next((step for step, is_done in done.items() if not is_done), SetupStep.DONE)
