"""``kiosk printers`` with a real CUPS and real printers: from a device to paper, and back."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from kiosk.domain import session as s
from kiosk.domain.order import Order, Package, PaymentMethod, Picture, Shot
from kiosk.domain.printing import JobState, Sheet
from kiosk.local.world import World, WorldPlan
from kiosk.printing.cups_printers import CupsPrinters
from tests.commands.desk import NOW, Desk, open_desk
from tests.warm_kiosk import WarmKiosk

PLAN = WorldPlan(cloud=False, printers=("left", "right"), pace_s=0.1, left=100)
SHOT = Shot(1, "photos/shot-1.jpg", "2026-05-01T12:02:00.000Z", 1920, 1080)
PICTURE = Picture("prints/photo.jpg", 1200, 1800, "0" * 64)
PACKAGE = Package("classic", "Classic", "classic-4x6", Sheet.FOUR_BY_SIX, 1, 1, 0)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with World(tmp_path_factory.mktemp("world"), PLAN) as running:
        yield running


@pytest.fixture
def desk(tmp_path: Path, world: World, warm_kiosk: WarmKiosk) -> Desk:
    """With the left printer registered as Left."""
    desk = open_desk(tmp_path, warm_kiosk, world.addresses)
    uri = world.addresses.printers[0].uri
    desk.done("printers", "add", "Left", "--uri", uri, "--queue", "left", "--media", "4x6")
    return desk


@pytest.fixture
def cups(world: World) -> Iterator[CupsPrinters]:
    made = CupsPrinters(world.addresses.cups or "")
    yield made
    made.close()


def until(met: Callable[[], bool], what: str, deadline_s: float = 30.0) -> None:
    give_up = time.monotonic() + deadline_s
    while not met():
        assert time.monotonic() < give_up, f"never: {what}"
        time.sleep(0.05)


def sheets(world: World, number: int = 0) -> int:
    return len(list(world.addresses.printers[number].tray.glob("*.jpg")))


def test_a_printer_is_added_listed_tried_and_removed(desk: Desk, world: World) -> None:
    before = sheets(world)
    [left] = desk.told("printers", "list")["printers"]
    assert (left["name"], left["doing"], left["is_default"]) == ("Left", "ready", True)
    assert (left["prints_left"], left["counts_itself"]) == (100 - before, True)
    assert desk.done("printers", "test", "Left") == "Left printed a test page.\n"
    said = desk.done("printers", "test", "Left", "--calibration")
    assert said == "Left printed a calibration page.\n"
    assert sheets(world) == before + 2
    assert desk.done("printers", "remove", "Left") == "Left is removed.\n"
    told = desk.told("printers", "list")
    assert (told["printers"], [p["name"] for p in told["remembered"]]) == ([], ["Left"])


def test_a_name_that_was_removed_comes_back_as_the_same_printer(desk: Desk, world: World) -> None:
    [before] = desk.told("printers", "list")["printers"]
    desk.done("printers", "remove", "Left")
    uri = world.addresses.printers[0].uri
    desk.done("printers", "add", "Left", "--uri", uri, "--queue", "left")
    [after] = desk.told("printers", "list")["printers"]
    assert after["id"] == before["id"]


def test_a_stopped_queue_goes_on_when_it_is_resumed(
    desk: Desk, world: World, cups: CupsPrinters
) -> None:
    world.kill_cups()
    world.start_cups()
    assert not cups.queue("left").able
    assert desk.done("printers", "resume", "Left") == "Left is resumed.\n"
    assert cups.queue("left").able


def test_a_found_device_is_added_by_any_part_that_only_it_has(desk: Desk) -> None:
    def found() -> set[str]:
        return {d["make_and_model"] for d in desk.told("printers", "devices")["devices"]}

    both = {"Software printer left", "Software printer right"}
    until(lambda: found() == both, "CUPS' search finds both")
    assert "fits several devices" in desk.refused("printers", "add", "R", "--device", "software")
    assert "no device is found" in desk.refused("printers", "add", "R", "--device", "DNP")
    desk.done("printers", "add", "Right", "--device", "printer right", "--default")
    printers = desk.told("printers", "list")["printers"]
    assert [(p["name"], p["doing"]) for p in printers] == [("Right", "ready"), ("Left", "ready")]
    lines = desk.done("printers", "devices").splitlines()
    assert sum(" set up " in line for line in lines) == 2


def test_two_printers_cannot_have_one_device(desk: Desk, world: World) -> None:
    uri = world.addresses.printers[0].uri
    assert desk.refused("printers", "add", "Twice", "--uri", uri) == f"{uri} is set up already"
    assert desk.refused("printers", "add", "Left", "--uri", "ipp://x/") == (
        "there is a printer called Left already"
    )


def waiting_job(desk: Desk, cups: CupsPrinters, tmp_path: Path, key: str) -> int:
    """A guest's job in CUPS; its number there."""
    file = tmp_path / "photo.jpg"
    Image.new("RGB", (1200, 1800), "teal").save(file)
    order = Order(PACKAGE, PaymentMethod.FREE, 0, None, f"photo-{key}", key, f"code-{key}")
    with desk.mirror() as mirror:
        [printer] = mirror.printers.all()
        mirror.journal.start(f"session-{key}", s.Choosing(), NOW)
        number = cups.submit("left", file, key=key, copies=1, sheet=Sheet.FOUR_BY_SIX)
        for event in (
            s.Chosen(order),
            s.ShotTaken(SHOT),
            s.PictureComposed(PICTURE),
            s.PrintAsked(printer.id),
            s.PrintSubmitted(number),
        ):
            assert mirror.journal.append(f"session-{key}", event, NOW) is not None
    return number


