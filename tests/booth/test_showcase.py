"""A guest lets the print be shown: asked, taken back, forgotten in time, and never in the way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.booth.conductor import Conductor
from kiosk.booth.messages import Checked, Happened
from kiosk.booth.showcase import Showcase
from kiosk.booth.view import Begin, Choose, Finish, Print, ShowPrint
from kiosk.domain import session as s
from kiosk.domain.order import PaymentMethod, Picture
from kiosk.store.models import OutboxEntry, Photo, Shown

from .conftest import Rig
from .test_conductor import SHOTS

Deliver = Callable[[Conductor], str]


@pytest.fixture
def deliver(rig: Rig) -> Deliver:
    """A session up to its take-home screen, with a print on disk."""
    rig.methods = (PaymentMethod.FREE,)
    rig.showcase = Showcase(rig.mirror.showcase, rig.data_dir, rig.clock)
    (rig.data_dir / "prints").mkdir(exist_ok=True)

    def one(conductor: Conductor) -> str:
        conductor.handle(Begin())
        session_id = str(rig.view.session_id)
        conductor.handle(Choose(session_id, "classic"))
        path = f"prints/{session_id}.jpg"
        (rig.data_dir / path).write_bytes(b"print")
        composed = s.PictureComposed(Picture(path, 1200, 1800, "0" * 64))
        for event in (*SHOTS, composed):
            conductor.handle(Happened(session_id, event))
        conductor.handle(Print(session_id))
        for event in (s.PrintSubmitted(7), s.PrintCompleted()):
            conductor.handle(Happened(session_id, event))
        assert isinstance(rig.view.state, s.Delivered)
        return session_id

    return one


def shown_after(
    rig: Rig, conductor: Conductor, deliver: Deliver, answers: tuple[bool, ...] = (True,)
) -> str:
    session_id = deliver(conductor)
    for answer in answers:
        conductor.handle(ShowPrint(session_id, shown=answer))
        assert rig.view.shown is answer
    conductor.handle(Finish(session_id))
    rig.clock.pass_(60)
    conductor.handle(Checked(()))
    return f"prints/{session_id}.jpg"


def test_who_answers_is_still_there(rig: Rig, deliver: Deliver) -> None:
    conductor = rig.conductor()
    session_id = deliver(conductor)
    told = rig.view.deadline_ns
    rig.clock.pass_(5)
    conductor.handle(ShowPrint(session_id, shown=True))
    assert told is not None
    assert rig.view.deadline_ns == told + 5_000_000_000


def test_nothing_is_shown_unless_the_guest_says_so(rig: Rig, deliver: Deliver) -> None:
    conductor = rig.conductor()
    deliver(conductor)
    assert rig.view.shown is False
    conductor.handle(Finish(str(rig.view.session_id)))
    assert rig.view.showcase == ()


def test_what_is_allowed_is_shown_newest_first_also_after_a_restart(
    rig: Rig, deliver: Deliver
) -> None:
    conductor = rig.conductor()
    first = shown_after(rig, conductor, deliver)
    second = shown_after(rig, conductor, deliver)
    assert rig.view.showcase == (second, first)
    rig.conductor()
    assert rig.view.showcase == (second, first)


def test_what_is_taken_back_is_gone(rig: Rig, deliver: Deliver) -> None:
    shown_after(rig, rig.conductor(), deliver, (True, False))
    assert rig.view.showcase == ()
    assert not Shown.select().exists()


def test_nothing_is_shown_for_longer_than_a_day_at_one_place(rig: Rig, deliver: Deliver) -> None:
    conductor = rig.conductor()
    old = shown_after(rig, conductor, deliver)
    rig.clock.pass_(timedelta(hours=12).total_seconds() - 120)
    conductor.handle(Checked(()))
    assert rig.view.showcase == (old,)
    rig.clock.pass_(120)
    new = shown_after(rig, conductor, deliver)
    assert rig.view.showcase == (new,)
    assert Shown.select().count() == 1


def test_of_many_only_the_newest_are_shown(rig: Rig, deliver: Deliver) -> None:
    rig.showcase = Showcase(rig.mirror.showcase, rig.data_dir, rig.clock, most=2)
    conductor = rig.conductor()
    paths = [shown_after(rig, conductor, deliver) for _ in range(4)]
    assert rig.view.showcase == tuple(reversed(paths[2:]))


@pytest.mark.parametrize("which", ["file", "row"])
def test_it_goes_with_the_picture(rig: Rig, deliver: Deliver, which: str) -> None:
    conductor = rig.conductor()
    path = shown_after(rig, conductor, deliver)
    if which == "file":
        (rig.data_dir / path).unlink()
    else:
        rig.mirror.database.execute_sql("DELETE FROM print_jobs")
        Photo.delete().execute()
        assert not Shown.select().exists()
    conductor.handle(Checked(()))
    assert rig.view.showcase == ()


def test_the_cloud_is_told_nothing_of_it(rig: Rig, deliver: Deliver) -> None:
    conductor = rig.conductor()
    session_id = deliver(conductor)
    before = OutboxEntry.select().count()
    conductor.handle(ShowPrint(session_id, shown=True))
    assert OutboxEntry.select().count() == before


def test_money_that_comes_on_top_changes_nothing_of_what_the_guest_said(
    rig: Rig, deliver: Deliver
) -> None:
    conductor = rig.conductor()
    session_id = deliver(conductor)
    conductor.handle(ShowPrint(session_id, shown=True))
    told = rig.view.deadline_ns
    rig.clock.pass_(5)
    conductor.handle(Happened(session_id, s.CashReceived("late-bill", 5_000, "")))
    assert isinstance(rig.view.state, s.Delivered)
    assert rig.view.state.order.change_due == 5_000
    assert (rig.view.shown, rig.view.deadline_ns) == (True, told)


def test_a_disk_that_cannot_tell_ends_no_step(rig: Rig, deliver: Deliver) -> None:
    conductor = rig.conductor()
    shown_after(rig, conductor, deliver)
    Photo.update(path="prints/" + "x" * 300).execute()
    conductor.handle(Checked(()))
    assert rig.view.showcase == ()


def test_a_late_answer_and_a_broken_store_change_nothing(rig: Rig, deliver: Deliver) -> None:
    conductor = rig.conductor()
    gone = deliver(conductor)
    conductor.handle(Finish(gone))
    conductor.handle(ShowPrint(gone, shown=True))
    assert rig.view.showcase == ()
    session_id = deliver(conductor)
    rig.mirror.database.execute_sql("ALTER TABLE showcase RENAME TO away")
    conductor.handle(ShowPrint(session_id, shown=True))
    assert rig.view.shown is False
    conductor.handle(Finish(session_id))
    assert rig.view.session_id is None


def test_whether_the_cloud_answers_is_told(rig: Rig) -> None:
    conductor = rig.conductor()
    assert rig.view.online is None
    for online in (True, False):
        conductor.handle(Checked((), online=online))
        assert rig.view.online is online


def test_the_paths_are_the_photos_own(rig: Rig, deliver: Deliver) -> None:
    path = shown_after(rig, rig.conductor(), deliver)
    assert Path(path) == Path(Photo.get().path)
