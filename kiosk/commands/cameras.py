"""``kiosk cameras``: which there are, and whether the booth's own works."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from kiosk.camera.devices.found import devices
from kiosk.camera.dslr.found import found as dslrs
from kiosk.camera.sources import place_of, spoken
from kiosk.camera.trial import Trial, try_out
from kiosk.clock import SystemClock
from kiosk.commands.common import (
    CONFIG_FILE,
    DATA_DIR,
    WRONG_USE,
    AsJson,
    ConfigFile,
    DataDir,
    answer,
    private_folder,
    settings,
    table,
    told,
)
from kiosk.config import CameraSection, Config
from kiosk.imaging.saving import save_jpeg
from kiosk.logs import log_to
from kiosk.wiring.camera import camera_of

cameras = typer.Typer(help="The booth's camera.", no_args_is_help=True)

QUALITY = 92
NONE_FOUND = "No camera is found on USB. A network camera is not listed: set its address."
SUFFIXES = (".jpg", ".jpeg")


@cameras.command("list")
def list_found(
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Cameras that are plugged in, under the names for the settings, and the one that is set."""
    with told():
        chosen = settings(config, data_dir).camera if config.exists() else None
        rows = [(d.source, d.name, str(d.node)) for d in devices()]
        rows += [(f"dslr:{port}", model, "") for model, port in _dslrs()]
        answer(
            {
                "found": [{"source": s, "name": n, "node": at or None} for s, n, at in rows],
                "set": _set(chosen),
            },
            as_json=as_json,
            text=lambda: _listed(rows, _set(chosen)),
        )


@cameras.command("test")
def watch(
    source: Annotated[
        str | None, typer.Option(help="Another source than the one that is set.")
    ] = None,
    seconds: Annotated[float, typer.Option(min=0.5, max=600, help="How long to watch it.")] = 3.0,
    save: Annotated[
        Path | None, typer.Option(help="A new JPEG file for the last picture.", dir_okay=False)
    ] = None,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Opens the camera as the booth does, and tells what comes. The booth must not be running."""
    with told():
        _refuse_file(save)
        log_to(private_folder(data_dir) / "logs")
        camera = camera_of(_with(settings(config, data_dir), source))
        camera.start()
        try:
            trial = try_out(camera, seconds)
        finally:
            camera.stop()
        if save is not None:
            _keep(trial, save)
        name = spoken(place_of(source or settings(config, data_dir).camera.source))
        answer(_plain(name, trial, save), as_json=as_json, text=lambda: _words(name, trial, save))


def _dslrs() -> list[tuple[str, str]]:
    """Model and port."""
    parted = [line.rpartition(" at ") for line in dslrs()]
    return [(model, port) for model, _, port in parted]


def _set(section: CameraSection | None) -> Mapping[str, str | None]:
    """What the settings name, without passwords."""
    live = None if section is None else spoken(place_of(section.source))
    still = None if section is None or not section.still else spoken(place_of(section.still))
    return {"source": live, "still": still}


def _with(config: Config, source: str | None) -> Config:
    if source is None:
        return config
    section = config.camera.model_copy(update={"source": source, "still": None})
    return config.model_copy(update={"camera": section})


def _refuse_file(save: Path | None) -> None:
    """Before the camera is opened, which takes its time."""
    wrong = None
    if save is not None and save.suffix.lower() not in SUFFIXES:
        wrong = f"{save} must end in .jpg: pictures are saved as JPEG"
    elif save is not None and save.exists():
        wrong = f"{save} is there already: name a new file"
    if wrong:
        typer.echo(f"kiosk: {wrong}", err=True)
        raise typer.Exit(WRONG_USE)


def _keep(trial: Trial, file: Path) -> None:
    save_jpeg(trial.last.pixels, file, QUALITY, SystemClock().now())


def _plain(name: str, trial: Trial, save: Path | None) -> Mapping[str, object]:
    height, width = trial.last.pixels.shape[:2]
    return {
        "source": name,
        "width": width,
        "height": height,
        "mode": trial.mode or None,
        "fps": round(trial.fps, 1),
        "frames": trial.frames,
        "seconds": round(trial.seconds, 2),
        "longest_gap_ms": round(trial.gap_s * 1000),
        "saved": save,
    }


def _words(name: str, trial: Trial, save: Path | None) -> str:
    height, width = trial.last.pixels.shape[:2]
    rows = [
        ("camera", name),
        ("pictures", f"{width}×{height} {trial.mode}".rstrip()),
        ("rate", f"{trial.fps:.1f} a second: {trial.frames} in {trial.seconds:.1f} s"),
        ("longest gap", f"{trial.gap_s * 1000:.0f} ms"),
    ]
    if save is not None:
        rows.append(("saved", str(save)))
    return table(rows)


def _listed(rows: list[tuple[str, str, str]], chosen: Mapping[str, str | None]) -> str:
    lines = [table([("source", "camera", "device"), *rows]) if rows else NONE_FOUND]
    if chosen["source"]:
        lines.append(f"\nset: {chosen['source']}")
    if chosen["still"]:
        lines.append(f"set for the shots: {chosen['still']}")
    return "\n".join(lines)
