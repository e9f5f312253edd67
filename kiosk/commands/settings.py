"""``kiosk settings``: what staff have set on the touchscreen, and back to the file."""

from __future__ import annotations

from typing import Annotated

import typer

from kiosk.clock import SystemClock
from kiosk.commands.common import (
    CONFIG_FILE,
    DATA_DIR,
    AsJson,
    ConfigFile,
    DataDir,
    answer,
    mirror_in,
    settings as of_file,
    table,
    told,
)
from kiosk.config import Config
from kiosk.domain.errors import ConfigError, KioskError
from kiosk.domain.settings import StoredSetting
from kiosk.settings_in_force import in_force, value_of

settings = typer.Typer(help="What staff set on the touchscreen: list, reset.", no_args_is_help=True)


@settings.command("list")
def list_set(
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """What differs from kiosk.toml, since when and by whom, and what of it has no effect."""
    with told(), mirror_in(data_dir) as mirror:
        file, stored = of_file(config, data_dir), mirror.settings.all()
        refused = {r.key: r.detail for r in in_force(file, stored).refused}
        rows = [
            {
                "key": each.key,
                "value": each.value,
                "file": value_of(file, each.key),
                "changed_at": each.changed_at,
                "changed_by": each.changed_by,
                "refused": refused.get(each.key, ""),
            }
            for each in stored
        ]
        answer({"settings": rows}, as_json=as_json, text=lambda: _text(file, stored, refused))


@settings.command("reset")
def reset(
    by: Annotated[str, typer.Option(help="Who decides it, for the audit log.")],
    key: Annotated[
        str | None, typer.Argument(help="Of kiosk settings list; all without it.")
    ] = None,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """kiosk.toml's value holds again; a booth that runs takes it over at its next start."""
    with told(), mirror_in(data_dir) as mirror:
        file, stored = of_file(config, data_dir), mirror.settings.all()
        before = {each.key: each.value for each in stored if key in (None, each.key)}
        if key is not None and key not in before:
            raise KioskError(f"staff have not set {key}: kiosk settings list")
        if not by.strip():
            raise ConfigError("--by needs a name")
        mirror.settings.change(dict.fromkeys(before), before, by.strip(), SystemClock().now())
        answer(
            {"reset": sorted(before)},
            as_json=as_json,
            text=lambda: (
                "\n".join(f"{k} is {value_of(file, k)!r} again." for k in before)
                or "There was nothing to take back."
            ),
        )


def _text(file: Config, stored: tuple[StoredSetting, ...], refused: dict[str, str]) -> str:
    if not stored:
        return "Everything is as kiosk.toml says."
    rows = [("setting", "here", "kiosk.toml", "since", "by", "")]
    rows += [
        (
            each.key,
            repr(each.value),
            repr(value_of(file, each.key)),
            each.changed_at,
            each.changed_by,
            f"NO EFFECT: {refused[each.key]}" if each.key in refused else "",
        )
        for each in stored
    ]
    return table(rows)
