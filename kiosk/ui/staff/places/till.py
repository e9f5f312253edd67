"""Where staff are at the till, and what they have put together there and not asked for yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, assert_never

from kiosk.booth.staff.till_view import ClaimCard, Deed, TillView, Why
from kiosk.ui.staff.places.tabs import Tab

CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 5
MOST_RUPIAH = 99_999_999


@dataclass(frozen=True)
class AtTill:
    page: ClassVar = "till"
    tab: ClassVar = Tab.TILL


@dataclass(frozen=True)
class AtCode:
    """A claim is looked for by its code, as far as it is typed."""

    page: ClassVar = "code"
    tab: ClassVar = Tab.TILL
    typed: str = ""

    def press(self, letter: str) -> AtCode:
        full = len(self.typed) == CODE_LENGTH or letter not in CODE_LETTERS
        return self if full else AtCode(self.typed + letter)

    def erase(self) -> AtCode:
        return AtCode(self.typed[:-1])


@dataclass(frozen=True)
class AtClaim:
    page: ClassVar = "claim"
    tab: ClassVar = Tab.TILL
    session_id: str


@dataclass(frozen=True)
class AtDeed:
    page: ClassVar = "deed"
    tab: ClassVar = Tab.TILL
    session_id: str
    deed: Deed
    why: Why


@dataclass(frozen=True)
class AtShift:
    page: ClassVar = "shift"
    tab: ClassVar = Tab.TILL


@dataclass(frozen=True)
class AtDrawer:
    """The money in the drawer is counted, to begin a shift or to end one. ``amount`` is in whole
    rupiah, None before the first key."""

    page: ClassVar = "drawer"
    tab: ClassVar = Tab.TILL
    ending: bool
    amount: int | None = None
    note: str = ""

    def press(self, digits: str) -> AtDrawer:
        amount = int(f"{self.amount or 0}{digits}")
        return self if amount > MOST_RUPIAH else replace(self, amount=amount)

    def erase(self) -> AtDrawer:
        return replace(self, amount=(self.amount or 0) // 10 or None)


TillPlace = AtTill | AtCode | AtClaim | AtDeed | AtShift | AtDrawer


def till_place_after(place: TillPlace, till: TillView) -> TillPlace:
    """Back where what was looked at is done, or gone, or makes no sense any more."""
    match place:
        case AtTill() | AtCode() | AtShift():
            return place
        case AtClaim(session_id):
            return place if claim_at(till, session_id) else AtTill()
        case AtDeed(session_id, deed):
            card = claim_at(till, session_id)
            if card is None:
                return AtTill()
            return place if deed in card.allowed else AtClaim(session_id)
        case AtDrawer(ending=True):
            return place if till.shift is not None else AtShift()
        case AtDrawer():
            return place if till.shift is None else AtTill()
        case _:
            assert_never(place)


def claim_at(till: TillView, session_id: str) -> ClaimCard | None:
    return next((card for card in till.claims if card.claim.session_id == session_id), None)
