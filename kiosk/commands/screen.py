"""Commands that open the touchscreen: ``run`` and ``rehearse``."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.commands.common import (
    CONFIG_FILE,
    DATA_DIR,
    FAILED,
    AsJson,
    ConfigFile,
    DataDir,
    answer,
    private_folder,
    table,
    told,
)
from kiosk.commands.running import has_display, hasten_libraries, open_log, run_screen, settings
from kiosk.memory import give_pictures_back
from kiosk.only_one import only_one
from kiosk.start_marks import StartMarks

if TYPE_CHECKING:
    from kiosk.rehearsal import Report

SCREENS = Path("build/rehearsal/screens")


def run(config: ConfigFile = CONFIG_FILE, data_dir: DataDir = DATA_DIR) -> None:
    """The touchscreen, until it is closed."""
    raise typer.Exit(run_screen(config, data_dir))


def rehearse(
    sessions: Annotated[int, typer.Option(min=1, max=10_000, help="Whole guest sessions.")] = 1,
    screens: Annotated[Path, typer.Option(help="Where the screenshots go.")] = SCREENS,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Whole guest sessions through the real screens and devices, unattended. It prints for real."""
    marks = StartMarks()
    if not has_display():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    give_pictures_back()
    with told():
        folder = private_folder(data_dir)
        hasten_libraries(folder)
        from kiosk.rehearsal import rehearse_booth
        from kiosk.touchscreen import Start

        marks.add("Qt imported")
        with only_one(folder):
            load = partial(settings, config, data_dir)
            start = Start(partial(open_log, folder), load, config, folder)
            report = rehearse_booth(start, marks, sessions, screens)
        answer(report, as_json=as_json, text=lambda: _summary(report, screens))
        if report.completed < sessions or report.trouble:
            raise typer.Exit(FAILED)


def _summary(report: Report, screens: Path) -> str:
    live = report.live_view
    rows = [
        ("Sessions", f"{report.completed} of {report.sessions} paid and completed"),
        ("Prints", f"{report.prints_completed} completed"),
        ("Outbox", f"{report.outbox.pending} waiting, {report.outbox.delivered} delivered"),
        ("Ready after", f"{report.start_to_ready_ms} ms"),
        ("Memory", f"{report.rss_mb.start} MB at the start, {report.rss_mb.end} MB at the end"),
        (
            "Live view",
            f"{live.fps} fps, {live.latency_ms} ms behind (p95), {live.cpu_percent} % of a core",
        ),
        *(
            (name.replace("_", " ").capitalize(), f"p50 {s.p50} ms, p95 {s.p95} ms, max {s.max} ms")
            for name, s in report.timings_ms.items()
            if s is not None
        ),
        ("Screens", str(screens)),
        *(("Trouble", words) for words in report.trouble),
    ]
    return table(rows)
