"""The software printer obeys while it prints, and cupsd's queues come up stopped."""

from __future__ import annotations

import shlex
import subprocess
from pathlib import Path

from kiosk.domain.printing import QueueState, Sheet
from kiosk.local import World, WorldPlan
from kiosk.local.cups_part import hold_queues
from kiosk.local.programs import PROJECT
from kiosk.printing import CupsPrinters
from tests.local.conftest import until

PLAN = WorldPlan(cloud=False, pace_s=600, left=3)

CONF = """\
# Printer configuration file
<Printer photo>
Info State Idle
State Idle
Accepting Yes
</Printer>
<Printer other>
State Stopped
StateMessage no State Idle here
</Printer>
"""


def test_only_the_states_of_queues_are_changed(tmp_path: Path) -> None:
    conf = tmp_path / "printers.conf"
    hold_queues(conf)
    assert not conf.exists()
    conf.write_text(CONF)
    hold_queues(conf)
    assert conf.read_text() == CONF.replace("\nState Idle\n", "\nState Stopped\n")


def test_the_drop_in_of_the_docs_does_the_same(tmp_path: Path) -> None:
    docs = (PROJECT / "docs" / "operating.md").read_text(encoding="utf-8")
    line = next(line for line in docs.splitlines() if line.startswith("ExecStartPre="))
    here = line.removeprefix("ExecStartPre=").replace("/etc/cups", str(tmp_path))
    command = shlex.split(here.replace("$$", "$"))  # systemd's own way to write a dollar
    subprocess.run(command, check=True)
    conf = tmp_path / "printers.conf"
    conf.write_text(CONF)
    conf.chmod(0o600)
    subprocess.run(command, check=True)
    assert conf.read_text() == CONF.replace("\nState Idle\n", "\nState Stopped\n")
    assert conf.stat().st_mode & 0o777 == 0o600


def test_a_new_world_s_queues_are_ready_and_an_old_one_s_wait_for_somebody(tmp_path: Path) -> None:
    for expected in (QueueState.IDLE, QueueState.STOPPED):
        with World(tmp_path / "world", PLAN) as world:
            printers = CupsPrinters(world.addresses.cups or "")
            assert printers.queue("photo").state is expected
            printers.close()


def test_pace_and_paper_change_between_two_sheets(tmp_path: Path) -> None:
    picture = tmp_path / "picture.jpg"
    picture.write_bytes(
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9"
    )
    with World(tmp_path / "world", PLAN) as world:
        device = world.addresses.printers[0]
        device.pace.write_text("0.1")
        world.load_media("photo", "4x6", sheets=1)
        printers = CupsPrinters(world.addresses.cups or "")
        job = printers.submit("photo", picture, key="k", copies=2, sheet=Sheet.FOUR_BY_SIX)
        until(lambda: device.left.read_text().strip() == "0", "the first sheet took the last paper")
        world.load_media("photo", "4x6", sheets=5)
        until(lambda: printers.job(job).state.terminal, "the job ends")
        assert len(list(device.tray.glob("*.jpg"))) == 2
        assert device.left.read_text().strip() == "4"
        printers.close()
