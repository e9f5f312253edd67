"""What a guest types of a voucher's code."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.view import EnterVoucher, Notice, View
from kiosk.domain.states import EnteringVoucher, Paying
from kiosk.ui.screens import ScreenName
from kiosk.ui.taps import Taps
from kiosk.ui.words import voucher_words

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

KEYS = "1234567890ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O and U
LENGTH = 20
GROUP = 5

Pad = tuple[str, str | None]  # the session and the payment that the code is typed for


@QmlElement
class VoucherModel(QObject):
    """The code is nowhere but here, and is gone as soon as the guest leaves the pad."""

    changed = Signal()

    def __init__(self, taps: Taps, parent: QObject) -> None:
        super().__init__(parent)
        self._taps = taps
        self._at: Pad | None = None
        self._notice: Notice | None = None
        self._typed = self._entered = ""

    def show(self, view: View) -> None:
        before = (self._typed, self._entered, self._notice)
        at = _pad_of(view)
        if at != self._at or at is None:
            self._typed = self._entered = ""
        self._at, self._notice = at, view.notice
        if (self._typed, self._entered, self._notice) != before:
            self.changed.emit()

    @Property("QStringList", constant=True)  # type: ignore[arg-type]  # a name that Qt takes
    def keys(self) -> list[str]:
        return list(KEYS)

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]  # as above
    def groups(self) -> list[str]:
        """What is typed, in groups of five; those to come are empty."""
        return self._groups()

    @Property(int, notify=changed)
    def typed(self) -> int:
        return len(self._typed)

    @Property(bool, notify=changed)
    def complete(self) -> bool:
        return len(self._typed) == LENGTH

    @Property(bool, notify=changed)
    def paused(self) -> bool:
        """Whether no code is looked at for a while."""
        return self._notice is Notice.VOUCHER_LATER

    @Property(str, notify=changed)
    def refusal(self) -> str:
        """Why the code as it stands is not taken; empty while nobody knows."""
        stands = self._typed == self._entered != ""
        return voucher_words(self._notice) if stands or self._notice is Notice.VOUCHER_LATER else ""

    @Slot(str)
    def press(self, key: str) -> None:
        if self._at is not None and len(key) == 1 and key in KEYS and len(self._typed) < LENGTH:
            self._typed += key
            self.changed.emit()

    @Slot()
    def erase(self) -> None:
        self._typed = self._typed[:-1]
        self.changed.emit()

    @Slot()
    def check(self) -> None:
        if self._at is None or len(self._typed) != LENGTH:
            return
        session_id = self._at[0]
        intent = EnterVoucher(session_id, "-".join(self._groups()))
        if self._taps.send(session_id, ScreenName.PAY, intent):
            self._entered = self._typed
            self.changed.emit()

    def _groups(self) -> list[str]:
        return [self._typed[start : start + GROUP] for start in range(0, LENGTH, GROUP)]


def _pad_of(view: View) -> Pad | None:
    match view.state:
        case Paying(order, EnteringVoucher()):
            return view.session_id or "", order.payment_id
        case _:
            return None
