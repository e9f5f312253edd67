"""Children start, are waited for, and end with their supervisor."""

from __future__ import annotations

import signal
from pathlib import Path

import psutil
import pytest

from kiosk.local.child import Child, Part
from kiosk.local.supervisor import PartFailed, Supervisor
from tests.local.conftest import running, until

STUBBORN = "trap '' TERM; sleep 1000 & echo up; wait; wait"


def shell(
    name: str, script: str, folder: Path, *, deadline_s: float = 10.0, grace_s: float = 5.0
) -> Part:
    return Part(
        name=name,
        command=("/bin/sh", "-c", script),
        folder=folder,
        ready=lambda child: "up" in child.output(),
        deadline_s=deadline_s,
        grace_s=grace_s,
    )


def family(child: Child) -> list[psutil.Process]:
    parent = psutil.Process(child.pid)
    return [parent, *parent.children(recursive=True)]


def test_every_child_ends_with_the_block(tmp_path: Path) -> None:
    with Supervisor(tmp_path / "logs") as supervisor:
        child = supervisor.start(shell("sleeper", "sleep 1000 & echo up; wait", tmp_path))
        processes = family(child)
        assert len(processes) == 2
    assert running(processes) == []


def test_every_child_ends_with_an_exception(tmp_path: Path) -> None:
    processes: list[psutil.Process] = []

    def interrupted() -> None:
        with Supervisor(tmp_path / "logs") as supervisor:
            child = supervisor.start(shell("sleeper", "sleep 1000 & echo up; wait", tmp_path))
            processes.extend(family(child))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert running(processes) == []


def test_a_child_that_ignores_the_request_is_killed_with_its_children(tmp_path: Path) -> None:
    with Supervisor(tmp_path / "logs") as supervisor:
        child = supervisor.start(shell("stubborn", STUBBORN, tmp_path, grace_s=0.1))
        processes = family(child)
        supervisor.stop(child)
    assert child.status == -signal.SIGKILL
    until(lambda: running(processes) == [], "the whole group is gone")


def test_the_last_one_started_ends_first(tmp_path: Path) -> None:
    script = 'trap "echo $0 >>order; exit" TERM; echo up; while :; do sleep 0.05; done'
    with Supervisor(tmp_path / "logs") as supervisor:
        for name in ("first", "second"):
            part = shell(name, script, tmp_path)
            supervisor.start(Part(name, (*part.command, name), part.folder, part.ready))
    assert (tmp_path / "order").read_text().split() == ["second", "first"]


def test_a_part_that_ends_early_is_named_with_its_words_and_its_log(tmp_path: Path) -> None:
    with Supervisor(tmp_path / "logs") as supervisor, pytest.raises(PartFailed) as failure:
        supervisor.start(shell("broken", "echo no such disk >&2; exit 3", tmp_path))
    said = str(failure.value)
    assert said.startswith("broken ended with status 3 before it was ready")
    assert "no such disk" in said
    assert str(tmp_path / "logs" / "broken.log") in said


def test_a_part_that_never_gets_ready_is_named(tmp_path: Path) -> None:
    mute = shell("mute", "sleep 1000", tmp_path, deadline_s=0.1)
    with (
        Supervisor(tmp_path / "logs") as supervisor,
        pytest.raises(PartFailed, match=r"mute was not ready after 0\.1 s"),
    ):
        supervisor.start(mute)


def test_words_of_an_earlier_start_are_not_taken_for_todays(tmp_path: Path) -> None:
    for word in ("one", "two"):
        with Supervisor(tmp_path / "logs") as supervisor:
            child = supervisor.start(shell("talker", f"echo up {word}; sleep 1000", tmp_path))
            assert child.output() == f"up {word}\n"
