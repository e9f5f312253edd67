"""What every section is, and the kinds of values that several have."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Rupiah = Annotated[int, Field(strict=True, ge=0, le=20_000_000)]
Pixels = Annotated[int, Field(strict=True, ge=160, le=8192)]
MOST_COPIES = 10
Copies = Annotated[int, Field(strict=True, ge=1, le=MOST_COPIES)]
Seconds = Annotated[float, Field(gt=0, le=3600)]
Text = Annotated[str, Field(strict=True, min_length=1, max_length=200)]
HexColour = Annotated[str, Field(strict=True, pattern=r"^#[0-9A-Fa-f]{6}$")]
Word = Annotated[str, Field(strict=True, pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]


class Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
