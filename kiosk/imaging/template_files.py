"""Template folders: ``template.toml`` and the files that it names.

Every mistake is a TemplateError that names the file, the key and what is allowed there.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from PIL import Image, UnidentifiedImageError
from pydantic import ValidationError

from kiosk.domain.errors import TemplateError
from kiosk.domain.templates import PICTURE_SIZES, Template
from kiosk.imaging.template_schema import TemplateFile, words_for

FILE_NAME = "template.toml"


def load_templates(root: Path) -> dict[str, Template]:
    """Every folder below ``root`` that holds a template, by the folder's name."""
    return {
        file.parent.name: load_template(file.parent) for file in sorted(root.glob("*/" + FILE_NAME))
    }


def load_template(folder: Path) -> Template:
    """Raises TemplateError."""
    file = folder / FILE_NAME
    template = _parse(file).to_template(folder)
    _check_size(file, template)
    _check_places(file, template)
    if template.overlay:
        _check_overlay(file, template.overlay, (template.width, template.height))
    return template


def _parse(file: Path) -> TemplateFile:
    try:
        return TemplateFile.model_validate(tomllib.loads(file.read_text("utf-8")))
    except OSError as error:
        raise TemplateError(f"{file}: can't be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TemplateError(f"{file}: is not TOML: {error}") from error
    except ValidationError as error:
        raise TemplateError(f"{file}: " + "; ".join(words_for(error))) from error


def _check_size(file: Path, template: Template) -> None:
    sizes = PICTURE_SIZES[template.sheet]
    if (template.width, template.height) not in sizes:
        allowed = " or ".join(f"{width} × {height}" for width, height in sizes)
        raise TemplateError(f"{file}: width, height: {template.sheet.value} takes {allowed}")


def _check_places(file: Path, template: Template) -> None:
    boxes = {f"slots[{i}]": (s.x, s.y, s.width, s.height) for i, s in enumerate(template.slots)}
    if template.qr:
        boxes["qr"] = (template.qr.x, template.qr.y, template.qr.size, template.qr.size)
    for key, (x, y, width, height) in boxes.items():
        if x + width > template.width or y + height > template.height:
            inside = f"{template.width} × {template.height}"
            raise TemplateError(f"{file}: {key}: reaches out of the picture ({inside})")


def _check_overlay(file: Path, overlay: Path, size: tuple[int, int]) -> None:
    try:
        with Image.open(overlay) as image:
            form, mode, actual = image.format, image.mode, image.size
    except (OSError, UnidentifiedImageError) as error:
        raise TemplateError(f"{file}: overlay: {overlay} can't be read as a PNG") from error
    if (form, mode) != ("PNG", "RGBA"):
        raise TemplateError(f"{file}: overlay: {overlay} is {form} {mode}, must be PNG RGBA")
    if actual != size:
        words = f"{actual[0]} × {actual[1]}, must be {size[0]} × {size[1]} like the picture"
        raise TemplateError(f"{file}: overlay: {overlay} is {words}")
