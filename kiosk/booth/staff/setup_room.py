"""What the first start needs from the store, the cloud and the conductor."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from kiosk.domain.activation import Holder, LicenceFault, LicenceTerms
from kiosk.domain.setup import SetupMark
from kiosk.domain.staff import StaffMember


class SetupRoom(Protocol):
    def judge(self, key: str) -> LicenceTerms | LicenceFault:
        """Without a network."""

    def licence_in_sight(self) -> str | None:
        """What may be a licence key, in a QR code before the camera or in a file on a USB stick.
        Takes up to half a second."""

    def holder_tried(self) -> Holder | None:
        """With whom an activation was tried, and not done as far as is known."""

    def own_key(self, key: str) -> bool:
        """Whether this booth was activated with ``key``."""

    def activate(self, holder: Holder, pin: str, now: datetime) -> StaffMember:
        """Takes seconds. Raises CloudUnreachable, CloudRefused and what the store raises; then
        nothing is kept, and it may be asked again."""

    def set_owner_pin(self, owner: str, pin: str, now: datetime) -> StaffMember: ...

    def marks(self) -> frozenset[SetupMark] | None:
        """None where no first start is going on."""

    def keep(self, mark: SetupMark) -> None: ...
    def finish(self, who: str, now: datetime) -> None: ...

    def rehearse(self) -> str:
        """Asks for a session of the staff's own; its id, under which it begins where it can."""

    def on_screen(self) -> str | None:
        """The id of the session that is on the screen."""
