"""``kiosk settings``: what differs from the file, and the way back."""

from __future__ import annotations

from kiosk.clock import SystemClock
from tests.commands.desk import Desk


def test_what_staff_set_is_listed_beside_the_files_and_taken_back(desk: Desk) -> None:
    assert "Everything is as kiosk.toml says." in desk.done("settings", "list")
    with desk.mirror() as mirror:
        changes = {"booth.event": "Rina & Budi", "packages.gone.offered": False}
        mirror.settings.change(changes, {}, "Sari", SystemClock().now())
    rows = {row["key"]: row for row in desk.told("settings", "list")["settings"]}
    event = rows["booth.event"]
    assert (event["value"], event["file"], event["changed_by"]) == (
        "Rina & Budi",
        "Pesta Sudut",
        "Sari",
    )
    assert event["refused"] == ""
    assert "NO EFFECT" in desk.done("settings", "list")
    assert desk.told("prices", "list")["event"] == "Rina & Budi", "prices are of the event in force"
    assert "kiosk settings list" in desk.refused("settings", "reset", "camera.mirror", "--by", "B")
    said = desk.done("settings", "reset", "booth.event", "--by", "Budi")
    assert said == "booth.event is 'Pesta Sudut' again.\n"
    assert desk.told("settings", "reset", "--by", "Budi") == {"reset": ["packages.gone.offered"]}
    assert "Everything is as kiosk.toml says." in desk.done("settings", "list")