def test_a_job_that_waits_is_cancelled_and_only_with_a_yes(
    desk: Desk, world: World, cups: CupsPrinters, tmp_path: Path
) -> None:
    before = sheets(world)
    world.kill_cups()
    world.start_cups()  # the queue is stopped
    number = waiting_job(desk, cups, tmp_path, f"key-{before}-a")
    [job] = desk.told("printers", "jobs", "Left")["jobs"]
    assert (job["cups_job_id"], job["state"], job["sheets"]) == (number, "printing", None)
    said = desk.say("printers", "cancel", str(number))
    assert said.code == 2
    assert "--yes" in said.err
    assert not cups.job(number).state.terminal
    assert desk.refused("printers", "remove", "Left") == "Left has prints waiting"
    refused = desk.refused("printers", "test", "Left")
    assert refused == "Left has guests' prints waiting: try again when they are out"

    desk.done("printers", "cancel", str(number), "--yes")
    assert cups.job(number).state is JobState.CANCELED
    with desk.mirror() as mirror:  # as the booth does when it hears of it
        gave_up = s.GaveUp(s.OwedReason.PRINT)
        assert mirror.journal.append(job["session_id"], gave_up, NOW) is not None
    desk.done("printers", "resume", "Left")
    desk.done("printers", "test", "Left")
    assert sheets(world) == before + 1


def test_a_printers_fault_is_told_with_its_remedy_and_a_job_that_is_over_stays_so(
    desk: Desk, world: World, cups: CupsPrinters, tmp_path: Path
) -> None:
    faults = world.addresses.printers[0].faults
    faults.write_text("media-empty-error\n")
    key = f"key-{sheets(world)}-b"
    try:
        desk.done("printers", "resume", "Left")
        number = waiting_job(desk, cups, tmp_path, key)
        until(lambda: cups.job(number).begun, "the job begins")
        until(lambda: cups.queue("left").faults != (), "the fault arrives")
        lines = desk.done("printers", "list").splitlines()
        assert "the paper is used up" in lines[1]
        assert "Left: load a new roll or refill the tray" in lines
    finally:
        faults.write_text("")
    until(lambda: cups.job(number).state is JobState.COMPLETED, "the job completes")
    with desk.mirror() as mirror:
        assert mirror.journal.append(f"session-{key}", s.PrintCompleted(), NOW) is not None
    said = desk.refused("printers", "cancel", key, "--yes")
    assert said == f"print job {key} is over: completed"
    [job] = desk.told("printers", "jobs", "Left")["jobs"]
    assert (job["state"], job["sheets"]) == ("completed", 1)
    assert "no print job nowhere" in desk.refused("printers", "cancel", "nowhere", "--yes")
