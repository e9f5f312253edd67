"""``kiosk printers`` where CUPS does not answer: what the store knows can be told and changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.known_printers import KnownPrinter
from kiosk.domain.printing import ConnectionType, PrinterType
from kiosk.domain.registered import RegisteredPrinter
from tests.commands.desk import NOW, WHO, Desk

FRONT = RegisteredPrinter(
    id="front",
    name="Front",
    type=PrinterType.DYE_SUB,
    connection_type=ConnectionType.USB,
    is_default=False,
    queue="front",
    uri="usb://front",
)
BACK = replace(FRONT, id="back", name="Back", queue="back", uri="usb://back")
LOBBY = KnownPrinter(
    id="lobby",
    customer_id=WHO.customer_id,
    name="Lobby",
    type=PrinterType.INKJET,
    connection_type=ConnectionType.IPP,
    is_default=False,
    created_at="2026-01-01T00:00:00.000Z",
    version=1,
)


@pytest.fixture
def pair(desk: Desk) -> Desk:
    """Two printers that are set up, and one that only the cloud knows."""
    with desk.mirror() as mirror:
        mirror.printers.add(FRONT, WHO, NOW)
        mirror.printers.add(BACK, WHO, NOW)
        mirror.printers.remember([LOBBY], NOW)
    return desk


def test_an_empty_register_says_how_to_begin(desk: Desk) -> None:
    assert desk.done("printers", "list") == "No printer is registered: kiosk printers add\n"
    assert desk.told("printers", "list") == {"printers": [], "remembered": []}


def test_printers_are_listed_also_while_cups_is_silent(pair: Desk) -> None:
    lines = pair.done("printers", "list").splitlines()
    assert lines[0].split() == ["name", "type", "now", "media", "left", "waiting", "speed"]
    assert lines[1].startswith("*  Front")
    assert "CUPS does not answer" in lines[1]
    assert lines[3].split(maxsplit=2) == ["Lobby", "inkjet", "not set up here"]
    assert "Front: start CUPS: systemctl start cups" in lines
    told = pair.told("printers", "list")
    assert [p["name"] for p in told["printers"]] == ["Front", "Back"]
    assert [p["name"] for p in told["remembered"]] == ["Lobby"]
    assert {p["doing"] for p in told["printers"]} == {"unknown"}


def test_order_and_default_are_changed_and_told(pair: Desk) -> None:
    assert pair.done("printers", "default", "Back") == "Back is the default.\n"
    assert pair.told("printers", "up", "Front") == {"order": ["Back", "Front"]}
    with pair.mirror() as mirror:
        assert [p.name for p in mirror.printers.all()] == ["Back", "Front"]


def test_a_refill_is_counted_from_then_on(pair: Desk) -> None:
    said = pair.done("printers", "load", "Front", "--media", "6x8", "--sheets", "400")
    assert said == "Front has 6x8 for 400 prints.\n"
    [front, _] = pair.told("printers", "list")["printers"]
    assert (front["media"], front["prints_left"], front["counts_itself"]) == ("6x8", 400, False)
    assert "Prints left, Front" in pair.done("status")
    assert [p["prints_left"] for p in pair.told("status")["printers"]] == [400, None]


def test_what_is_not_said_of_a_calibration_stays(pair: Desk) -> None:
    pair.done("printers", "calibrate", "Front", "--right", "0.5", "--scale", "1.01")
    said = pair.done("printers", "calibrate", "Front", "--down", "-1.2")
    assert said == "Front: +0.5 mm right, -1.2 mm down, 101.0%, colours: as they are\n"
    told = pair.told("printers", "calibrate", "Front")
    assert told["calibration"] == {"right_mm": 0.5, "down_mm": -1.2, "scale": 1.01}


@pytest.mark.parametrize(
    "words",
    [
        ("--right", "40"),
        ("--right", "nan"),
        ("--scale", "0.2"),
        ("--no-profile", "--profile", "/proc/version"),
    ],
)
def test_a_calibration_that_cannot_be_meant_changes_nothing(
    pair: Desk, words: tuple[str, ...]
) -> None:
    assert pair.refused("printers", "calibrate", "Front", *words)
    assert pair.told("printers", "calibrate", "Front")["calibration"]["scale"] == 1.0


def test_a_pause_shows_and_is_in_the_audit_log(pair: Desk) -> None:
    pair.done("printers", "pause", "Front")
    assert pair.told("printers", "list")["printers"][0]["paused"] is True
    with pair.mirror() as mirror:
        rows = mirror.database.execute_sql("SELECT who, what, data FROM audit_log").fetchall()
    assert rows == [("command line", "printer paused", '{"printer": "Front"}')]


@pytest.mark.parametrize("command", ["default", "up", "pause", "resume", "remove", "test", "jobs"])
def test_a_printer_that_is_not_here_is_named_and_so_are_those_that_are(
    pair: Desk, command: str
) -> None:
    assert pair.refused("printers", command, "Gone") == (
        "no printer is called Gone; registered: Front, Back"
    )
    assert pair.refused("printers", command, "Lobby") == (
        "Lobby is known and not set up here: kiosk printers add"
    )


def test_what_needs_cups_says_that_it_does_not_answer(pair: Desk) -> None:
    for words in (("test", "Front"), ("resume", "Front"), ("add", "New", "--uri", "ipp://x/")):
        assert "CUPS" in pair.refused("printers", *words).replace("cups", "CUPS"), words
    with pair.mirror() as mirror:
        assert [p.name for p in mirror.printers.all()] == ["Front", "Back"]


def test_wrong_use_is_told_as_such(pair: Desk) -> None:
    for words in (
        ("add", "New"),
        ("add", "New", "--uri", "ipp://x/", "--device", "DNP"),
        ("load", "Front", "--media", "5x7", "--sheets", "1"),
        ("load", "Front", "--media", "4x6", "--sheets", "-1"),
    ):
        assert pair.say("printers", *words).code == 2, words
