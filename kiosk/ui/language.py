"""The languages of the screen, and which of them is spoken now."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.booth.staff.view import StaffView
    from kiosk.booth.view import View


class Language(enum.Enum):
    """Each by its code; the words stand in ``assets/translations``, but for the source's own."""

    INDONESIAN = "id"
    ENGLISH = "en"

    @property
    def own_name(self) -> str:
        return OWN_NAMES[self]

    @property
    def next(self) -> Language:
        """The one that a touch on the button brings."""
        languages = list(Language)
        return languages[(languages.index(self) + 1) % len(languages)]


OWN_NAMES = {Language.INDONESIAN: "Indonesia", Language.ENGLISH: "English"}


@dataclass(frozen=True)
class Speaking:
    """Guests and staff each speak what they picked, and the booth's ``own`` until they do.

    What a guest picked holds until the session is over, what staff picked until they leave.
    """

    own: Language
    guest: Language | None = None
    staff: Language | None = None
    session_id: str | None = None
    with_staff: bool = False

    @property
    def now(self) -> Language:
        return (self.staff if self.with_staff else self.guest) or self.own

    def switched(self) -> Speaking:
        if self.with_staff:
            return replace(self, staff=self.now.next)
        return replace(self, guest=self.now.next)

    def seeing(self, view: View) -> Speaking:
        over = self.session_id is not None and view.session_id != self.session_id
        return replace(self, session_id=view.session_id, guest=None if over else self.guest)

    def seeing_staff(self, view: StaffView) -> Speaking:
        inside = view.gate.covers
        return replace(self, with_staff=inside, staff=self.staff if inside else None)

    def left_alone(self) -> Speaking:
        """Nobody has touched the screen for a while."""
        return self if self.session_id is not None else replace(self, guest=None)
