"""Template folders: ``template.toml`` and the files that it names.

Every mistake says the file, the key, what is wrong and what to do about it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from kiosk.domain.errors import TemplateError
from kiosk.domain.templates import PICTURE_SIZES, Slot, Template
from kiosk.imaging.lettering import open_font
from kiosk.imaging.templates.findings import Finding, Flaw, at
from kiosk.imaging.templates.holes import SMALLEST, find_holes
from kiosk.imaging.templates.pictures import BACKDROP, OVERLAY, flaws_of, read_overlay
from kiosk.imaging.templates.schema import TemplateFile, findings_in

FILE_NAME = "template.toml"
MOST_TOML_BYTES = 100_000
MOST_FONT_BYTES = 20_000_000
MISTAKES_TOLD = 3  # in the one line that stops the booth's start
SAME_NAME = "a template of this name ships with the booth: rename the folder, and in its packages"


@dataclass(frozen=True)
class Reading:
    """A template, or every mistake that stands in its way."""

    template: Template | None
    mistakes: tuple[Finding, ...] = ()


def template_folder(name: str, shipped: Path, own: Path) -> Path:
    """Where the template is: among those that ship with the booth, or among the operator's own.

    Raises TemplateError, also where it is among both: an update must not change what is printed.
    """
    found = [root / name for root in (shipped, own) if (root / name / FILE_NAME).is_file()]
    match found:
        case [folder]:
            return folder
        case []:
            raise TemplateError(f"there is no template {name!r} in {shipped} or {own}")
        case _:
            raise TemplateError(f"{own / name}: {SAME_NAME}")


def folders_in(root: Path) -> list[Path]:
    """Every template's folder below ``root``, which may not be there."""
    return [file.parent for file in sorted(root.glob("*/" + FILE_NAME))]


def load_templates(root: Path) -> dict[str, Template]:
    """Every template below ``root``, by its folder's name. Raises TemplateError."""
    return {folder.name: load_template(folder) for folder in folders_in(root)}


def load_template(folder: Path) -> Template:
    """Raises TemplateError with the first mistakes."""
    reading = read_template(folder)
    if reading.template is None:
        told = [str(mistake) for mistake in reading.mistakes[:MISTAKES_TOLD]]
        more = len(reading.mistakes) - len(told)
        told += [f"and {more} more: kiosk templates check {folder}"] if more else []
        raise TemplateError("\n".join(told))
    return reading.template


def read_template(folder: Path) -> Reading:
    """Looks for every mistake at once, as far as one does not hide another."""
    file = folder / FILE_NAME
    try:
        raw = _toml(file)
    except TemplateError as error:
        return Reading(None, (Finding(file, "", str(error), "correct it, or copy one that works"),))
    mistakes = [*_mistakes_in_files(file, raw)]
    try:
        form = TemplateFile.model_validate(raw)
    except ValidationError as error:
        return Reading(None, (*findings_in(file, error), *mistakes))
    mistakes += _mistakes_in_places(file, form)
    if mistakes:
        return Reading(None, tuple(mistakes))
    return _with_slots(file, form)


def _with_slots(file: Path, form: TemplateFile) -> Reading:
    """``form`` has no mistake but, maybe, an overlay in which there is no hole."""
    if form.slots is not None:
        return Reading(form.to_template(file.parent, tuple(s.to_slot() for s in form.slots)))
    try:
        slots = _slots_found(file.parent, form)
    except TemplateError as error:
        return Reading(None, (Finding(file, "slots", str(error), "list them as [[slots]]"),))
    return Reading(form.to_template(file.parent, slots))


def _slots_found(folder: Path, form: TemplateFile) -> tuple[Slot, ...]:
    if form.overlay is None:
        raise TemplateError("none are listed, and there is no overlay with holes")
    slots = find_holes(read_overlay(folder / form.overlay)[:, :, 3])
    if not slots:
        raise TemplateError(f"{form.overlay} has no clear hole of {SMALLEST} × {SMALLEST} or more")
    return slots


def _toml(file: Path) -> dict[str, object]:
    """Raises TemplateError without the file's name."""
    try:
        if file.stat().st_size > MOST_TOML_BYTES:
            raise TemplateError(f"is larger than {MOST_TOML_BYTES // 1000} kB")
        return tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise TemplateError(f"can't be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TemplateError(f"is not TOML: {error}") from error


def _mistakes_in_files(file: Path, raw: Mapping[str, object]) -> Iterator[Finding]:
    """Of what the file says before anybody knows whether the rest of it is right."""
    size = _size_in(raw)
    for key, kind in (("overlay", OVERLAY), ("backdrop", BACKDROP)):
        name = raw.get(key)
        if _is_plain_name(name):
            yield from at(file, key, flaws_of(file.parent / str(name), kind, size))
    texts = raw.get("texts")
    for number, text in enumerate(texts if isinstance(texts, list) else ()):
        name = text.get("font") if isinstance(text, dict) else None
        if _is_plain_name(name):
            yield from at(file, f"texts[{number}].font", _flaws_of_font(file.parent / str(name)))


def _is_plain_name(name: object) -> bool:
    return isinstance(name, str) and bool(name) and Path(name).name == name


def _size_in(raw: Mapping[str, object]) -> tuple[int, int] | None:
    width, height = raw.get("width"), raw.get("height")
    known = isinstance(width, int) and isinstance(height, int)
    size = (width, height) if known else None
    return size if size in {s for sizes in PICTURE_SIZES.values() for s in sizes} else None


def _flaws_of_font(file: Path) -> Iterator[Flaw]:
    if not file.is_file():
        yield Flaw(f"{file.name} is not in the folder", "put it there, or use weight instead")
    elif file.stat().st_size > MOST_FONT_BYTES:
        yield Flaw(f"{file.name} is larger than {MOST_FONT_BYTES // 1_000_000} MB", "use another")
    else:
        try:
            open_font(file, 40)
        except TemplateError:
            yield Flaw(f"{file.name} can't be read as a font", "must be a TrueType or OpenType one")


def _mistakes_in_places(file: Path, form: TemplateFile) -> Iterator[Finding]:
    width, height = form.width, form.height
    sizes = PICTURE_SIZES[form.sheet]
    if (width, height) not in sizes:
        allowed = " or ".join(f"{wide} × {high}" for wide, high in sizes)
        what = f"is {width} × {height}"
        yield Finding(file, "width, height", what, f"{form.sheet.value} takes {allowed}")
        return
    for key, corners in _corners(form):
        if any(not (0 <= x <= width and 0 <= y <= height) for x, y in corners):
            yield Finding(file, key, "reaches out of the picture", f"keep in {width} × {height}")


def _corners(form: TemplateFile) -> Iterator[tuple[str, tuple[tuple[float, float], ...]]]:
    for number, slot in enumerate(form.slots or ()):
        yield f"slots[{number}]", slot.to_slot().corners()
    if form.qr:
        qr = form.qr
        yield "qr", Slot(qr.x, qr.y, qr.size, qr.size).corners()
