"""The whole world in one folder: it prints, it remembers, and it leaves nothing running."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from kiosk.domain.printing import JobState, Sheet
from kiosk.local import World, WorldPlan
from kiosk.local.ports import PortTaken
from kiosk.printing import CupsPrinters
from tests.local.conftest import name_of, running, until

PLAN = WorldPlan(cloud=False, pace_s=0.1)

PRINTING_WORLD = """
import json, os, signal, sys
from pathlib import Path
from kiosk.domain.printing import Sheet
from kiosk.local import World, WorldPlan
from kiosk.printing import CupsPrinters

folder, picture = map(Path, sys.argv[1:])
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored in a shell's background jobs
with World(folder, WorldPlan(cloud=False, pace_s=600)) as world:
    printers = CupsPrinters(world.addresses.cups)
    printers.submit("photo", picture, key="k", copies=1, sheet=Sheet.FOUR_BY_SIX)
    print("printing", flush=True)
    signal.pause()
"""


def print_once(world: World, key: str, picture: Path) -> JobState:
    printers = CupsPrinters(world.addresses.cups or "")
    job = printers.submit("photo", picture, key=key, copies=1, sheet=Sheet.FOUR_BY_SIX)
    until(lambda: printers.job(job).state.terminal, "the job ends")
    state = printers.job(job).state
    printers.close()
    return state


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    file = tmp_path / "picture.jpg"
    file.write_bytes(
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9"
    )
    return file


def test_a_folder_with_spaces_and_signs_in_its_name_works(tmp_path: Path, picture: Path) -> None:
    with World(tmp_path / "a b's #1 (böoth)" / "world", PLAN) as world:
        assert print_once(world, "k", picture) is JobState.COMPLETED
        tray = world.addresses.printers[0].tray
        assert [sheet.read_bytes() for sheet in tray.glob("*.jpg")] == [picture.read_bytes()]


def test_the_next_start_has_the_same_addresses_queues_and_jobs(
    tmp_path: Path, picture: Path
) -> None:
    with World(tmp_path / "world", PLAN) as world:
        before = world.addresses
        print_once(world, "k", picture)
    with World(tmp_path / "world", PLAN) as world:
        assert world.addresses == before
        printers = CupsPrinters(world.addresses.cups or "")
        found = printers.find("photo", "k")
        printers.close()
    assert found is not None
    assert found.state is JobState.COMPLETED


def test_a_remembered_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with World(tmp_path / "world", PLAN):
        pass
    ports = json.loads((tmp_path / "world" / "ports.json").read_text())
    said = f"port {ports['cups']}, which .* keeps for cups"
    with (
        socket.create_server(("127.0.0.1", ports["cups"])),
        pytest.raises(PortTaken, match=said),
        World(tmp_path / "world", PLAN),
    ):
        pass


def test_parts_are_optional(tmp_path: Path) -> None:
    with World(tmp_path / "world", WorldPlan(cloud=False, cups=False, printers=())) as world:
        assert world.addresses.cups is None
        assert world.addresses.printers == ()
        assert world.addresses.cloud is None


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_nothing_outlives_a_supervisor_that_ends_amid_a_print(
    tmp_path: Path, picture: Path, how: signal.Signals
) -> None:
    """cupsd with its backend, the printer with its job script, and the bus."""
    with subprocess.Popen(
        [sys.executable, "-c", PRINTING_WORLD, str(tmp_path / "world"), str(picture)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"printing\n"
        supervisor = psutil.Process(process.pid)

        def names() -> set[str]:
            return set(map(name_of, supervisor.children(recursive=True)))

        everyone = {"cupsd", "ipp", "ippeveprinter", "print-job", "sleep", "dbus-daemon"}
        until(lambda: everyone <= names(), f"all of {everyone} run")
        children = supervisor.children(recursive=True)
        try:
            process.send_signal(how)
            process.wait(20)
        finally:
            process.kill()
    until(lambda: running(children) == [], f"all children are gone: {running(children)}")
