"""How the settings file and what staff have set become the settings in force.

The file is the base. What staff set is laid over it, one setting after the other, and judged by the
same sections as the file: a value that they refuse is left out, and told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from kiosk.config import Config
from kiosk.domain.settings import Changes, Refusal, StoredSetting, Wrong

PLAIN = frozenset(
    {
        "booth.event",
        "camera.source",
        "camera.mirror",
        "camera.latency_offset_ms",
        "camera.still_offset_ms",
        "payment.methods",
        "retention.days",
        "retention.at",
    }
)
OF_PACKAGES = frozenset({"offered", "most_copies"})

WRONGS = {
    "string_too_short": Wrong.EMPTY,
    "string_too_long": Wrong.TOO_LONG,
    "greater_than_equal": Wrong.TOO_SMALL,
    "less_than_equal": Wrong.TOO_LARGE,
    "none_offered": Wrong.NONE_LEFT,
    "value_error": Wrong.CONFLICT,
}
LIMITS = ("max_length", "min_length", "ge", "le")


@dataclass(frozen=True)
class InForce:
    """``refused`` of what staff have set has no effect."""

    config: Config
    refused: tuple[Refusal, ...] = ()


def in_force(file: Config, stored: Iterable[StoredSetting]) -> InForce:
    """``file`` with what is stored laid over it, in the order of the names: those switched on
    before those switched off, so that one package may take another's place."""
    config, refused = file, []
    for each in sorted(stored, key=_turn):
        found = laid_over(config, each.key, each.value)
        if isinstance(found, Refusal):
            refused.append(found)
        else:
            config = found
    return InForce(config, tuple(refused))


def with_changes(
    file: Config, stored: Iterable[StoredSetting], changes: Changes, by: str, at: str
) -> InForce:
    """What would be in force with ``changes`` made; ``refused`` has only what is wrong of them."""
    kept = {each.key: each for each in stored if each.key not in changes}
    made = {
        key: StoredSetting(key, value, 1, at, by)
        for key, value in changes.items()
        if value is not None
    }
    found = in_force(file, (*kept.values(), *made.values()))
    return InForce(found.config, tuple(r for r in found.refused if r.key in changes))


def laid_over(config: Config, key: str, value: object) -> Config | Refusal:
    """``config`` with the setting ``key`` at ``value``, or why not."""
    plain: dict[str, Any] = config.model_dump()
    place = _place_in(plain, key)
    if place is None:
        return Refusal(key, Wrong.UNKNOWN, detail="nothing here has this name any more")
    section, name = place
    section[name] = tuple(value) if isinstance(value, list) else value
    try:
        return Config.model_validate(plain)
    except ValidationError as error:
        return _refusal(key, error)


def value_of(config: Config, key: str) -> object:
    """What is in force under ``key``; None for what is not there."""
    place = _place_in(config.model_dump(), key)
    return None if place is None else place[0][place[1]]


def _place_in(plain: Mapping[str, Any], key: str) -> tuple[dict[str, Any], str] | None:
    parts = key.split(".")
    if key in PLAIN:
        return plain[parts[0]], parts[1]
    if len(parts) == 3 and parts[0] == "packages" and parts[2] in OF_PACKAGES:
        section = next((p for p in plain["packages"] if p["key"] == parts[1]), None)
        return None if section is None else (section, parts[2])
    return None


def _turn(stored: StoredSetting) -> tuple[bool, str]:
    return stored.value is False, stored.key


def _refusal(key: str, error: ValidationError) -> Refusal:
    first = error.errors(include_url=False)[0]
    context = first.get("ctx", {})
    limit = next((int(context[name]) for name in LIMITS if name in context), None)
    return Refusal(key, WRONGS.get(first["type"], Wrong.MALFORMED), limit, str(first["msg"]))
