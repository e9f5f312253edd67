"""The command line as an operator meets it: one line for a mistake, one object for a program."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.local.booth_files import BoothFiles
from kiosk.local.world import Addresses, World

from .conftest import answered, kiosk


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ("[camera]", "[camera]\nfpz = 3", ":8: camera.fpz: unknown key; allowed here: burst_ms"),
        ("price = 30_000", "price = -1", ": packages[2].price: input should be greater than"),
        ("price = 30_000", 'price = "free"', ": packages[2].price: input should be a valid int"),
        ("strip-2x6", "strip-3x9", ": packages[2].template: no such template; there are:"),
    ],
)
@pytest.mark.parametrize("command", ["run", "doctor"])
def test_a_mistake_in_the_settings_stops_the_start_with_one_line(
    tmp_path: Path, command: str, was: str, becomes: str, said: str
) -> None:
    booth = BoothFiles(tmp_path)
    booth.write(Addresses(None, (), None), camera="0")
    booth.settings.write_text(booth.settings.read_text().replace(was, becomes))
    done = kiosk(booth, command)
    assert done.returncode == 2
    assert done.stdout == ""
    [line] = done.stderr.splitlines()
    assert line.startswith(f"kiosk: {booth.settings}:")
    assert said in line


def test_every_answer_for_a_program_is_one_json_object(booth: BoothFiles) -> None:
    for words in (
        ("status",),
        ("audit",),
        ("printers", "list"),
        ("sessions", "list"),
        ("sync", "--once"),
        ("printers", "test", "Photo"),
        ("backup",),
    ):
        assert isinstance(answered(booth, *words), dict), words


def test_a_backup_can_be_restored(booth: BoothFiles) -> None:
    file = Path(answered(booth, "backup")["file"])
    told = answered(booth, "restore", str(file))
    assert Path(told["kept"]).is_file()
    assert [p["name"] for p in answered(booth, "printers", "list")["printers"]] == ["Photo"]


def test_what_does_not_exist_is_named(booth: BoothFiles) -> None:
    done = kiosk(booth, "printers", "test", "Gone")
    assert done.returncode == 1
    assert done.stderr == "kiosk: no printer is called Gone; registered: Photo\n"


def test_setting_up_again_keeps_the_booth_that_it_was(world: World, booth: BoothFiles) -> None:
    before = answered(booth, "printers", "list")
    booth.set_up(world.addresses)
    assert answered(booth, "printers", "list") == before
