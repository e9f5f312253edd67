"""The first start at the store, the cloud and the conductor: a part of the composition root."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from kiosk.booth.messages import Rehearse
from kiosk.booth.ports import Clock, Keys
from kiosk.camera.codes import CodeReader
from kiosk.camera.switch import SwitchedCamera
from kiosk.domain.activation import Holder, LicenceFault, LicenceTerms, tidy_key
from kiosk.domain.errors import CloudRefused, CloudUnreachable
from kiosk.domain.identity import Identity
from kiosk.domain.setup import SetupMark
from kiosk.domain.staff import Role, StaffMember
from kiosk.licence_stick import LicenceStick
from kiosk.store.mirror import Mirror
from kiosk.sync.activation import activate, judge_licence
from kiosk.sync.api import CloudApi
from kiosk.sync.known_printers import known_printers

Look = Callable[[], str | None]


def in_sight_of(camera: SwitchedCamera) -> tuple[Look, ...]:
    """Where a licence key is looked for."""
    return CodeReader(camera).read, LicenceStick().read


@dataclass(frozen=True)
class SetupRoomOf:
    """``begun`` is called once the booth is activated: what waited for that begins. None of the
    callables may block but ``in_sight``, of which the first that finds a licence key is taken."""

    mirror: Mirror
    api: CloudApi
    public_key: str
    clock: Clock
    keys: Keys
    begun: Callable[[], None]
    tell: Callable[[Rehearse], None]
    on_screen: Callable[[], str | None]
    in_sight: tuple[Look, ...]

    def judge(self, key: str) -> LicenceTerms | LicenceFault:
        return judge_licence(key, self.public_key, self.clock.now())

    def licence_in_sight(self) -> str | None:
        return next((text for look in self.in_sight if (text := look())), None)

    def holder_tried(self) -> Holder | None:
        attempt = self.mirror.activation.attempt()
        return None if attempt is None else attempt.holder

    def own_key(self, key: str) -> bool:
        who = self.mirror.activation.identity()
        return who is not None and hmac.compare_digest(
            tidy_key(key).encode(), who.license_key.encode()
        )

    def activate(self, holder: Holder, pin: str, now: datetime) -> StaffMember:
        done = activate(self.api, self.mirror.activation.try_as(holder, self.keys.new_id))
        member = self.mirror.setup.begin(done.identity, done.customer, holder.name, pin, now)
        self._remember_printers(done.identity)
        self.begun()
        return member

    def set_owner_pin(self, owner: str, pin: str, now: datetime) -> StaffMember:
        return self.mirror.staff.set_pin(owner, Role.OWNER, pin, now)

    def marks(self) -> frozenset[SetupMark] | None:
        return self.mirror.setup.marks()

    def keep(self, mark: SetupMark) -> None:
        self.mirror.setup.keep(mark)

    def finish(self, who: str, now: datetime) -> None:
        self.mirror.setup.finish(who, now)

    def rehearse(self) -> str:
        session_id = self.keys.new_id()
        self.tell(Rehearse(session_id))
        return session_id

    def _remember_printers(self, who: Identity) -> None:
        """The booth is activated, whatever comes of this."""
        try:
            known = known_printers(self.api, who.customer_id)
        except (CloudUnreachable, CloudRefused):
            return
        self.mirror.printers.remember(known, self.clock.now())
