"""Typed settings from ``kiosk.toml``. A wrong one is an error that names file, line and key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from kiosk.domain.errors import ConfigError
from kiosk.domain.receipt_device import receipt_device
from kiosk.domain.templates import Colour
from kiosk.domain.theme import Unreadable
from kiosk.logo_file import fault_of
from kiosk.resources import shipped_theme
from kiosk.toml_lines import line_of

Rupiah = Annotated[int, Field(strict=True, ge=0, le=20_000_000)]
Pixels = Annotated[int, Field(strict=True, ge=160, le=8192)]
MOST_COPIES = 10
Copies = Annotated[int, Field(strict=True, ge=1, le=MOST_COPIES)]
Seconds = Annotated[float, Field(gt=0, le=3600)]
Text = Annotated[str, Field(strict=True, min_length=1, max_length=200)]
HexColour = Annotated[str, Field(strict=True, pattern=r"^#[0-9A-Fa-f]{6}$")]
Word = Annotated[str, Field(strict=True, pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]


def _receipt_device(text: str) -> str:
    receipt_device(text)
    return text


class Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class BoothSection(Section):
    """``event`` stands on every print. ``language`` is what the screen speaks until a guest picks
    another."""

    event: Text = "Photobooth"
    language: Literal["id", "en"] = "id"


class CameraSection(Section):
    """``source``: a device number, /dev/…, a URL, a file, ``clip:FILE`` for a recorded clip, or
    ``dslr`` (``dslr:PORT``, where there are several). ``still``: where the shots come from, if not
    from the live picture. ``burst_ms``: see ``kiosk.camera.settings``. ``eyes_open``: of a burst, a
    frame on which nobody blinks. ``mirror`` is about the live picture alone. ``still_offset_ms`` is
    the ``latency_offset_ms`` of what takes the shots, below zero the lag of a DSLR's shutter."""

    source: Text
    still: Text | None = None
    width: Pixels = 1920
    height: Pixels = 1080
    fps: Annotated[int, Field(strict=True, ge=1, le=120)] = 30
    latency_offset_ms: Annotated[int, Field(strict=True, ge=-500, le=500)] = 0
    still_offset_ms: Annotated[int, Field(strict=True, ge=-500, le=500)] = 0
    burst_ms: Annotated[int, Field(strict=True, ge=0, le=500)] = 0
    eyes_open: Annotated[bool, Field(strict=True)] = False
    mirror: Annotated[bool, Field(strict=True)] = True

    @model_validator(mode="after")
    def _eyes_need_a_burst(self) -> CameraSection:
        if self.eyes_open and self.burst_ms == 0:
            raise ValueError("eyes_open needs a burst_ms: a single frame leaves nothing to choose")
        return self


class PictureSection(Section):
    """``quality`` is that of the shots' JPEG files. ``even``: exposure and white balance of one
    print's shots are made alike. ``looks`` are offered in this order, None for all there are."""

    quality: Annotated[int, Field(strict=True, ge=70, le=100)] = 92
    even: Annotated[bool, Field(strict=True)] = True
    looks: tuple[Word, ...] | None = None


class MotionSection(Section):
    """The little films of a session, on the guest's page."""

    enabled: Annotated[bool, Field(strict=True)] = True


class SessionSection(Section):
    """``retakes`` is how many shots a guest may have taken again in one session. ``templates`` may
    be picked instead of a package's own where they fit it, beside those of the other packages."""

    retakes: Annotated[int, Field(strict=True, ge=0, le=5)] = 2
    templates: Annotated[tuple[Word, ...], Field(max_length=20)] = ()


class PrintingSection(Section):
    """``cups`` is host:port of the CUPS server."""

    cups: Annotated[str, Field(strict=True, pattern=r"^[A-Za-z0-9.\-]+:\d{1,5}$")] = "localhost:631"


class PaymentSection(Section):
    """``methods`` in the order in which a guest sees them. ``paid_late``: what becomes of a QRIS
    payment that comes after its guest has left."""

    methods: Annotated[
        tuple[Literal["qris", "cash", "voucher", "free"], ...], Field(min_length=1)
    ] = ("qris",)
    paid_late: Literal["owe", "refund"] = "owe"

    @field_validator("methods")
    @classmethod
    def _methods_agree(cls, methods: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(methods)) < len(methods):
            raise ValueError("must name each way to pay once")
        if "free" in methods and len(methods) > 1:
            raise ValueError("must be free alone or without it: nobody pays where it is free")
        return methods


class BillAcceptorSection(Section):
    """``device`` is a serial port; ``pulse_value`` is rupiah for a pulse, and ``most`` the highest
    bill in rupiah."""

    device: Annotated[str, Field(strict=True, pattern=r"^/dev/[^\s]+$")]
    pulse_value: Annotated[int, Field(strict=True, ge=1, le=100_000)] = 1_000
    most: Annotated[int, Field(strict=True, ge=1_000, le=1_000_000)] = 100_000


class CloudSection(Section):
    """``license_public_key`` is 32 raw bytes in base64url, as the operator was given it."""

    url: Annotated[str, Field(strict=True, pattern=r"^https?://[^\s]+$")]
    license_public_key: Annotated[str, Field(strict=True, pattern=r"^[A-Za-z0-9_-]{43}$")]


