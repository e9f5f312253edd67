"""What is wrong in a settings file, in one line that names file, line and key."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from kiosk.config.whole import Config
from kiosk.domain.errors import ConfigError
from kiosk.toml_lines import line_of


def of_validation(path: Path, text: str, error: ValidationError) -> ConfigError:
    """Of everything that is wrong what tells most."""
    first = _most_telling(error)
    return at(path, text, first["loc"], _allowed(first))


def _most_telling(error: ValidationError) -> Any:
    """A misspelled key is named itself, rather than the key that it leaves missing."""
    found = error.errors(include_url=False)
    return next((e for e in found if e["type"] == "extra_forbidden"), found[0])


def at(path: Path, text: str, loc: tuple[int | str, ...], allowed: str) -> ConfigError:
    """One line: file, line, key, and what is allowed there."""
    return ConfigError(f"{path}:{line_of(text, loc)}: {_dotted(loc)}: {allowed}")


def _dotted(loc: tuple[int | str, ...]) -> str:
    """``packages[2].price``, counting from 1 as a person does."""
    parts = (f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in loc)
    return "".join(parts).lstrip(".") or "the file"


def _allowed(error: Any) -> str:
    match error["type"]:
        case "extra_forbidden":
            return f"unknown key; allowed here: {', '.join(_siblings(error['loc']))}"
        case "missing":
            return "is missing and has no default"
        case _:
            message = str(error["msg"]).removeprefix("Value error, ")
            given = error.get("input")
            shown = f", not {given!r}" if isinstance(given, str | int | float | bool) else ""
            return f"{message[0].lower()}{message[1:]}{shown}"


def _siblings(loc: tuple[int | str, ...]) -> list[str]:
    """The keys that the section around ``loc`` knows."""
    section: type[BaseModel] = Config
    for part in loc[:-1]:
        if isinstance(part, str):
            section = _section_in(section.model_fields[part].annotation)
    return sorted(section.model_fields)


def _section_in(annotation: Any) -> type[BaseModel]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return _section_in(get_args(annotation)[0])
