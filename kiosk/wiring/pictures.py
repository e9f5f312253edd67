"""Templates, looks and darkroom: the part of the composition root about pictures."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kiosk.config import Config
from kiosk.domain.templates import Template
from kiosk.imaging.compose import Composer
from kiosk.imaging.darkroom import Darkroom
from kiosk.imaging.looks.looks import Looks
from kiosk.imaging.qr import require_room
from kiosk.imaging.templates.files import load_template, template_folder
from kiosk.resources import assets, own_templates

DOWNLOAD_CODE_LETTERS = 22  # 128 bits in base64url


def download_base_of(config: Config) -> str:
    return config.cloud.url.rstrip("/") + "/p/"


def templates_of(config: Config, data_dir: Path) -> dict[str, Template]:
    """The templates that are sold, or offered beside. Raises TemplateError, also where the download
    link that this booth gives would not fit into a code."""
    names = sorted({*config.session.templates, *(package.template for package in config.packages)})
    shelves = assets() / "templates", own_templates(data_dir)
    templates = {name: load_template(template_folder(name, *shelves)) for name in names}
    link = download_base_of(config) + "x" * DOWNLOAD_CODE_LETTERS
    for template in templates.values():
        if template.qr:
            require_room(template.qr, link)
    return templates


def looks_of(config: Config, data_dir: Path) -> Looks:
    """Those of the booth's own folder take the place of shipped ones of the same name."""
    return Looks((assets() / "looks", data_dir / "looks"), config.picture.looks)


def darkroom_of(
    config: Config, data_dir: Path, templates: Mapping[str, Template], looks: Looks
) -> Darkroom:
    return Darkroom(
        data_dir,
        templates,
        Composer(assets() / "fonts"),
        looks,
        event=config.booth.event,
        download_base=download_base_of(config),
        quality=config.picture.quality,
        even=config.picture.even,
    )
