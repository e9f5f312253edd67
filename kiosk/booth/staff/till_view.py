"""What staff see of the till, and what they may ask of it. Amounts are whole rupiah."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from kiosk.domain.claims import CashDue, Claim
from kiosk.domain.shifts import ClosedShift


class Why(enum.Enum):
    """The reasons that staff can pick, as the journal has them."""

    NONE = ""
    PRINTER = "printer trouble"
    BAD_PRINT = "bad print"
    CAMERA = "camera trouble"
    PAID_LATE = "paid too late"
    PAID_IN_PART = "paid too little"
    GUEST_ASKED = "the guest asked for it"


class Deed(enum.Enum):
    """What staff can do for a guest."""

    REPRINT = "reprint"
    COMP = "comp"
    REFUND_QRIS = "refund-qris"
    REFUND_CASH = "refund-cash"
    REFUND_TRANSFER = "refund-transfer"
    RETURN_CHANGE = "return-change"


FOR_OWNERS = frozenset({Deed.REFUND_QRIS, Deed.REFUND_CASH, Deed.REFUND_TRANSFER})
FROM_THE_DRAWER = frozenset({Deed.REFUND_CASH, Deed.RETURN_CHANGE})


class ClaimStage(enum.Enum):
    WAITS = "waits"  # for staff
    HELD = "held"  # a print may come out after all: until that is certain, nothing is printed
    REPRINTING = "reprinting"
    REFUNDING = "refunding"
    REFUND_FAILED = "refund-failed"  # as WAITS


@dataclass(frozen=True)
class CashCard:
    """A guest waits for staff to take cash. ``payment_id`` is decided already, so that a second
    tap is the same money; ``busy`` while the first is being written down."""

    due: CashDue
    payment_id: str
    busy: bool = False


@dataclass(frozen=True)
class ClaimCard:
    """``minutes`` since the claim came up. ``deed`` was asked for and is not written down yet."""

    claim: Claim
    minutes: int
    stage: ClaimStage = ClaimStage.WAITS
    deed: Deed | None = None

    @property
    def allowed(self) -> tuple[Deed, ...]:
        """What makes sense now, whoever may do it."""
        if self.deed is not None or self.stage in {ClaimStage.REPRINTING, ClaimStage.REFUNDING}:
            return ()
        if self.claim.reason is None:
            return (Deed.RETURN_CHANGE,)
        return tuple(deed for deed in Deed if self._makes_sense(deed))

    @property
    def likely(self) -> Deed | None:
        """What staff come for; once money was to go back and did not, another way to do that."""
        refunds = (deed for deed in self.allowed if deed in FOR_OWNERS)
        again = next(refunds, None) if self.stage is ClaimStage.REFUND_FAILED else None
        return again or next(iter(self.allowed), None)

    def _makes_sense(self, deed: Deed) -> bool:
        held, owing = self.stage is ClaimStage.HELD, self.claim.amount > 0
        match deed:
            case Deed.REPRINT:
                return self.claim.picture is not None and not held
            case Deed.COMP:
                return True
            case Deed.REFUND_QRIS:
                return self.claim.refundable and owing and not held
            case Deed.REFUND_CASH | Deed.REFUND_TRANSFER:
                return owing
            case Deed.RETURN_CHANGE:
                return False


@dataclass(frozen=True)
class Drawer:
    """What should lie in the drawer, for those who may know it before they count."""

    float_amount: int
    cash_in: int
    cash_out: int
    expected: int


@dataclass(frozen=True)
class ShiftCard:
    """The open shift; ``opened_at`` is ISO UTC. Who counts blind gets no ``drawer``."""

    opened_at: str
    opened_by: str
    drawer: Drawer | None = None


@dataclass(frozen=True)
class TillView:
    """``claims`` are oldest first, ``past`` shifts newest first."""

    cash: CashCard | None = None
    claims: tuple[ClaimCard, ...] = ()
    shift: ShiftCard | None = None
    past: tuple[ClosedShift, ...] = ()


EMPTY_TILL = TillView()


# ---- requests -----------------------------------------------------------------------------


@dataclass(frozen=True)
class TakeCash:
    """Staff have the money of a CashCard in their hands."""

    payment_id: str


@dataclass(frozen=True)
class DoDeed:
    session_id: str
    deed: Deed
    why: Why = Why.NONE


@dataclass(frozen=True)
class StartShift:
    """``float_amount`` lies in the drawer."""

    float_amount: int


@dataclass(frozen=True)
class EndShift:
    """``counted`` lies in the drawer."""

    counted: int
    note: str = ""


TillRequest = TakeCash | DoDeed | StartShift | EndShift
