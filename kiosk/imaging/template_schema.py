"""The form of ``template.toml``: which keys there are and what may stand in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from kiosk.domain.printing import Sheet
from kiosk.domain.templates import Anchor, Colour, QrBox, Slot, Template, Text, TextFields, Weight

FIELDS = tuple(TextFields.__dataclass_fields__)


def _colour(text: str) -> str:
    Colour.from_hex(text)
    return text


def _fields_known(text: str) -> str:
    for _, field, form, conversion in Formatter().parse(text):
        if field is not None and (field not in FIELDS or form or conversion):
            allowed = " ".join(f"{{{name}}}" for name in FIELDS)
            raise ValueError(f"{{{field}}} is none of {allowed}")
    return text


def _file_name(name: str) -> str:
    if Path(name).name != name:
        raise ValueError("must be the name of a file in the template's folder")
    return name


Place = Annotated[int, Field(ge=0, strict=True)]
Length = Annotated[int, Field(gt=0, strict=True)]
Hex = Annotated[str, AfterValidator(_colour)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SlotTable(_Table):
    x: Place
    y: Place
    width: Length
    height: Length

    def to_slot(self) -> Slot:
        return Slot(self.x, self.y, self.width, self.height)


class TextTable(_Table):
    text: Annotated[str, AfterValidator(_fields_known)]
    x: Place
    y: Place
    size: Length
    weight: Weight
    color: Hex
    anchor: Anchor

    def to_text(self) -> Text:
        colour = Colour.from_hex(self.color)
        return Text(self.text, self.x, self.y, self.size, self.weight, colour, self.anchor)


class QrTable(_Table):
    x: Place
    y: Place
    size: Length

    def to_box(self) -> QrBox:
        return QrBox(self.x, self.y, self.size)


class TemplateFile(_Table):
    name: Annotated[str, Field(min_length=1)]
    sheet: Sheet
    width: Length
    height: Length
    background: Hex
    overlay: Annotated[str, AfterValidator(_file_name)] | None = None
    slots: Annotated[list[SlotTable], Field(min_length=1)]
    texts: list[TextTable] = []
    qr: QrTable | None = None

    def to_template(self, folder: Path) -> Template:
        return Template(
            name=self.name,
            folder=folder,
            sheet=self.sheet,
            width=self.width,
            height=self.height,
            background=Colour.from_hex(self.background),
            overlay=folder / self.overlay if self.overlay else None,
            slots=tuple(slot.to_slot() for slot in self.slots),
            texts=tuple(text.to_text() for text in self.texts),
            qr=self.qr.to_box() if self.qr else None,
        )


TABLES: dict[str, type[_Table]] = {"slots": SlotTable, "texts": TextTable, "qr": QrTable}


def words_for(error: ValidationError) -> Iterator[str]:
    """One ``key: what is wrong and what is allowed`` for each mistake."""
    for mistake in error.errors():
        path = mistake["loc"]
        if mistake["type"] == "extra_forbidden":
            table = TABLES[str(path[0])] if len(path) > 1 else TemplateFile
            yield f"{_key(path)}: unknown key; allowed: {', '.join(table.model_fields)}"
        else:
            words = mistake["msg"].removeprefix("Value error, ")
            yield f"{_key(path)}: {words[0].lower()}{words[1:]}"


def _key(path: tuple[int | str, ...]) -> str:
    parts = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in path]
    return "".join(parts).removeprefix(".")
