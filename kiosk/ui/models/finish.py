"""The screens after the print was asked for: printing, take home, and the ends that are none."""

from __future__ import annotations

import enum
from typing import assert_never

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.view import (
    AtPrinter,
    Finish,
    InLine,
    Notice,
    PrintProgress,
    ShowPrint,
    View,
)
from kiosk.domain.money import rupiah
from kiosk.domain.states import Cancelled, Delivered, Owed, OwedReason, Printing
from kiosk.ui.models.pay import code_url
from kiosk.ui.screens import ScreenName
from kiosk.ui.taps import Taps
from kiosk.ui.words import (
    cancelled_title,
    cancelled_words,
    owed_title,
    owed_words,
    phone_words,
    print_words,
    printer_words,
)

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

ZERO_WIDTH_SPACE = "\u200b"  # where a line may break


class PrintStep(enum.Enum):
    """The values are what QML matches on."""

    SENDING = "sending"  # or waiting for its turn
    AT_PRINTER = "at-printer"  # CUPS has it; not begun, as far as is known
    PRINTING = "printing"


def print_step(printing: Printing, progress: PrintProgress | None) -> PrintStep:
    """Where nothing was heard of the job yet, it is taken for begun once CUPS has it."""
    if printing.job.cups_job_id is None:
        return PrintStep.SENDING
    match progress:
        case AtPrinter(begun=False):
            return PrintStep.AT_PRINTER
        case None | InLine() | AtPrinter():
            return PrintStep.PRINTING
        case _:
            assert_never(progress)


@QmlElement
class PrintingModel(QObject):
    changed = Signal()

    def __init__(self, seconds_a_sheet: float, parent: QObject) -> None:
        super().__init__(parent)
        self._usual_seconds = self._seconds = seconds_a_sheet
        self._step = PrintStep.SENDING
        self._waiting_words = self._step_words = ""

    def show(self, view: View, printing: Printing) -> None:
        before = self._seen()
        progress = view.print_progress
        self._step = print_step(printing, progress)
        a_sheet = self._usual_seconds
        if isinstance(progress, AtPrinter):
            a_sheet = progress.seconds_a_sheet
        self._seconds = a_sheet * printing.job.copies
        waits = view.notice is Notice.PRINTER_WAITS
        self._waiting_words = printer_words(view.printer_faults) if waits else ""
        self._step_words = print_words(printing, progress)
        if self._seen() != before:
            self.changed.emit()

    def _seen(self) -> tuple[object, ...]:
        return self._step, self._seconds, self._waiting_words, self._step_words

    @Property(str, notify=changed)
    def step(self) -> str:
        """A PrintStep: how far the print is known to be."""
        return self._step.value

    @Property(str, notify=changed)
    def step_words(self) -> str:
        return self._step_words

    @Property(float, notify=changed)
    def seconds(self) -> float:
        """How long the printer takes for what it has to print yet."""
        return self._seconds

    @Property(str, notify=changed)
    def waiting_words(self) -> str:
        """What the printer waits for; empty while it prints."""
        return self._waiting_words


@QmlElement
class TakeHomeModel(QObject):
    changed = Signal()

    def __init__(self, taps: Taps, parent: QObject) -> None:
        super().__init__(parent)
        self._taps = taps
        self._session_id = ""
        self._url = ""
        self._online: bool | None = None
        self._shown: bool | None = None

    def show(self, view: View, _: Delivered) -> None:
        before = (self._url, self._online, self._shown)
        self._session_id = view.session_id or ""
        self._url, self._online, self._shown = view.download_url, view.online, view.shown
        if (self._url, self._online, self._shown) != before:
            self.changed.emit()

    @Property(str, notify=changed)
    def phone_words(self) -> str:
        """When the pictures are on the guest's page."""
        return phone_words(online=self._online)

    @Property(bool, notify=changed)
    def offline(self) -> bool:
        return self._online is False

    @Property(bool, notify=changed)
    def asks_to_show(self) -> bool:
        """Whether the guest is asked to let the print be shown on the attract screen."""
        return self._shown is not None

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        """What the guest has answered; no, until then."""
        return self._shown is True

    @Slot()
    def turn_showing(self) -> None:
        """From no to yes, or back."""
        if self._shown is not None:
            intent = ShowPrint(self._session_id, not self._shown)
            self._taps.send(self._session_id, ScreenName.TAKE_HOME, intent)

    @Property(str, notify=changed)
    def code(self) -> str:
        return code_url(self._url)

    @Property(str, notify=changed)
    def link(self) -> str:
        """The address as one would type it; its code stays in one piece."""
        where, slash, code = self._url.split("://", 1)[-1].rpartition("/")
        return f"{where}{slash}{ZERO_WIDTH_SPACE}{code}"

    @Slot()
    def finish(self) -> None:
        self._taps.send(self._session_id, ScreenName.TAKE_HOME, Finish(self._session_id))


@QmlElement
class EndModel(QObject):
    """Owed, cancelled and settled sessions."""

    changed = Signal()

    def __init__(self, taps: Taps, parent: QObject) -> None:
        super().__init__(parent)
        self._taps = taps
        self._session_id = ""
        self._screen = ScreenName.CANCELLED
        self._title = self._words = self._claim_code = self._money = ""

    def show_owed(self, view: View, owed: Owed) -> None:
        order = owed.order
        unbegun = owed.reason in (OwedReason.PAID_IN_PART, OwedReason.PAID_LATE)
        money = rupiah(order.till.money) if unbegun and order.till.money else ""
        title = owed_title(owed.reason)
        self._show(view, ScreenName.OWED, title, owed_words(owed), order.claim_code, money)

    def show_cancelled(self, view: View, cancelled: Cancelled) -> None:
        asked_to_pay = cancelled.order is not None  # any of the ways, or several one by one
        words = cancelled_words(cancelled.reason, asked_to_pay=asked_to_pay)
        self._show(view, ScreenName.CANCELLED, cancelled_title(cancelled.reason), words, "")

    def show_settled(self, view: View) -> None:
        self._show(view, ScreenName.SETTLED, "", "", "")

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._title

    @Property(str, notify=changed)
    def words(self) -> str:
        return self._words

    @Property(str, notify=changed)
    def claim_code(self) -> str:
        return self._claim_code

    @Property(str, notify=changed)
    def money(self) -> str:
        """What came in for nothing yet; empty where a picture is what is owed."""
        return self._money

    @Slot()
    def finish(self) -> None:
        self._taps.send(self._session_id, self._screen, Finish(self._session_id))

    def _show(
        self,
        view: View,
        screen: ScreenName,
        title: str,
        words: str,
        code: str,
        money: str = "",
    ) -> None:
        self._session_id = view.session_id or ""
        self._screen = screen
        before = (self._title, self._words, self._claim_code, self._money)
        self._title, self._words, self._claim_code, self._money = title, words, code, money
        if (title, words, code, money) != before:
            self.changed.emit()
