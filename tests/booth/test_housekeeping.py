"""What is tidied up beside the sessions, and what never is."""

from __future__ import annotations

from datetime import datetime

from kiosk.booth.housekeeping import KEEP_JOBS, Housekeeper
from kiosk.domain.errors import PrintingUnavailable

from .conftest import Rig
from .test_conductor import OFFER, PAID, choose, order_on, tell


def test_a_print_made_ready_while_cups_forgets_its_old_jobs_is_kept(rig: Rig) -> None:
    kept: list[frozenset[str]] = []
    before: list[datetime] = []

    def purge(moment: datetime) -> None:
        before.append(moment)
        conductor = rig.conductor()
        choose(rig, conductor)
        tell(rig, conductor, OFFER, PAID)

    Housekeeper(purge, kept.append, rig.mirror.journal, rig.clock, lambda: None).tidy_up()
    assert before == [rig.clock.now() - KEEP_JOBS]
    assert kept == [frozenset({order_on(rig).photo_id})]


def test_a_silent_cups_keeps_nobody_from_tidying_the_rest(rig: Rig) -> None:
    kept: list[frozenset[str]] = []

    def purge(_: datetime) -> None:
        raise PrintingUnavailable("CUPS is down")

    Housekeeper(purge, kept.append, rig.mirror.journal, rig.clock, lambda: None).tidy_up()
    assert kept == [frozenset()]


def test_yesterday_s_report_is_kept_though_nothing_else_can_be_done(rig: Rig) -> None:
    asked: list[datetime] = []

    def fails(_: object) -> None:
        raise PrintingUnavailable("CUPS is down")

    journal, clock = rig.mirror.journal, rig.clock
    keeper = Housekeeper(fails, fails, journal, clock, lambda: None, keep_report=asked.append)
    keeper.tidy_up()
    assert asked == [rig.clock.now()]
