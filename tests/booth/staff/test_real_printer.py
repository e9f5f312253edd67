"""The desk with a real cupsd, a real software printer, the real store and the real pages."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PIL import Image

from kiosk.booth.pool import Pool
from kiosk.booth.staff import view as v
from kiosk.booth.staff.desk import StaffDesk
from kiosk.booth.staff.office import Office
from kiosk.booth.staff.pace import StaffPace
from kiosk.clock import RandomKeys, SystemClock
from kiosk.domain.faults import Fault
from kiosk.domain.printing import Media
from kiosk.imaging.pages import Pages
from kiosk.local import PrinterAddress, World, WorldPlan
from kiosk.printing import CupsPrinters
from kiosk.resources import assets
from kiosk.store.mirror import Mirror

from .staff_room import PIN, House, Screen, card, opened_store, premises_of

WITHIN_S = 40.0
NAME = "Printer kiri"


@dataclass
class Booth:
    world: World
    mirror: Mirror
    printers: CupsPrinters
    screen: Screen
    desk: StaffDesk

    def until(self, met: Callable[[v.StaffView], bool]) -> v.StaffView:
        return self.screen.until(met, WITHIN_S)

    def come_in(self) -> None:
        self.desk.ask(v.Knock())
        self.desk.ask(v.EnterPin(PIN))
        self.until(lambda view: view.gate.state is v.GateState.OPEN)

    @property
    def device(self) -> PrinterAddress:
        return self.world.addresses.printers[0]

    def search(self) -> v.Found:
        """The world's printer in a new search, whatever else stands in this machine's network."""
        seen = len(self.screen.views)
        self.desk.ask(v.LookForPrinters())

        def met(view: v.StaffView) -> bool:
            states = {view.search.state for view in self.screen.views[seen:]}
            return v.Searching.LOOKING in states and view.search.state is v.Searching.DONE

        return self.found(self.until(met))

    def found(self, view: v.StaffView) -> v.Found:
        return next(f for f in view.search.found if f.device.uri == self.device.uri)

    def add(self) -> v.PrinterCard:
        """As staff do: search, take what is found, wait for the card."""
        device = self.search().device
        self.desk.ask(v.AddPrinter(device.uri, NAME, device.media[0]))
        self.until(self.told(v.Outcome.ADDED))
        return self.doing(v.Doing.READY)

    def doing(self, doing: v.Doing) -> v.PrinterCard:
        def met(view: v.StaffView) -> bool:
            found = card(view, NAME)
            return found is not None and found.doing is doing

        found = card(self.until(met), NAME)
        assert found is not None
        return found

    def told(self, outcome: v.Outcome) -> Callable[[v.StaffView], bool]:
        return lambda view: view.report is not None and view.report.outcome is outcome

    def tray(self) -> list[bytes]:
        return [sheet.read_bytes() for sheet in self.device.tray.glob("*.jpg")]


def office(mirror: Mirror, printers: CupsPrinters, folder: Path) -> Office:
    clock = SystemClock()
    pool = Pool(printers, mirror.printers, clock)
    return Office(
        book=mirror.staff,
        audit=mirror.audit_log,
        register=mirror.printers,
        printers=printers,
        pages=Pages(assets()),
        looks=pool.looks,
        identity=mirror.activation.identity,
        clock=clock,
        keys=RandomKeys(),
        journal=mirror.journal,
        claims=mirror.claims,
        shifts=mirror.shifts,
        tell=lambda _: None,
        pick=pool.pick,
        premises=premises_of(House(), mirror, folder, clock),
        print_slip=lambda _: None,
    )


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    plan = WorldPlan(cloud=False, pace_s=0.3)
    with World(tmp_path / "world", plan) as world, opened_store(tmp_path) as mirror:
        printers = CupsPrinters(world.addresses.cups or "", patience_s=3.0)
        printers.remove_queue(world.addresses.printers[0].queue)
        pace = replace(StaffPace(), refresh=0.2, page_poll=0.1)
        screen = Screen()
        desk = StaffDesk(office(mirror, printers, tmp_path), pace, screen.show, mirror.close)
        desk.start()
        yield Booth(world, mirror, printers, screen, desk)
        desk.close(10.0)
        printers.close()


def test_from_no_printer_to_a_test_page_out_of_the_tray(booth: Booth) -> None:
    booth.come_in()
    assert booth.screen.view.printers == ()
    added = booth.add()
    booth.desk.ask(v.Load(added.id, Media.FOUR_BY_SIX, 400))
    booth.until(booth.told(v.Outcome.SAVED))
    booth.desk.ask(v.PrintTestPage(added.id))
    view = booth.until(booth.told(v.Outcome.TEST_PRINTED))
    assert booth.found(view).registered
    (sheet,) = booth.tray()
    assert Image.open(io.BytesIO(sheet)).size == (1200, 1800)
    printer = booth.mirror.printers.get(added.id)
    assert printer is not None
    assert (printer.queue, printer.sheets_left) == ("printer-kiri", 399)


def test_a_page_waits_for_an_open_cover_and_comes_once(booth: Booth) -> None:
    booth.come_in()
    added = booth.add()
    faults = booth.device.faults
    faults.write_text("cover-open-error\n", encoding="utf-8")
    booth.desk.ask(v.PrintTestPage(added.id))
    waiting = booth.doing(v.Doing.WAITS)
    assert (waiting.faults, waiting.task) == ((Fault.COVER_OPEN,), v.Task.TEST_PAGE)
    faults.unlink()
    booth.until(booth.told(v.Outcome.TEST_PRINTED))
    assert len(booth.tray()) == 1
    booth.doing(v.Doing.READY)


def test_cups_stops_and_comes_back(booth: Booth) -> None:
    booth.come_in()
    added = booth.add()
    booth.world.kill_cups()
    booth.doing(v.Doing.UNKNOWN)
    booth.desk.ask(v.LookForPrinters())
    booth.until(lambda view: view.search.state is v.Searching.FAILED)
    booth.world.start_cups()
    booth.doing(v.Doing.RESTING)  # its queues come up stopped
    booth.desk.ask(v.Resume(added.id))
    booth.doing(v.Doing.READY)


def test_cups_dies_amid_a_page_and_the_page_comes_once(booth: Booth) -> None:
    booth.come_in()
    added = booth.add()
    booth.device.pace.write_text("1.5\n", encoding="utf-8")
    booth.desk.ask(v.PrintTestPage(added.id))
    booth.doing(v.Doing.PRINTING)
    booth.world.kill_cups()
    booth.doing(v.Doing.UNKNOWN)
    booth.world.start_cups()
    view = booth.until(lambda view: view.report is not None and view.report.outcome in OVER)
    assert view.report is not None
    assert view.report.outcome is v.Outcome.TEST_PRINTED
    assert len(booth.tray()) == 1


OVER = frozenset({v.Outcome.TEST_PRINTED, v.Outcome.PRINT_FAILED, v.Outcome.CUPS_SILENT})


def test_a_removed_printer_is_found_again_under_its_name(booth: Booth) -> None:
    booth.come_in()
    added = booth.add()
    booth.desk.ask(v.RemovePrinter(added.id))
    booth.until(booth.told(v.Outcome.REMOVED))
    assert booth.printers.queues() == ()
    assert booth.search().known_as == (NAME,)
    assert booth.add().id == added.id
