"""``kiosk staff``: a PIN is set without anybody reading it, and never by halves."""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.commands.desk import Desk


def test_a_pin_from_standard_input_or_a_file_is_set(desk: Desk, tmp_path: Path) -> None:
    assert desk.done("staff", "list") == "Nobody has a PIN: kiosk staff pin NAME\n"
    said = desk.done("staff", "pin", "Sari", "--role", "owner", "--pin-file", "-", typed="4711\n")
    assert said == "Sari has a PIN.\n"
    (tmp_path / "pin").write_text("0815\r\n")
    desk.done("staff", "pin", "Budi", "--pin-file", str(tmp_path / "pin"))
    members = desk.told("staff", "list")["staff"]
    assert [(m["name"], m["role"]) for m in members] == [("Budi", "staff"), ("Sari", "owner")]
    with desk.mirror() as mirror:
        found = mirror.staff.check("4711")
        assert found is not None
        assert found.name == "Sari"
        assert mirror.staff.check("0815") is not None


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("12\n", "a PIN has 4 to 8 digits and nothing else"),
        ("\n", "a PIN has 4 to 8 digits and nothing else"),
        ("4711\n", "another member of staff has this PIN: take a different one"),
    ],
)
def test_a_pin_that_cannot_be_is_refused_in_one_line(desk: Desk, typed: str, why: str) -> None:
    desk.done("staff", "pin", "Sari", "--pin-file", "-", typed="4711\n")
    assert desk.refused("staff", "pin", "Budi", "--pin-file", "-", typed=typed) == why
    assert len(desk.told("staff", "list")["staff"]) == 1


def test_a_pin_is_no_argument_for_the_list_of_processes_to_show(desk: Desk) -> None:
    assert desk.say("staff", "pin", "Sari", "4711").code == 2
    assert desk.told("staff", "list")["staff"] == []


def test_without_a_terminal_it_says_what_to_do(desk: Desk) -> None:
    assert "--pin-file" in desk.refused("staff", "pin", "Sari", typed="4711\n4711\n")


def test_who_leaves_is_removed(desk: Desk) -> None:
    desk.done("staff", "pin", "Sari", "--pin-file", "-", typed="4711\n")
    desk.done("staff", "remove", "Sari")
    assert desk.refused("staff", "remove", "Sari") == "nobody is called Sari: kiosk staff list"


def at_a_terminal(desk: Desk, *typed: str) -> tuple[int, str]:
    """The command's exit code and everything that its terminal showed."""
    ours, theirs = pty.openpty()
    command = desk.files.command("staff", "pin", "Sari")
    streams = {"stdin": theirs, "stdout": theirs, "stderr": theirs}
    # A session of its own, or it would ask at the terminal from which the tests were started.
    with subprocess.Popen(command, **streams, start_new_session=True) as process:
        os.close(theirs)
        shown = b""
        for prompt, text in zip((b"digits:", b"again:"), typed, strict=True):
            while prompt not in shown and (more := read(ours)):
                shown += more
            os.write(ours, text.encode() + b"\n")
        while more := read(ours):
            shown += more
        os.close(ours)
        return process.wait(60), shown.decode()


def read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1000)
    except OSError:  # Linux's way to say that nobody is at the other end any more
        return b""


def test_at_a_terminal_it_asks_twice_and_shows_nothing_of_it(desk: Desk) -> None:
    code, shown = at_a_terminal(desk, "4711", "4711")
    assert code == 0
    assert "Sari has a PIN." in shown
    assert "4711" not in shown


def test_two_pins_that_differ_change_nothing(desk: Desk) -> None:
    code, shown = at_a_terminal(desk, "4711", "4712")
    assert code == 1
    assert "the two PINs differ: nothing was changed" in shown
    assert desk.told("staff", "list")["staff"] == []
