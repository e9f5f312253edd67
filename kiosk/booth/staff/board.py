"""Everything that the staff's desk knows at one moment."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import assert_never

from kiosk.booth.pool import Look
from kiosk.booth.staff.camera_view import CameraView
from kiosk.booth.staff.cards import card_of, found_among
from kiosk.booth.staff.endings import Ending
from kiosk.booth.staff.event_view import EventView
from kiosk.booth.staff.gate import SHUT
from kiosk.booth.staff.rooms_view import EMPTY_ROOMS, RoomsView
from kiosk.booth.staff.setup_view import SetupView
from kiosk.booth.staff.till_view import (
    EMPTY_TILL,
    ClaimCard,
    Deed,
    Drawer,
    ShiftCard,
    TillView,
)
from kiosk.booth.staff.view import (
    Gate,
    GateState,
    Report,
    Search,
    Searching,
    StaffView,
    Task,
)
from kiosk.domain.claims import CashDue
from kiosk.domain.devices import FoundDevice
from kiosk.domain.printing import QueueStatus
from kiosk.domain.registered import RegisteredPrinter
from kiosk.domain.shifts import OpenShift
from kiosk.domain.staff import Role, StaffMember


@dataclass
class Board:
    """Touched by the desk's thread alone. ``looks`` are the pool's, in which each printer's status
    gives way to the one that was asked for here; it is None where CUPS did not answer.
    ``offers`` is the cash that guests were to pay, by the payment's id; what of it is being
    written down is in ``taking``. ``deeds``, by session, are on their way to the journal.
    """

    gate: Gate = SHUT
    looks: tuple[Look, ...] = ()
    remembered: tuple[RegisteredPrinter, ...] = ()
    statuses: dict[str, QueueStatus | None] = field(default_factory=dict)
    tasks: dict[str, Task] = field(default_factory=dict)
    searching: Searching = Searching.IDLE
    devices: tuple[FoundDevice, ...] = ()
    adding: str = ""
    report: Report | None = None
    member: StaffMember | None = None
    till: TillView = EMPTY_TILL
    shift: OpenShift | None = None
    offers: dict[str, CashDue] = field(default_factory=dict)
    taking: set[str] = field(default_factory=set)
    deeds: dict[str, Deed] = field(default_factory=dict)
    rooms: RoomsView = EMPTY_ROOMS
    camera: CameraView | None = None
    event: EventView | None = None
    setup: SetupView | None = None
    _reports: int = 0

    def tell(self, ending: Ending) -> None:
        self._reports += 1
        self.report = Report(self._reports, ending.outcome, ending.about, ending.detail)

    def forget(self) -> None:
        """Staff have left: the next ones begin anew. What still runs goes on."""
        self.report = None
        self.statuses.clear()
        if self.searching is not Searching.LOOKING:
            self.searching, self.devices = Searching.IDLE, ()

    def look(self, printer_id: str) -> Look | None:
        return next((look for look in self._current() if look.printer.id == printer_id), None)

    def claim(self, session_id: str) -> ClaimCard | None:
        cards = self._till().claims
        return next((card for card in cards if card.claim.session_id == session_id), None)

    def device(self, uri: str) -> FoundDevice | None:
        return next((device for device in self.devices if device.uri == uri), None)

    def view(self) -> StaffView:
        """Printers are for those who are in."""
        match self.gate.state:
            case GateState.SHUT:
                return StaffView()
            case GateState.ASKING | GateState.WRONG | GateState.LOCKED | GateState.NO_PIN:
                return StaffView(self.gate, report=self.report)
            case GateState.SETUP:
                seen = StaffView(self.gate, report=self.report, setup=self.setup)
                return replace(seen, camera=self.camera)
            case GateState.OPEN:
                cards = (card_of(k, self.tasks.get(k.printer.id)) for k in self._current())
                parts = self._search(), self.report, self._till(), self.member
                rooms = self.rooms, self.camera, self.event, self.setup
                return StaffView(self.gate, tuple(cards), *parts, *rooms)
            case _:
                assert_never(self.gate.state)

    def _current(self) -> tuple[Look, ...]:
        return tuple(
            replace(look, status=self.statuses.get(look.printer.id)) for look in self.looks
        )

    def _till(self) -> TillView:
        till = self.till
        claims = tuple(
            replace(card, deed=self.deeds.get(card.claim.session_id)) for card in till.claims
        )
        cash = till.cash and replace(till.cash, busy=till.cash.payment_id in self.taking)
        return replace(till, cash=cash, claims=claims, shift=self._shift())

    def _shift(self) -> ShiftCard | None:
        """Who may know what should be in the drawer is an owner: staff count blind."""
        shift = self.shift
        if shift is None:
            return None
        known = self.member is not None and self.member.role is Role.OWNER
        sums = (shift.float_amount, shift.cash_in, shift.cash_out, shift.expected)
        return ShiftCard(shift.opened_at, shift.opened_by, Drawer(*sums) if known else None)

    def _search(self) -> Search:
        registered = tuple(look.printer for look in self.looks)
        found = found_among(self.devices, registered, self.remembered)
        return Search(self.searching, found, self.adding)
