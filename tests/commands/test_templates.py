"""``kiosk templates``: what a designer and an operator ask before a guest sees a template."""

from __future__ import annotations

import json
import shutil
import stat
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kiosk.commands.all import app
from kiosk.commands.common import DONE, FAILED, WRONG_USE, settings
from kiosk.domain.errors import ConfigError, TemplateError
from kiosk.imaging.jpeg import read_pixels
from kiosk.imaging.templates.files import template_folder
from kiosk.resources import assets, own_templates

SHIPPED = assets() / "templates"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "templates").mkdir()
    return tmp_path


def own(data: Path, name: str) -> Path:
    return Path(shutil.copytree(SHIPPED / "strip-2x6", own_templates(data) / name))


def kiosk(*words: object) -> Result:
    return CliRunner().invoke(app, ["templates", *map(str, words)])


def test_shipped_and_own_templates_are_listed(data: Path) -> None:
    own(data, "ours")
    rows = json.loads(kiosk("list", "--data-dir", data, "--json").stdout)["templates"]
    listed = {row["name"]: row for row in rows}
    assert {folder.parent.name for folder in SHIPPED.glob("*/template.toml")} < set(listed)
    assert listed["ours"]["origin"] == "own"
    assert listed["ours"]["problem"] is None
    assert (listed["ours"]["sheet"], listed["ours"]["shots"]) == ("2x6-pair", 3)


def test_a_damaged_own_template_is_listed_with_its_first_mistake(data: Path) -> None:
    (own(data, "ours") / "overlay.png").unlink()
    result = kiosk("list", "--data-dir", data)
    assert result.exit_code == DONE
    assert "overlay: overlay.png is not in the folder; put it there" in result.stdout


def test_a_folder_of_templates_is_checked_whole(data: Path) -> None:
    own(data, "good")
    bad = own(data, "bad") / "template.toml"
    bad.write_text(bad.read_text().replace("#FBF6EE", "paper"))
    (bad.parent / "overlay.png").unlink()
    result = kiosk("check", own_templates(data))
    assert result.exit_code == FAILED
    assert "bad: 2 mistakes" in result.stdout
    assert "mistake  template.toml, background: 'paper' is not #RRGGBB" in result.stdout
    assert "\ngood: " in result.stdout


def test_warnings_alone_are_no_failure(data: Path) -> None:
    file = own(data, "ours") / "template.toml"
    before = file.read_text().partition("[qr]")[0]
    file.write_text(before + "[qr]\nx = 400\ny = 1580\nsize = 180\n")
    result = kiosk("check", file.parent, "--json")
    assert result.exit_code == DONE
    (told,) = json.loads(result.stdout)["templates"]
    assert told["good"]
    warned = {(finding["file"], finding["key"]) for finding in told["warnings"]}
    assert (str(file), "qr") in warned


def test_a_preview_is_the_whole_sheet_and_nobody_else_s(data: Path) -> None:
    file = data / "look" / "strip.png"
    result = kiosk("check", own(data, "ours"), "--preview", file)
    assert result.exit_code == DONE
    assert read_pixels(file).shape == (1800, 1200, 3)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_template_with_mistakes_leaves_no_preview(data: Path) -> None:
    (own(data, "ours") / "overlay.png").unlink()
    result = kiosk("check", data / "templates" / "ours", "--preview", data / "x.png", "--json")
    assert result.exit_code == FAILED
    assert json.loads(result.stdout)["preview"] is None
    assert not (data / "x.png").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "{data}"), "there is no template.toml, and no folder with one in it"),
        (("check", "{shipped}", "--preview", "x.png"), "--preview shows one template"),
        (("check", "{shipped}/strip-2x6", "--preview", "x.jpg"), "x.jpg: must end in .png"),
    ],
)
def test_wrong_use_is_told(words: tuple[str, ...], said: str, data: Path) -> None:
    result = kiosk(*(word.format(data=data, shipped=SHIPPED) for word in words))
    assert result.exit_code == WRONG_USE
    assert said in result.stderr


def test_an_own_template_may_be_sold(data: Path) -> None:
    file = data / "kiosk.toml"
    file.write_text(
        '[camera]\nsource = "0"\n[cloud]\nurl = "http://127.0.0.1:1"\n'
        f'license_public_key = "{"A" * 43}"\n[[packages]]\nkey = "a"\nname = "A"\n'
        'template = "ours"\nprice = 1_000\n'
    )
    with pytest.raises(ConfigError, match="no such template; there are: album-6x8, "):
        settings(file, data)
    folder = own(data, "ours")
    assert settings(file, data).packages[0].template == "ours"
    assert template_folder("ours", SHIPPED, own_templates(data)) == folder


def test_an_own_template_does_not_take_a_shipped_one_s_place(data: Path) -> None:
    own(data, "strip-2x6")
    with pytest.raises(TemplateError, match=r"templates/strip-2x6: a template of this name ships"):
        template_folder("strip-2x6", SHIPPED, own_templates(data))
    assert "strip-2x6: a template of this name ships" in kiosk("list", "--data-dir", data).stdout
