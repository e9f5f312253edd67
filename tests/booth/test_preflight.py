"""No sale that cannot be kept: what is sold has to come out of a printer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from queue import SimpleQueue

import pytest

from kiosk.booth.pool import Pool
from kiosk.booth.preflight import Preflight, Readiness, Watchman, WayCheck
from kiosk.booth.view import Check
from kiosk.domain.camera import CameraState, CameraStatus, Frame
from kiosk.domain.errors import LicenceInvalid
from kiosk.domain.faults import Fault
from kiosk.domain.order import PaymentMethod
from kiosk.domain.printing import Sheet

from .conftest import PACKAGE, Rig
from .paper_world import PaperCups, PaperPrinter
from .print_room import Register, registered

QRIS, CASH, VOUCHER = PaymentMethod.QRIS, PaymentMethod.CASH, PaymentMethod.VOUCHER
DOUBLE = replace(PACKAGE, key="double", copies=2)
LARGE = replace(PACKAGE, key="large", sheet=Sheet.SIX_BY_EIGHT)


class Live:
    def status(self) -> CameraStatus:
        return CameraStatus(CameraState.LIVE)

    def lead_s(self) -> float:
        return 0.0

    def nearest(self, at_ns: int) -> Frame:
        raise AssertionError("a preflight takes no picture")


def valid() -> str:
    return "pro, valid to 2099-12-31"


def revoked() -> str:
    raise LicenceInvalid("this licence was revoked on 2026-08-01: not paid")


class Checks:
    """A preflight before two packages and one printer, which may be changed."""

    def __init__(
        self,
        rig: Rig,
        licence: Callable[[], str] = valid,
        ways: dict[PaymentMethod, WayCheck] | None = None,
    ) -> None:
        self.printer = PaperPrinter()
        self.cups = PaperCups(rig.clock, {"front": self.printer})
        self.register = Register({"front": registered("front")})
        self.preflight = Preflight(
            camera=Live(),
            pool=Pool(self.cups, self.register, rig.clock),
            data_dir=rig.data_dir,
            clock=rig.clock,
            store=rig.mirror.check,
            licence=licence,
            cloud=lambda: True,
            ways=ways or {PaymentMethod.QRIS: str},
            packages=(PACKAGE, DOUBLE),
        )

    def wrong(self) -> list[Check]:
        return [problem.check for problem in self.preflight.readiness().problems]

    def unsellable(self) -> set[str]:
        return set(self.preflight.readiness().unsellable)


@pytest.fixture
def checks(rig: Rig) -> Checks:
    return Checks(rig)


def test_a_well_booth_sells_everything(checks: Checks) -> None:
    assert checks.wrong() == []
    assert checks.unsellable() == set()


@pytest.mark.parametrize(
    ("left", "wrong", "unsellable"),
    [
        (2, [], set()),
        (1, [], {"double"}),
        (0, [Check.MEDIA], {"classic", "double"}),
    ],
)
def test_only_what_the_paper_lasts_for_is_sold(
    checks: Checks, left: int, wrong: list[Check], unsellable: set[str]
) -> None:
    checks.printer.left = left
    assert checks.wrong() == wrong
    assert checks.unsellable() == unsellable


def test_what_waits_at_the_printer_is_counted_against_its_paper(checks: Checks) -> None:
    checks.printer.left = 3
    checks.register.busy["front"] = 2
    assert checks.unsellable() == {"double"}


def test_the_booths_own_count_is_taken_where_the_printer_does_not_count(checks: Checks) -> None:
    checks.printer.counts = False
    assert checks.unsellable() == set()
    checks.register.printers["front"] = replace(checks.register.printers["front"], sheets_left=1)
    assert checks.unsellable() == {"double"}


def test_a_printer_that_waits_is_told_in_words_with_its_remedy(checks: Checks) -> None:
    checks.printer.fault = Fault.COVER_OPEN
    [problem] = checks.preflight.readiness().problems
    assert problem.check is Check.PRINTER
    assert problem.detail == "Front: a cover is open"
    assert problem.remedy == "close every cover until it clicks"


def test_a_cups_that_does_not_answer_stops_the_sale(checks: Checks) -> None:
    checks.cups.crash()
    assert checks.wrong() == [Check.PRINTER]


def test_a_database_that_may_not_be_written_stops_the_sale(rig: Rig, checks: Checks) -> None:
    rig.mirror.database.execute_sql("PRAGMA query_only = 1")
    assert checks.wrong() == [Check.STORE]


def test_a_revoked_licence_stops_the_sale_and_says_why(rig: Rig) -> None:
    [problem] = Checks(rig, revoked).preflight.readiness().problems
    assert problem.check is Check.LICENCE
    assert problem.detail == "this licence was revoked on 2026-08-01: not paid"
    assert "kiosk activate" in problem.remedy


def test_a_way_to_pay_that_does_not_work_is_refused_and_the_others_are_sold(rig: Rig) -> None:
    trouble = {QRIS: "the cloud does not answer", CASH: "", VOUCHER: ""}
    checks = Checks(rig, ways={method: partial(trouble.__getitem__, method) for method in trouble})
    readiness = checks.preflight.readiness()
    assert readiness.problems == ()
    assert readiness.refused_ways == {QRIS}


def test_where_no_way_to_pay_works_nothing_is_sold(rig: Rig) -> None:
    ways: dict[PaymentMethod, WayCheck] = {
        QRIS: lambda: "offline",
        CASH: lambda: "no shift is open",
    }
    [problem] = Checks(rig, ways=ways).preflight.readiness().problems
    assert problem.check is Check.PAYMENT
    assert problem.detail == "qris: offline; cash: no shift is open"


def test_a_cloud_that_is_away_alone_stops_no_sale(rig: Rig) -> None:
    checks = Checks(rig, ways={CASH: str})
    checks.preflight._cloud = lambda: False
    assert checks.wrong() == []
    doctors = {finding.check: finding.problem for finding in checks.preflight.findings()}
    assert doctors[Check.CLOUD] is not None


@pytest.mark.parametrize(("copies", "against"), [(1, []), (2, []), (3, [Check.MEDIA])])
def test_the_second_look_asks_for_the_copies_that_are_sold(
    checks: Checks, copies: int, against: list[Check]
) -> None:
    checks.printer.left = 2
    found = checks.preflight.against(replace(PACKAGE, copies=copies))
    assert [problem.check for problem in found] == against


def test_the_second_look_asks_the_printer_anew(checks: Checks) -> None:
    assert checks.wrong() == []
    checks.printer.fault = Fault.COVER_OPEN
    assert [problem.check for problem in checks.preflight.against(PACKAGE)] == [Check.PRINTER]


def test_the_second_look_does_not_mind_a_way_to_pay_that_fails(rig: Rig) -> None:
    ways: dict[PaymentMethod, WayCheck] = {QRIS: lambda: "offline"}
    assert Checks(rig, ways=ways).preflight.against(PACKAGE) == ()


def test_the_watchman_looks_again_when_he_is_asked_to(checks: Checks) -> None:
    told: SimpleQueue[Readiness] = SimpleQueue()
    watchman = Watchman(checks.preflight, told.put, every_s=3600.0, on_end=lambda: None)
    watchman.start()
    assert told.get(timeout=10.0).problems == ()
    checks.printer.fault = Fault.COVER_OPEN
    watchman.look_now()
    assert [problem.check for problem in told.get(timeout=10.0).problems] == [Check.PRINTER]
    watchman.close(10.0)


@pytest.mark.parametrize(("left", "most"), [(9, {"many": 5}), (3, {"many": 3}), (1, {})])
def test_no_more_copies_are_offered_than_the_paper_lasts_for(
    checks: Checks, left: int, most: dict[str, int]
) -> None:
    many = replace(PACKAGE, key="many", copies=2, most_copies=5)
    checks.preflight._packages = (PACKAGE, many)
    checks.printer.left = left
    assert checks.preflight.readiness().most_copies == most
