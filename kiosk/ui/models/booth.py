"""The one object that QML is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.booth.view import StayOn, View
from kiosk.domain.states import (
    Arranging,
    Cancelled,
    Choosing,
    Delivered,
    Owed,
    Paying,
    Printing,
    Settled,
    Shooting,
)
from kiosk.domain.templates import Template, TextFields
from kiosk.ui.looks import LookBook, LookThumbnails
from kiosk.ui.models.arrange import ArrangeModel
from kiosk.ui.models.attract import AttractModel
from kiosk.ui.models.change import ChangeModel
from kiosk.ui.models.choose import ChooseModel
from kiosk.ui.models.finish import EndModel, PrintingModel, TakeHomeModel
from kiosk.ui.models.limit import LimitModel
from kiosk.ui.models.look import LookModel
from kiosk.ui.models.looks import LooksModel
from kiosk.ui.models.papers import Papers
from kiosk.ui.models.pay import PayModel
from kiosk.ui.models.reach import ReachModel
from kiosk.ui.models.sheet import SheetModel
from kiosk.ui.models.shoot import ShootModel
from kiosk.ui.models.templates import TemplatesModel
from kiosk.ui.preview import LiveFeed, PreviewSource
from kiosk.ui.screens import moment_of, screen_of
from kiosk.ui.settings import ScreenSettings
from kiosk.ui.taps import Taps

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class BoothModel(QObject):
    """Holds the screens' view models and gives each View to the one that it is for."""

    changed = Signal()

    def __init__(
        self,
        *,
        taps: Taps,
        preview: PreviewSource,
        looks: LookBook,
        templates: Mapping[str, Template],
        data_dir: Path,
        assets: Path,
        settings: ScreenSettings,
        now_ns: Callable[[], int],
    ) -> None:
        super().__init__()
        self._taps = taps
        self._view: View | None = None
        self._papers = papers = Papers(templates, TextFields(settings.event, "", ""), self)
        self._look = LookModel(settings, data_dir, assets, self)
        self._reach = ReachModel(always=settings.lowered, parent=self)
        self._live = LiveFeed(preview, mirror=settings.mirror, now_ns=now_ns, parent=self)
        self._limit = LimitModel(now_ns, self, self._stay_on)
        self._sheet = SheetModel(papers, data_dir, self)
        self._change = ChangeModel(self)
        self._attract = AttractModel(papers, taps, data_dir, self)
        self._choose = ChooseModel(taps, self)
        self._pay = PayModel(taps, self)
        self._shoot = ShootModel(taps, now_ns, self)
        self._arrange = ArrangeModel(self._sheet, taps, self)
        self._templates = TemplatesModel(papers, self._sheet, taps, self)
        self._looks = LooksModel(looks, taps, self)
        self._printing = PrintingModel(settings.seconds_a_sheet, self)
        self._take_home = TakeHomeModel(taps, self)
        self._end = EndModel(taps, self)

    def show(self, view: View) -> None:
        before, self._view = self._view, view
        self._show_settings(view)
        self._taps.look_at(view.session_id, screen_of(view), moment_of(view))
        self._leave_steps(view)
        self._sheet.show(view)
        self._show_step(view)
        self._change.show(view)
        self._limit.show(view.deadline_ns, may_stay=view.may_stay)
        self._reach.show(view)
        if view != before:
            self.changed.emit()

    def _show_settings(self, view: View) -> None:
        """What staff may have changed since the last guest."""
        if view.mirror is not None:
            self._live.show_mirrored(view.mirror)
        if view.event is not None and self._papers.call_event(view.event):
            self._attract.renew()

    def _leave_steps(self, view: View) -> None:
        if not isinstance(view.state, Shooting):
            self._shoot.hide()
        if not isinstance(view.state, Arranging):
            self._looks.hide()
            self._arrange.hide()

    def _show_step(self, view: View) -> None:
        self._pay.show(view)
        match view.state:
            case None:
                self._attract.show(view)
            case Choosing():
                self._attract.show(view)
                self._choose.show(view)
            case Paying():
                pass
            case Shooting():
                self._shoot.show(view, view.state)
            case Arranging():
                self._arrange.show(view, view.state)
                self._looks.show(view, view.state)
                self._templates.show(view, view.state)
            case Printing():
                self._printing.show(view, view.state)
            case Delivered():
                self._take_home.show(view, view.state)
            case Owed():
                self._end.show_owed(view, view.state)
            case Cancelled():
                self._attract.show(view)
                self._end.show_cancelled(view, view.state)
            case Settled():
                self._attract.show(view)
                self._end.show_settled(view)
            case _:
                assert_never(view.state)

    def _stay_on(self) -> None:
        if self._view is not None and self._view.session_id is not None:
            session_id = self._view.session_id
            self._taps.send(session_id, screen_of(self._view), StayOn(session_id))

    @property
    def look_thumbnails(self) -> LookThumbnails:
        return self._looks.thumbnails

    @property
    def shoot_model(self) -> ShootModel:
        """The same as ``shoot``, for Python."""
        return self._shoot

    @property
    def live_feed(self) -> LiveFeed:
        return self._live

    @property
    def view(self) -> View | None:
        """The View that is shown, None before the first."""
        return self._view

    @property
    def screen_name(self) -> str:
        """The same as ``screen``, for Python."""
        return screen_of(self._view).value if self._view else ""

    @Property(str, notify=changed)
    def screen(self) -> str:
        """Empty before the first View."""
        return self.screen_name

    @Property(str, notify=changed)
    def moment(self) -> str:
        """The screen and what it waits for; for the rehearsal and for pictures of screens."""
        return moment_of(self._view) if self._view else ""

    @Property(LookModel, constant=True)
    def look(self) -> LookModel:
        return self._look

    @Property(ReachModel, constant=True)
    def reach(self) -> ReachModel:
        return self._reach

    @Property(LiveFeed, constant=True)
    def live(self) -> LiveFeed:
        return self._live

    @Property(LimitModel, constant=True)
    def limit(self) -> LimitModel:
        return self._limit

    @Property(SheetModel, constant=True)
    def sheet(self) -> SheetModel:
        return self._sheet

    @Property(ChangeModel, constant=True)
    def change(self) -> ChangeModel:
        return self._change

    @Property(AttractModel, constant=True)
    def attract(self) -> AttractModel:
        return self._attract

    @Property(ChooseModel, constant=True)
    def choose(self) -> ChooseModel:
        return self._choose

    @Property(PayModel, constant=True)
    def pay(self) -> PayModel:
        return self._pay

    @Property(ShootModel, constant=True)
    def shoot(self) -> ShootModel:
        return self._shoot

    @Property(ArrangeModel, constant=True)
    def arrange(self) -> ArrangeModel:
        return self._arrange

    @Property(LooksModel, constant=True)
    def looks(self) -> LooksModel:
        return self._looks

    @Property(TemplatesModel, constant=True)
    def templates(self) -> TemplatesModel:
        return self._templates

    @Property(PrintingModel, constant=True)
    def printing(self) -> PrintingModel:
        return self._printing

    @Property(TakeHomeModel, constant=True)
    def take_home(self) -> TakeHomeModel:
        return self._take_home

    @Property(EndModel, constant=True)
    def end(self) -> EndModel:
        return self._end
