"""What is typed at the first start and not asked for yet."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field, replace

from kiosk.domain.activation import LONGEST_NAME, Holder, is_email, tidy_key
from kiosk.domain.staff import PIN_DIGITS, is_pin, is_weak_pin


class Page(enum.Enum):
    """In their order. The values are for QML."""

    WELCOME = "welcome"
    LICENCE = "licence"
    TYPING = "typing"  # of the licence key, instead of showing it
    HOLDER = "holder"
    PIN = "pin"
    AGAIN = "again"
    ACTIVATING = "activating"


BEFORE = {
    Page.WELCOME: Page.WELCOME,
    Page.LICENCE: Page.WELCOME,
    Page.TYPING: Page.LICENCE,
    Page.HOLDER: Page.LICENCE,
    Page.PIN: Page.HOLDER,
    Page.AGAIN: Page.PIN,
    Page.ACTIVATING: Page.HOLDER,
}


class PinTrouble(enum.Enum):
    NONE = "none"
    WEAK = "weak"
    DIFFERENT = "different"


@dataclass(frozen=True)
class SetupDraft:
    """``pin`` was typed once, ``again`` is what is typed to compare. All but the page stay out of
    reprs."""

    page: Page = Page.WELCOME
    key: str = field(default="", repr=False)
    name: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    booth: str = field(default="Booth 1", repr=False)
    pin: str = field(default="", repr=False)
    again: str = field(default="", repr=False)
    trouble: PinTrouble = PinTrouble.NONE

    @classmethod
    def tried(cls, holder: Holder) -> SetupDraft:
        """What is left after a power cut into an activation: all but the PIN."""
        typed = holder.license_key, holder.name, holder.email, holder.booth
        return cls(Page.PIN, *typed)

    @property
    def licence(self) -> str:
        return tidy_key(self.key)

    @property
    def name_is_good(self) -> bool:
        return 0 < len(self.name.strip()) <= LONGEST_NAME and self.name.isprintable()

    @property
    def booth_is_good(self) -> bool:
        return 0 < len(self.booth.strip()) <= LONGEST_NAME and self.booth.isprintable()

    @property
    def email_is_good(self) -> bool:
        return is_email(self.email.strip())

    @property
    def digits(self) -> str:
        """Of the PIN that is being typed."""
        return self.again if self.page is Page.AGAIN else self.pin

    @property
    def holder(self) -> Holder:
        return Holder(
            self.name.strip(), self.email.strip().lower(), self.booth.strip(), self.licence
        )

    def at(self, page: Page) -> SetupDraft:
        return replace(self, page=page)

    def back(self) -> SetupDraft:
        """To the page before; a PIN is typed anew."""
        return replace(self, page=BEFORE[self.page], pin="", again="", trouble=PinTrouble.NONE)

    def pressed(self, digit: str) -> SetupDraft:
        typed = (self.digits + digit)[: PIN_DIGITS.stop - 1]
        return self._with_digits(typed)

    def erased(self) -> SetupDraft:
        return self._with_digits(self.digits[:-1])

    def entered(self) -> SetupDraft:
        """After the PIN was typed: it is typed again, then compared. On to ACTIVATING where both
        are the same."""
        if not is_pin(self.digits):
            return self
        if self.page is Page.PIN:
            if is_weak_pin(self.pin):
                return replace(self, pin="", trouble=PinTrouble.WEAK)
            return replace(self, page=Page.AGAIN, again="", trouble=PinTrouble.NONE)
        if self.again != self.pin:
            return replace(self, page=Page.PIN, pin="", again="", trouble=PinTrouble.DIFFERENT)
        return replace(self, page=Page.ACTIVATING, again="")

    def _with_digits(self, typed: str) -> SetupDraft:
        if self.page is Page.AGAIN:
            return replace(self, again=typed, trouble=PinTrouble.NONE)
        return replace(self, pin=typed, trouble=PinTrouble.NONE)
