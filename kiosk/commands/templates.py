"""``kiosk templates``: what prints look like, for those who draw them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands.common import (
    DATA_DIR,
    FAILED,
    AsJson,
    DataDir,
    answer,
    table,
    told,
)
from kiosk.domain.errors import ConfigError
from kiosk.imaging.compose import Composer
from kiosk.imaging.templates.check import Checked, Checker
from kiosk.imaging.templates.files import FILE_NAME, SAME_NAME, folders_in, read_template
from kiosk.imaging.templates.findings import Finding
from kiosk.imaging.templates.preview import write_preview
from kiosk.resources import assets, own_templates

templates = typer.Typer(help="Templates of prints.", no_args_is_help=True)


@templates.command("list")
def list_templates(data_dir: DataDir = DATA_DIR, as_json: AsJson = False) -> None:
    """Every template: those that ship with the booth, and your own in DATA_DIR/templates."""
    with told():
        shipped = folders_in(assets() / "templates")
        own = folders_in(own_templates(data_dir.expanduser()))
        taken = {folder.name for folder in shipped}
        rows = [_told(folder, "shipped", taken=set()) for folder in shipped]
        rows += [_told(folder, "own", taken) for folder in own]
        answer({"templates": rows}, as_json=as_json, text=lambda: _listed(rows))


@templates.command("check")
def check(
    directory: Annotated[
        Path, typer.Argument(metavar="DIR", help="A template's folder, or a folder of them.")
    ],
    preview: Annotated[
        Path | None,
        typer.Option(metavar="FILE.png", help="Write it there with sample pictures."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Says everything that is wrong with a template, and what to do about it.

    Mistakes stop a booth's start; warnings don't.
    """
    with told():
        folders = _chosen(directory, preview)
        checker = Checker(assets() / "fonts")
        found = [checker.check(folder) for folder in folders]
        shown = preview if preview and _draw(found[0], preview) else None
        value = {"templates": [_value(checked) for checked in found], "preview": shown}
        answer(value, as_json=as_json, text=lambda: _words(found, shown))
        if any(checked.mistakes for checked in found):
            raise typer.Exit(FAILED)


def _chosen(directory: Path, preview: Path | None) -> list[Path]:
    """Raises ConfigError."""
    if (directory / FILE_NAME).is_file():
        folders = [directory]
    elif not (folders := folders_in(directory)):
        raise ConfigError(f"{directory}: there is no {FILE_NAME}, and no folder with one in it")
    if preview and preview.suffix.lower() != ".png":
        raise ConfigError(f"--preview {preview}: must end in .png")
    if preview and len(folders) > 1:
        raise ConfigError(f"--preview shows one template, and {directory} has {len(folders)}")
    return folders


def _draw(checked: Checked, file: Path) -> bool:
    if checked.template is None:
        return False
    write_preview(checked.template, Composer(assets() / "fonts"), file)
    return True


def _told(folder: Path, origin: str, taken: set[str]) -> dict[str, object]:
    reading = read_template(folder)
    template = reading.template
    problem = str(reading.mistakes[0]) if reading.mistakes else None
    if folder.name in taken:
        problem = SAME_NAME
    return {
        "name": folder.name,
        "title": template.name if template else None,
        "sheet": template.sheet if template else None,
        "shots": template.shots if template else None,
        "size": [template.width, template.height] if template else None,
        "origin": origin,
        "folder": folder,
        "problem": problem,
    }


def _listed(rows: Sequence[dict[str, object]]) -> str:
    head = ("template", "title", "sheet", "shots", "from")
    cells = [
        (
            str(row["name"]),
            str(row["title"] or "–"),
            str(getattr(row["sheet"], "value", "–")),
            str(row["shots"] or "–"),
            str(row["origin"]),
        )
        for row in rows
    ]
    problems = [f"{row['name']}: {row['problem']}" for row in rows if row["problem"]]
    return "\n".join((table([head, *cells]), *problems))


def _value(checked: Checked) -> dict[str, object]:
    return {
        "name": checked.folder.name,
        "folder": checked.folder,
        "good": not checked.mistakes,
        "slots": list(checked.template.slots) if checked.template else [],
        "mistakes": list(checked.mistakes),
        "warnings": list(checked.warnings),
    }


def _words(found: Sequence[Checked], preview: Path | None) -> str:
    lines = [line for checked in found for line in _lines(checked)]
    return "\n".join(lines + ([f"Preview in {preview}"] if preview else []))


def _lines(checked: Checked) -> list[str]:
    counted = (_count(checked.mistakes, "mistake"), _count(checked.warnings, "warning"))
    summary = ", ".join(part for part in counted if part) or "good"
    return [
        f"{checked.folder.resolve().name}: {summary}",
        *(_line("mistake", finding) for finding in checked.mistakes),
        *(_line("warning", finding) for finding in checked.warnings),
    ]


def _count(findings: Sequence[Finding], word: str) -> str:
    return f"{len(findings)} {word}{'s' if len(findings) > 1 else ''}" if findings else ""


def _line(kind: str, finding: Finding) -> str:
    place = f"{finding.file.name}, {finding.key}" if finding.key else finding.file.name
    return f"  {kind}  {place}: {finding.what}\n           {finding.remedy}"
