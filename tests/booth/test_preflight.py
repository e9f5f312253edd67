"""No sale that cannot be kept: the printer has to have what the largest order takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from kiosk.booth.preflight import Preflight
from kiosk.booth.view import Check
from kiosk.domain.camera import CameraState, CameraStatus, Frame
from kiosk.domain.errors import LicenceInvalid, PrintingUnavailable
from kiosk.domain.printing import QueueState, QueueStatus

from .conftest import Rig
from .test_effects import Cups


class Live:
    def status(self) -> CameraStatus:
        return CameraStatus(CameraState.LIVE)

    def nearest(self, at_ns: int) -> Frame:
        raise AssertionError("a preflight takes no picture")


@dataclass
class Loaded(Cups):
    """A printer that counts its paper, and how often it is asked."""

    prints_left: int | None = 2
    asked: int = 0
    silent: bool = False

    def queue(self, name: str) -> QueueStatus:
        self.asked += 1
        if self.silent:
            raise PrintingUnavailable("CUPS did not answer within 5 s")
        return QueueStatus(name, QueueState.IDLE, accepting=True, prints_left=self.prints_left)


def valid() -> str:
    return "pro, valid to 2099-12-31"


def revoked() -> str:
    raise LicenceInvalid("this licence was revoked on 2026-08-01: not paid")


def preflight(rig: Rig, printers: Loaded, licence: Callable[[], str] = valid) -> Preflight:
    return Preflight(
        camera=Live(),
        printers=printers,
        register=rig.mirror.printers,
        data_dir=rig.data_dir,
        clock=rig.clock,
        store=rig.mirror.check,
        licence=licence,
        cloud=lambda: True,
        needs_cloud=True,
        most_sheets=2,
    )


@pytest.mark.parametrize(
    ("left", "wrong"), [(None, []), (2, []), (1, [Check.MEDIA]), (0, [Check.MEDIA])]
)
def test_the_media_have_to_last_for_the_largest_order(
    rig: Rig, left: int | None, wrong: list[Check]
) -> None:
    found = preflight(rig, Loaded(prints_left=left)).problems()
    assert [problem.check for problem in found] == wrong


def test_a_cups_that_does_not_answer_is_waited_for_once(rig: Rig) -> None:
    printers = Loaded(silent=True)
    assert [p.check for p in preflight(rig, printers).problems()] == [Check.PRINTER]
    assert printers.asked == 1


def test_a_database_that_may_not_be_written_stops_the_sale(rig: Rig) -> None:
    assert preflight(rig, Loaded()).problems() == ()
    rig.mirror.database.execute_sql("PRAGMA query_only = 1")
    [problem] = preflight(rig, Loaded()).problems()
    assert problem.check is Check.STORE


def test_a_revoked_licence_stops_the_sale_and_says_why(rig: Rig) -> None:
    [problem] = preflight(rig, Loaded(), revoked).problems()
    assert problem.check is Check.LICENCE
    assert problem.detail == "this licence was revoked on 2026-08-01: not paid"
    assert "kiosk activate" in problem.remedy
