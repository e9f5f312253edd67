"""The form of ``template.toml``: which keys there are and what may stand in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from kiosk.domain.printing import Sheet
from kiosk.domain.templates import Anchor, Colour, QrBox, Slot, Template, Text, TextFields, Weight
from kiosk.imaging.templates.findings import Finding

FIELDS = tuple(TextFields.__dataclass_fields__)
MOST_PX = 2400  # the longer side of the largest picture
MOST_SLOTS, MOST_TEXTS = 24, 48


def _colour(text: str) -> str:
    try:
        Colour.from_hex(text)
    except ValueError as error:
        raise ValueError(f'{error}; write "#" and six of 0–9, A–F') from None
    return text


def _fields_known(text: str) -> str:
    allowed = "allowed: " + " ".join(f"{{{name}}}" for name in FIELDS)
    try:
        parts = list(Formatter().parse(text))
    except ValueError as error:
        raise ValueError(f"{error}; {allowed}, and {{{{ for a brace") from None
    for _, field, form, conversion in parts:
        if field is not None and (field not in FIELDS or form or conversion):
            raise ValueError(f"{{{field}}} is no field; {allowed}")
    return text


def _file_name(*endings: str) -> Callable[[str], str]:
    def check(name: str) -> str:
        if Path(name).name != name:
            raise ValueError(f"{name!r} has folders; must be the name of a file in the folder")
        if not name.lower().endswith(endings):
            raise ValueError(f"{name!r} is of no kind for this; must end in {' or '.join(endings)}")
        return name

    return check


Place = Annotated[int, Field(ge=0, le=MOST_PX, strict=True)]
SlotPlace = Annotated[int, Field(ge=-MOST_PX, le=MOST_PX, strict=True)]
Length = Annotated[int, Field(gt=0, le=MOST_PX, strict=True)]
Degrees = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False, strict=True)]
Hex = Annotated[str, AfterValidator(_colour)]
Words = Annotated[str, Field(max_length=200), AfterValidator(_fields_known)]
FontFile = Annotated[str, AfterValidator(_file_name(".ttf", ".otf"))]
OverlayFile = Annotated[str, AfterValidator(_file_name(".png"))]
BackdropFile = Annotated[str, AfterValidator(_file_name(".png", ".jpg", ".jpeg"))]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SlotTable(_Table):
    x: SlotPlace
    y: SlotPlace
    width: Length
    height: Length
    angle: Degrees = 0.0

    def to_slot(self) -> Slot:
        return Slot(self.x, self.y, self.width, self.height, self.angle)


class TextTable(_Table):
    text: Words
    x: Place
    y: Place
    size: Length
    weight: Weight | None = None
    font: FontFile | None = None
    max_width: Length | None = None
    color: Hex
    anchor: Anchor

    @model_validator(mode="after")
    def _one_font(self) -> TextTable:
        if (self.weight is None) == (self.font is None):
            said = "neither weight nor font" if self.font is None else "both weight and font"
            raise ValueError(
                f"has {said}; give weight = 500, 600 or 800, or font = a file in the folder"
            )
        return self

    def to_text(self, folder: Path) -> Text:
        return Text(
            text=self.text,
            x=self.x,
            y=self.y,
            size=self.size,
            weight=self.weight or Weight.MEDIUM,
            colour=Colour.from_hex(self.color),
            anchor=self.anchor,
            font=folder / self.font if self.font else None,
            max_width=self.max_width,
        )


class QrTable(_Table):
    x: Place
    y: Place
    size: Length

    def to_box(self) -> QrBox:
        return QrBox(self.x, self.y, self.size)


class TemplateFile(_Table):
    name: Annotated[str, Field(min_length=1, max_length=80)]
    sheet: Sheet
    width: Length
    height: Length
    background: Hex
    backdrop: BackdropFile | None = None
    overlay: OverlayFile | None = None
    slots: Annotated[list[SlotTable], Field(min_length=1, max_length=MOST_SLOTS)] | None = None
    texts: Annotated[list[TextTable], Field(max_length=MOST_TEXTS)] = []
    qr: QrTable | None = None

    def to_template(self, folder: Path, slots: tuple[Slot, ...]) -> Template:
        return Template(
            name=self.name,
            folder=folder,
            sheet=self.sheet,
            width=self.width,
            height=self.height,
            background=Colour.from_hex(self.background),
            overlay=folder / self.overlay if self.overlay else None,
            slots=slots,
            texts=tuple(text.to_text(folder) for text in self.texts),
            qr=self.qr.to_box() if self.qr else None,
            backdrop=folder / self.backdrop if self.backdrop else None,
        )


TABLES: dict[str, type[_Table]] = {"slots": SlotTable, "texts": TextTable, "qr": QrTable}


def findings_in(file: Path, error: ValidationError) -> Iterator[Finding]:
    for mistake in error.errors():
        yield Finding(file, _key(mistake["loc"]), *_words(mistake))


def _words(mistake: Mapping[str, Any]) -> tuple[str, str]:
    """What is wrong, and what to do. A message of ours has both, with a semicolon between."""
    path, message = mistake["loc"], str(mistake["msg"])
    match mistake["type"]:
        case "extra_forbidden":
            table = TABLES[str(path[0])] if len(path) > 1 else TemplateFile
            return "unknown key", f"allowed: {', '.join(table.model_fields)}"
        case "missing":
            return "is missing", "add it"
        case "value_error":
            what, _, remedy = message.removeprefix("Value error, ").partition("; ")
            return what, remedy
        case _:
            must = message[0].lower() + message[1:]
            return f"is {_short(mistake['input'])}", must.replace("input should", "must")


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:59] + "…"


def _key(path: tuple[int | str, ...]) -> str:
    parts = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in path]
    return "".join(parts).removeprefix(".")
