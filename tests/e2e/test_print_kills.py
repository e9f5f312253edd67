"""kill -9 at every step of a print job: the picture comes out exactly once."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.domain import session as s
from kiosk.domain.printing import DeviceJob, JobState, JobStatus
from kiosk.printing import CupsPrinters

from .print_house import PrintHouse, print_house, until
from .print_kill import booth, tap_print

LOCK_PATIENCE_S = 30.0


@pytest.fixture
def house(tmp_path: Path) -> Iterator[PrintHouse]:
    with print_house(tmp_path, "left") as one:
        yield one


@contextmanager
def cupsd_stopped(house: PrintHouse) -> Iterator[None]:
    """Alive, and answering nobody."""
    os.kill(house.world.cups.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(house.world.cups.pid, signal.SIGCONT)


@contextmanager
def nothing_can_be_written(house: PrintHouse) -> Iterator[None]:
    """Another program holds the store's lock: the booth's next commit waits."""
    store = sqlite3.connect(house.data_dir / "kiosk.db", timeout=LOCK_PATIENCE_S)
    store.isolation_level = None
    try:
        store.execute("BEGIN IMMEDIATE")
        yield
    finally:
        store.close()


def is_asked_for(house: PrintHouse, session_id: str) -> bool:
    return isinstance(house.state(session_id), s.Printing)


def ends_well(house: PrintHouse, session_id: str) -> None:
    """Started again, the booth brings it to its end, and no sheet more comes out."""
    with booth(house):
        house.await_end(session_id)
        assert isinstance(house.state(session_id), s.Delivered)
        after = house.guest_pays()
    with booth(house) as process:
        tap_print(process, after)
        house.await_end(after)
    assert house.sheets() == dict.fromkeys(house.paid.values(), 1)


def test_killed_before_the_job_is_submitted(house: PrintHouse) -> None:
    guest = house.guest_pays()
    with booth(house) as process, cupsd_stopped(house):
        tap_print(process, guest)
        until(lambda: is_asked_for(house, guest), "the print is asked for")
        process.kill()
        process.wait()
    ends_well(house, guest)


def test_killed_between_the_submission_and_its_commit(house: PrintHouse) -> None:
    guest = house.guest_pays()
    cups = CupsPrinters(house.cups)
    with booth(house) as process:
        with cupsd_stopped(house):
            tap_print(process, guest)
            until(lambda: is_asked_for(house, guest), "the print is asked for")
            state = house.state(guest)
            assert isinstance(state, s.Printing)
            lock = nothing_can_be_written(house)
            lock.__enter__()
        try:
            until(lambda: cups.find("left", state.job.key), "CUPS has the job")
            process.kill()
            process.wait()
        finally:
            lock.__exit__(None, None, None)
            cups.close()
    state = house.state(guest)
    assert isinstance(state, s.Printing)
    assert state.job.cups_job_id is None
    ends_well(house, guest)


@contextmanager
def printing(house: PrintHouse, guest: str) -> Iterator[tuple[subprocess.Popen[str], CupsPrinters]]:
    """A booth whose job has begun to print, and which knows its number."""
    cups = CupsPrinters(house.cups)
    try:
        with booth(house) as process:
            tap_print(process, guest)
            until(lambda: (job := job_at(cups, house, guest)) and job.begun, "it begins")
            until(lambda: submitted(house, guest), "the booth knows its job")
            yield process, cups
            process.kill()
            process.wait()
    finally:
        cups.close()


def test_killed_while_it_prints(house: PrintHouse) -> None:
    house.pace("left", 1.5)
    guest = house.guest_pays()
    with printing(house, guest):
        pass
    assert house.came_out(guest) == 0
    ends_well(house, guest)


def test_killed_after_the_sheet_is_out_and_before_that_is_known(house: PrintHouse) -> None:
    house.pace("left", 1.0)
    guest = house.guest_pays()
    with printing(house, guest) as (process, cups), nothing_can_be_written(house):
        until(
            lambda: (job := job_at(cups, house, guest)) and job.state is JobState.COMPLETED,
            "CUPS is done",
        )
        process.kill()
        process.wait()
    assert house.came_out(guest) == 1
    assert isinstance(house.state(guest), s.Printing)
    ends_well(house, guest)


def test_booth_cupsd_and_printer_killed_at_once_while_it_prints(house: PrintHouse) -> None:
    """A power cut: the printer has forgotten the job, and its counter says that nothing is out."""
    house.pace("left", 5.0)
    guest = house.guest_pays()
    with printing(house, guest) as (process, _):
        process.kill()
        house.world.kill_cups()
        house.world.kill_printer("left")
    house.pace("left", 0.2)
    house.world.start_printer("left")
    house.world.start_cups()
    ends_well(house, guest)


def test_booth_and_cupsd_killed_while_the_printer_goes_on(house: PrintHouse) -> None:
    """The sheet comes out while nobody looks: only the printer knows."""
    house.pace("left", 1.0)
    guest = house.guest_pays()
    with printing(house, guest) as (process, cups):
        key = key_of(house, guest)
        until(lambda: is_printing(cups.at_device("left", key)), "the printer has all of it")
        process.kill()
        house.world.kill_cups()
    until(lambda: house.came_out(guest) == 1, "the printer goes on by itself")
    house.world.start_cups()
    ends_well(house, guest)


def test_a_power_cut_before_the_booth_knew_that_cups_had_accepted(house: PrintHouse) -> None:
    """The printer's count is with the job at CUPS: nothing came out, so it is printed."""
    house.pace("left", 5.0)
    guest = house.guest_pays()
    cups = CupsPrinters(house.cups)
    with booth(house) as process:
        with cupsd_stopped(house):
            tap_print(process, guest)
            until(lambda: is_asked_for(house, guest), "the print is asked for")
            lock = nothing_can_be_written(house)
            lock.__enter__()
        until(lambda: (job := job_at(cups, house, guest)) and job.begun, "it begins")
        process.kill()
        process.wait()
        lock.__exit__(None, None, None)
        house.world.kill_cups()
        house.world.kill_printer("left")
    cups.close()
    house.pace("left", 0.2)
    house.world.start_printer("left")
    house.world.start_cups()
    ends_well(house, guest)


def job_at(cups: CupsPrinters, house: PrintHouse, session_id: str) -> JobStatus | None:
    return cups.find("left", key_of(house, session_id))


def key_of(house: PrintHouse, session_id: str) -> str:
    state = house.state(session_id)
    return state.job.key if isinstance(state, s.Printing) else ""


def is_printing(job: DeviceJob | None) -> bool:
    return job is not None and job.state in (JobState.PROCESSING, JobState.COMPLETED)


def submitted(house: PrintHouse, session_id: str) -> bool:
    state = house.state(session_id)
    return isinstance(state, s.Printing) and state.job.cups_job_id is not None
