"""How long a person takes for what a stand-in finger did in no time."""

from __future__ import annotations

from dataclasses import dataclass

TAP_S = 0.7
KEY_S = 0.5
PAGE_S = 1.5  # to read it
SHOW_S = 10.0  # to open the code on a phone and hold it up
SHEET_S = 15.0  # of a dye-sublimation printer, where the stand-in prints in an instant


@dataclass(frozen=True)
class Walk:
    """What there was to do. ``booth_s`` is the booth's own time, measured while nobody waited for a
    hand; ``longer_s`` by how much a guest's session takes longer at its real pace."""

    taps: int
    keys: int
    pages: int
    shown: int
    sheets: int
    booth_s: float
    longer_s: float

    @property
    def person_s(self) -> float:
        touched = self.taps * TAP_S + self.keys * KEY_S
        return touched + self.pages * PAGE_S + self.shown * SHOW_S

    @property
    def total_s(self) -> float:
        return self.person_s + self.booth_s + self.longer_s + self.sheets * SHEET_S

    def line(self, name: str) -> str:
        return (
            f"{name}: {self.total_s:.0f} s of 300 = {self.taps} taps, {self.keys} keys, "
            f"{self.pages} pages{', a code shown' if self.shown else ''} ({self.person_s:.0f}) "
            f"+ booth {self.booth_s:.0f} + session's pace {self.longer_s:.0f} "
            f"+ {self.sheets} sheets {self.sheets * SHEET_S:.0f}"
        )
