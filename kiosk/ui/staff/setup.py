"""The first start: what QML is given of it."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.staff.setup_view import (
    Activate,
    Activating,
    FinishSetup,
    JudgedLicence,
    JudgeLicence,
    KeepCamera,
    KeepTestPage,
    LookForLicence,
    RehearseSession,
    Rehearsing,
    SetOwnerPin,
    SetupView,
    SkipRehearsal,
    StopActivating,
    StopLooking,
)
from kiosk.booth.staff.view import GateState, GoOut, StaffView
from kiosk.domain.activation import LicenceFault, LicenceTerms
from kiosk.domain.setup import SetupStep
from kiosk.domain.staff import is_pin
from kiosk.ui.staff.asks import Asks
from kiosk.ui.staff.setup_draft import Page, SetupDraft
from kiosk.ui.staff.setup_pages import STEPS, page_of, place_of
from kiosk.ui.staff.words.setup import (
    activating_icon,
    activating_title,
    activating_words,
    licence_fault_words,
    pin_trouble_words,
    rehearsing_words,
    shown_fault_words,
    terms_words,
)

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

TYPED_WRONG = (Activating.REFUSED, Activating.TAKEN)


@QmlElement
class StaffSetupModel(QObject):
    """The draft lives as long as nobody has left; no digit of a PIN reaches QML."""

    changed = Signal()
    refused = Signal()  # the PIN that was entered

    def __init__(self, asks: Asks, parent: QObject) -> None:
        super().__init__(parent)
        self._asks = asks
        self._view: SetupView | None = None
        self._draft = SetupDraft()
        self._later = False  # whoever came in wants the rooms first
        self._camera_again = False

    def show(self, view: StaffView) -> None:
        if view.gate.state is GateState.SHUT:
            self._later = self._camera_again = False
        if view.gate.state is not GateState.SETUP and view.member is not None:
            self._draft = SetupDraft()
        before, self._view = self._view, view.setup
        self._take_over(None if before is None else before.licence)
        self.changed.emit()

    # ---- where ----------------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def open(self) -> bool:
        return self._view is not None and not self._later

    @Property(str, notify=changed)
    def page(self) -> str:
        return self._page

    @Property(int, notify=changed)
    def place(self) -> int:
        """Of the step, from 1; 0 before the first, and one more than all when they are done."""
        return 0 if self._view is None else place_of(self._page)

    @Property(int, constant=True)
    def steps(self) -> int:
        return STEPS

    @Property(bool, notify=changed)
    def pin_alone(self) -> bool:
        """The booth is activated, and somebody who may has to set a PIN."""
        return self._pin_alone

    # ---- the licence ----------------------------------------------------------------------------

    @Property(str, notify=changed)
    def key(self) -> str:
        return self._draft.key

    @Property(str, notify=changed)
    def licence_good(self) -> str:
        """What the key is; empty unless it is good."""
        found = self._found
        return terms_words(found.type, found.expires) if isinstance(found, LicenceTerms) else ""

    @Property(str, notify=changed)
    def licence_wrong(self) -> str:
        found = self._found
        return licence_fault_words(found) if isinstance(found, LicenceFault) else ""

    @Property(str, notify=changed)
    def shown_wrong(self) -> str:
        """Why the key that was shown last is not taken."""
        judged = None if self._view is None else self._view.licence
        if judged is None or not judged.shown or isinstance(judged.found, LicenceTerms):
            return ""
        return shown_fault_words(judged.found)

    @Slot()
    def look_for_licence(self) -> None:
        self._asks.ask(LookForLicence())

    @Slot()
    def use_another(self) -> None:
        self._become(key="")
        self._asks.ask(LookForLicence())

    @Slot()
    def look_no_more(self) -> None:
        self._asks.ask(StopLooking())

    @Slot()
    def type_instead(self) -> None:
        self._turn(self._draft.at(Page.TYPING))
        self._judge()

    @Slot(str)
    def type_key(self, text: str) -> None:
        self._become(key=text)
        self._judge()

    # ---- the holder -----------------------------------------------------------------------------

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._draft.name

    @Property(str, notify=changed)
    def email(self) -> str:
        return self._draft.email

    @Property(str, notify=changed)
    def booth(self) -> str:
        return self._draft.booth

    @Property(bool, notify=changed)
    def email_good(self) -> bool:
        return self._draft.email_is_good

    @Property(bool, notify=changed)
    def holder_good(self) -> bool:
        draft = self._draft
        alone = self._pin_alone
        return draft.name_is_good and (alone or (draft.email_is_good and draft.booth_is_good))

    @Slot(str)
    def type_name(self, text: str) -> None:
        self._become(name=text)

    @Slot(str)
    def type_email(self, text: str) -> None:
        self._become(email=text)

    @Slot(str)
    def type_booth(self, text: str) -> None:
        self._become(booth=text)

    # ---- the PIN --------------------------------------------------------------------------------

    @Property(int, notify=changed)
    def typed(self) -> int:
        return len(self._draft.digits)

    @Property(bool, notify=changed)
    def complete(self) -> bool:
        return is_pin(self._draft.digits)

    @Property(str, notify=changed)
    def pin_wrong(self) -> str:
        return pin_trouble_words(self._draft.trouble)

    @Slot(str)
    def press(self, digit: str) -> None:
        self._turn(self._draft.pressed(digit))

    @Slot()
    def erase(self) -> None:
        self._turn(self._draft.erased())

    @Slot()
    def enter(self) -> None:
        self._turn(self._draft.entered())
        if self.pin_wrong:
            self.refused.emit()
        if self._draft.page is Page.ACTIVATING:
            self._activate()

    # ---- the cloud ------------------------------------------------------------------------------

    @Property(str, notify=changed)
    def activating_title(self) -> str:
        return activating_title(self._activating)

    @Property(str, notify=changed)
    def activating_words(self) -> str:
        return activating_words(self._activating)

    @Property(str, notify=changed)
    def activating_detail(self) -> str:
        """For those who can read English."""
        refused = self._activating in (*TYPED_WRONG, Activating.FAILED)
        return self._view.detail if self._view is not None and refused else ""

    @Property(bool, notify=changed)
    def activating_stuck(self) -> bool:
        return self._activating not in (Activating.NOT_ASKED, Activating.GOING)

    @Property(str, notify=changed)
    def activating_icon(self) -> str:
        return activating_icon(self._activating)

    @Property(bool, notify=changed)
    def typed_wrong(self) -> bool:
        """Something that was typed has to change first."""
        return self._activating in TYPED_WRONG

    @Slot()
    def try_again(self) -> None:
        self._activate()

    # ---- behind the PIN -------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def tested(self) -> bool:
        return self._view is not None and self._view.tested

    @Property(bool, notify=changed)
    def rehearsing(self) -> bool:
        return self._view is not None and self._view.rehearsing is Rehearsing.GOING

    @Property(str, notify=changed)
    def rehearsal_wrong(self) -> str:
        return "" if self._view is None else rehearsing_words(self._view.rehearsing)

    @Slot()
    def keep_camera(self) -> None:
        if self._camera_again:
            self._camera_again = False
            self.changed.emit()
        else:
            self._asks.ask(KeepCamera())

    @Slot()
    def keep_test_page(self) -> None:
        self._asks.ask(KeepTestPage())

    @Slot()
    def rehearse(self) -> None:
        self._asks.ask(RehearseSession())

    @Slot()
    def skip_rehearsal(self) -> None:
        self._asks.ask(SkipRehearsal())

    @Slot()
    def finish(self) -> None:
        self._asks.ask(FinishSetup())
        self._asks.ask(GoOut())

    # ---- turning pages --------------------------------------------------------------------------

    @Slot()
    def go_on(self) -> None:
        """From one of the pages on which something is typed to the next."""
        match self._draft.page:
            case Page.WELCOME:
                self._turn(self._draft.at(Page.LICENCE))
            case Page.LICENCE | Page.TYPING if isinstance(self._found, LicenceTerms):
                self._turn(self._draft.at(Page.HOLDER))
            case Page.HOLDER if self.holder_good:
                self._turn(self._draft.at(Page.PIN))
            case Page.LICENCE | Page.TYPING | Page.HOLDER | Page.PIN | Page.AGAIN | Page.ACTIVATING:
                pass
            case _:
                assert_never(self._draft.page)

    @Slot()
    def back(self) -> None:
        if self._view is not None and self._view.step is SetupStep.PRINTER:
            self._camera_again = True
            self.changed.emit()
            return
        if self._draft.page is Page.ACTIVATING:
            self._asks.ask(StopActivating())
        self._turn(self._draft.back())

    @Slot()
    def later(self) -> None:
        self._later = True
        self.changed.emit()

    # ---- inside ---------------------------------------------------------------------------------

    def _activate(self) -> None:
        draft = self._draft
        if self._pin_alone:
            self._asks.ask(SetOwnerPin(draft.licence, draft.holder.name, draft.pin))
        else:
            self._asks.ask(Activate(draft.holder, draft.pin))

    def _take_over(self, before: JudgedLicence | None) -> None:
        """A good key that was shown, and what was typed before a power cut."""
        if self._view is None:
            return
        judged, tried = self._view.licence, self._view.tried
        if judged is not None and judged.shown and judged != before:
            if isinstance(judged.found, LicenceTerms):
                self._draft = replace(self._draft, key=judged.of)
        elif tried is not None and self._draft == SetupDraft():
            self._draft = SetupDraft.tried(tried)
            self._judge()

    def _judge(self) -> None:
        if self._draft.licence:
            self._asks.ask(JudgeLicence(self._draft.licence))

    def _become(self, **typed: str) -> None:
        before = {name: getattr(self._draft, name) for name in typed}
        if typed != before:
            self._turn(replace(self._draft, **typed))  # type: ignore[arg-type]  # texts of it

    def _turn(self, draft: SetupDraft) -> None:
        self._draft = draft
        self.changed.emit()

    @property
    def _page(self) -> str:
        if self._view is None:
            return ""
        if self._camera_again and self._view.step is SetupStep.PRINTER:
            return SetupStep.CAMERA.value
        return page_of(self._view.step, self._draft.page)

    @property
    def _pin_alone(self) -> bool:
        return self._view is not None and self._view.step is SetupStep.PIN

    @property
    def _found(self) -> LicenceTerms | LicenceFault | None:
        judged = None if self._view is None else self._view.licence
        return judged.found if judged is not None and judged.of == self._draft.licence else None

    @property
    def _activating(self) -> Activating:
        return Activating.NOT_ASKED if self._view is None else self._view.activating