class ScreenSection(Section):
    """``lens`` is the screen's edge next to the camera's lens; a width of 0 means full screen.
    ``diagonal_in`` is the screen's, in inches. ``lowered``: the guests' screens are always within
    reach of a wheelchair, where the screen is tall."""

    width: Annotated[int, Field(strict=True, ge=0, le=8192)] = 0
    height: Annotated[int, Field(strict=True, ge=0, le=8192)] = 0
    diagonal_in: Annotated[float, Field(ge=10, le=100)] = 21.5
    lens: Literal["top", "bottom", "left", "right"] = "top"
    reduced_motion: Annotated[bool, Field(strict=True)] = False
    lowered: Annotated[bool, Field(strict=True)] = False


class ThemeSection(Section):
    """``accent`` is what is to be touched, ``highlight`` the countdown and warnings of time.
    ``logo`` is a PNG or SVG, in the data directory where its path is not absolute."""

    accent: HexColour | None = None
    highlight: HexColour | None = None
    logo: Text | None = None


class SoundSection(Section):
    """``volume`` in percent; 0 is off."""

    volume: Annotated[int, Field(strict=True, ge=0, le=100)] = 70


class ReceiptsSection(Section):
    """``device``: see ``kiosk.domain.receipt_device``; ``width`` is the paper's in letters: 32 on
    58 mm, 42 or 48 on 80 mm. ``operator`` stands at the top, the name first."""

    device: Annotated[str, Field(strict=True), AfterValidator(_receipt_device)]
    width: Literal[32, 42, 48] = 32
    operator: Annotated[tuple[Text, ...], Field(max_length=6)] = ()


class PaceSection(Section):
    """Seconds; see ``kiosk.booth.pace`` for what each one is."""

    countdown: Seconds | None = None
    review: Seconds | None = None
    retake_review: Seconds | None = None
    choosing: Seconds | None = None
    payment: Annotated[float, Field(ge=30, le=3600)] | None = None
    arranging: Seconds | None = None
    look: Seconds | None = None
    take_home: Seconds | None = None
    camera_patience: Seconds | None = None
    printing: Seconds | None = None
    print_patience: Seconds | None = None
    print_move: Seconds | None = None


class RetentionSection(Section):
    """How many ``days`` guests' pictures are kept, None for ever on this booth, and the local time
    ``at`` which they are deleted then."""

    days: Annotated[int, Field(strict=True, ge=1, le=3650)] | None = None
    at: Annotated[str, Field(strict=True, pattern=r"^([01]\d|2[0-3]):[0-5]\d$")] = "04:00"


class PackageSection(Section):
    """``price`` in whole rupiah, for all copies; ``template`` is a folder's name. A guest may have
    up to ``most_copies``, each beyond ``copies`` for ``extra_copy`` rupiah. One that is not
    ``offered`` is kept for another day."""

    key: Word
    name: Text
    template: Word
    price: Rupiah
    copies: Copies = 1
    extra_copy: Rupiah = 0
    most_copies: Copies | None = None
    offered: Annotated[bool, Field(strict=True)] = True

    @model_validator(mode="after")
    def _copies_agree(self) -> PackageSection:
        if self.most_copies is not None and self.most_copies < self.copies:
            raise ValueError(f"most_copies must be {self.copies} or more, as copies is")
        if self.extra_copy and self.most_copies is None:
            raise ValueError("extra_copy is the price of a copy more: most_copies says how many")
        return self


class Config(Section):
    booth: BoothSection = BoothSection()
    camera: CameraSection
    picture: PictureSection = PictureSection()
    motion: MotionSection = MotionSection()
    session: SessionSection = SessionSection()
    printing: PrintingSection = PrintingSection()
    payment: PaymentSection = PaymentSection()
    cloud: CloudSection
    screen: ScreenSection = ScreenSection()
    theme: ThemeSection = ThemeSection()
    sound: SoundSection = SoundSection()
    receipts: ReceiptsSection | None = None
    bill_acceptor: BillAcceptorSection | None = None
    pace: PaceSection = PaceSection()
    retention: RetentionSection = RetentionSection()
    packages: Annotated[tuple[PackageSection, ...], Field(min_length=1, max_length=6)]

    @model_validator(mode="after")
    def _keys_are_unique(self) -> Config:
        keys = [package.key for package in self.packages]
        if len(set(keys)) < len(keys):
            raise ValueError("each package needs a key of its own")
        return self

    @model_validator(mode="after")
    def _something_is_offered(self) -> Config:
        if not any(package.offered for package in self.packages):
            raise PydanticCustomError("none_offered", "one of the packages has to be offered")
        return self

    @model_validator(mode="after")
    def _bills_are_cash(self) -> Config:
        """In free mode the acceptor waits for the next day on which it is needed."""
        methods = self.payment.methods
        if self.bill_acceptor is not None and not {"cash", "free"} & set(methods):
            raise ValueError('[bill_acceptor] needs "cash" in payment.methods')
        return self


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
        first = _most_telling(error)
        raise _error(path, text, first["loc"], _allowed(first)) from None
    known = _templates(templates)
    for name, loc in _named_templates(config):
        if name not in known:
            allowed = f"no such template; there are: {', '.join(known)}"
            raise _error(path, text, loc, allowed)
    for key, wrong in _faults_of(config.theme, data_dir):
        raise _error(path, text, ("theme", key), wrong)
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


def _most_telling(error: ValidationError) -> Any:
    """A misspelled key is named itself, rather than the key that it leaves missing."""
    found = error.errors(include_url=False)
    return next((e for e in found if e["type"] == "extra_forbidden"), found[0])


def _error(path: Path, text: str, loc: tuple[int | str, ...], allowed: str) -> ConfigError:
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


def _templates(folders: tuple[Path, ...]) -> list[str]:
    return sorted(p.parent.name for folder in folders for p in folder.glob("*/template.toml"))
