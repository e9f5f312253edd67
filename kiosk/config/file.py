"""Reads ``kiosk.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from kiosk.config import mistakes
from kiosk.config.booth import ThemeSection
from kiosk.config.whole import Config
from kiosk.domain.errors import ConfigError
from kiosk.domain.templates import Colour
from kiosk.domain.theme import Unreadable
from kiosk.logo_file import fault_of
from kiosk.resources import shipped_theme


def load_config(path: Path, *templates: Path, data_dir: Path = Path()) -> Config:
    """The settings in ``path``; each template's folder is in one of ``templates``.

    Raises ConfigError with one line: file, line, key, and what is allowed.
    """
    text = _read(path)
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}:{_syntax_line(error, text)}: not valid TOML: {error}") from None
    try:
        config = Config.model_validate(raw)
    except ValidationError as error:
        raise mistakes.of_validation(path, text, error) from None
    known = _templates(templates)
    for name, loc in _named_templates(config):
        if name not in known:
            allowed = f"no such template; there are: {', '.join(known)}"
            raise mistakes.at(path, text, loc, allowed)
    for key, wrong in _faults_of(config.theme, data_dir):
        raise mistakes.at(path, text, ("theme", key), wrong)
    return config


def _named_templates(config: Config) -> Iterator[tuple[str, tuple[int | str, ...]]]:
    """Each with the key that names it."""
    for number, package in enumerate(config.packages):
        yield package.template, ("packages", number, "template")
    for name in config.session.templates:
        yield name, ("session", "templates")


def _faults_of(section: ThemeSection, data_dir: Path) -> Iterator[tuple[str, str]]:
    """The keys of ``section`` that would spoil the screen, each with what is wrong with it."""
    theme = shipped_theme()
    for key, given in (("accent", section.accent), ("highlight", section.highlight)):
        if given is not None:
            try:
                theme.ink_on(Colour.from_hex(given))
            except Unreadable as why:
                yield key, f"{given}: {why}"
    if section.logo is not None and (wrong := fault_of(data_dir / section.logo)):
        yield "logo", wrong


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise ConfigError(f"{path}: cannot be read: {why}") from None


def _syntax_line(error: tomllib.TOMLDecodeError, text: str) -> int:
    at = re.search(r"at line (\d+)", str(error))
    return int(at[1]) if at else len(text.splitlines())


def _templates(folders: tuple[Path, ...]) -> list[str]:
    return sorted(p.parent.name for folder in folders for p in folder.glob("*/template.toml"))
