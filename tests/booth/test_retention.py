"""Pictures are deleted when their time is over, and none that anybody still needs."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from kiosk.booth.retention import Retention
from kiosk.domain.pictures import Keep, SessionPictures
from kiosk.domain.times import iso
from kiosk.store.mirror import Mirror, open_mirror
from kiosk.store.models import AuditEntry, OutboxEntry, Photo, PrintJob, Session, ShotRow
from tests.booth.conftest import activate

NOW = datetime(2026, 5, 31, 12, tzinfo=UTC)
KEEP = Keep(30, time(0, 0))
STATES = ("Delivered", "Settled", "Owed", "Printing", "Arranging", "Cancelled")


@dataclass(frozen=True)
class Past:
    """How a session was left, so many days ago; ``uploaded`` None for never."""

    state: str
    days: int
    uploaded: int | None
    waiting: bool
    printing: bool

    @property
    def may_go(self) -> bool:
        uploaded = self.uploaded is not None and self.uploaded > KEEP.days
        done = self.state in ("Delivered", "Settled") and self.days > KEEP.days
        return done and uploaded and not (self.waiting or self.printing)


PASTS = st.builds(
    Past,
    state=st.sampled_from(STATES),
    days=st.sampled_from((0, 29, 31, 400)),
    uploaded=st.sampled_from((None, 1, 31, 400)),
    waiting=st.booleans(),
    printing=st.booleans(),
)


def ago(days: int) -> str:
    return iso(NOW - timedelta(days=days))


def leave(mirror: Mirror, folder: Path, number: int, past: Past) -> str:
    """A session's rows and files as it left them."""
    sid, at = f"session-{number:03}", ago(past.days)
    day = f"{NOW - timedelta(days=past.days):%Y/%m/%d}"
    shot, print_ = f"photos/{day}/{sid}/shot-1.jpg", f"prints/photo-{number:03}.jpg"
    own = {"customer_id": "customer", "created_at": at}
    Session.insert(
        id=sid, booth_id="booth", state=past.state, updated_at=at, change_due=0, **own
    ).execute()
    ShotRow.insert(
        id=f"shot-{sid}", session_id=sid, seq=1, path=shot, taken_at=at, width=1, height=1
    ).execute()
    uploaded = None if past.uploaded is None else ago(past.uploaded)
    key, photo_id = f"customer/photos/2026/05/01/{sid}/print.jpg", f"photo-{number:03}"
    photo = {"session_id": sid, "path": print_, "sha256": "", "code": sid, "version": 1}
    status = {"print_status": "completed", "uploaded_at": uploaded, "r2_key": key}
    Photo.insert(id=photo_id, **photo, **status, **own).execute()
    body = f'{{"path": "{print_}", "key": "{key}"}}'
    OutboxEntry.insert(
        id=f"out-{sid}", kind="upload", row_id=photo_id, body=body, created_at=at, attempts=0,
        next_attempt_at=at, delivered_at=None if past.waiting else at,
    ).execute()  # fmt: skip
    if past.printing:
        PrintJob.insert(
            id=f"job-{sid}", session_id=sid, photo_id=photo_id, printer_id="left", copies=1,
            state="withdrawing",
        ).execute()  # fmt: skip
    for path in (shot, print_):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(b"a picture")
    return sid


def opened(folder: Path) -> Mirror:
    ids = iter(range(100_000))
    mirror = open_mirror(folder, lambda: f"row-{next(ids)}")
    activate(mirror)
    mirror.database.execute_sql("PRAGMA foreign_keys = off")  # no printer stands here
    return mirror


def pictures(folder: Path, number: int) -> int:
    session = list(folder.glob(f"photos/*/*/*/session-{number:03}/*"))
    return len(session) + (folder / f"prints/photo-{number:03}.jpg").exists()


@settings(max_examples=12, deadline=None)
@given(st.lists(PASTS, min_size=4, max_size=10))
def test_only_what_is_done_and_in_the_cloud_for_long_enough_goes(pasts: list[Past]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        mirror = opened(folder)
        for number, past in enumerate(pasts):
            leave(mirror, folder, number, past)
        Retention(mirror.pictures, folder, lambda: KEEP).forget(NOW)
        for number, past in enumerate(pasts):
            assert pictures(folder, number) == (0 if past.may_go else 2), past
        gone = {f.session_id for f in mirror.evidence.facts() if f.pictures_deleted}
        assert len(gone) == sum(past.may_go for past in pasts)
        assert AuditEntry.select().where(AuditEntry.what == "pictures deleted").exists() == bool(
            gone
        )
        mirror.close()


def test_what_a_crash_left_half_done_is_finished_and_once_a_day_is_enough(tmp_path: Path) -> None:
    mirror = opened(tmp_path)
    for number in range(3):
        leave(mirror, tmp_path, number, Past("Delivered", 40, 40, waiting=False, printing=False))

    class Crashing(Retention):
        def _delete(self, pictures: SessionPictures) -> None:
            super()._delete(pictures)
            raise OSError("power is gone")

    with pytest.raises(OSError, match="power"):
        Crashing(mirror.pictures, tmp_path, lambda: KEEP).forget(NOW)
    assert sum(pictures(tmp_path, number) for number in range(3)) == 4
    retention = Retention(mirror.pictures, tmp_path, lambda: KEEP)
    retention.forget(NOW)
    assert not list(tmp_path.rglob("*.jpg"))
    leave(mirror, tmp_path, 9, Past("Delivered", 40, 40, waiting=False, printing=False))
    retention.forget(NOW + timedelta(minutes=1))
    assert pictures(tmp_path, 9) == 2, "the day's turn is over"
    retention.forget(NOW + timedelta(days=1))
    assert pictures(tmp_path, 9) == 0
    mirror.close()


def test_what_lies_there_without_a_row_goes_with_the_others(tmp_path: Path) -> None:
    mirror = opened(tmp_path)
    sid = leave(mirror, tmp_path, 0, Past("Settled", 40, 40, waiting=False, printing=False))
    [shot] = tmp_path.glob("photos/**/shot-1.jpg")
    shot.with_name("shot-2-b.jpg").write_bytes(b"a take that was given up")
    ShotRow.delete().execute()
    Retention(mirror.pictures, tmp_path, lambda: KEEP).forget(NOW)
    assert not list(tmp_path.rglob(f"{sid}*"))
    mirror.close()


def test_nothing_goes_before_its_hour_or_where_pictures_are_kept_for_ever(tmp_path: Path) -> None:
    mirror = opened(tmp_path)
    leave(mirror, tmp_path, 0, Past("Delivered", 40, 40, waiting=False, printing=False))
    Retention(mirror.pictures, tmp_path, lambda: None).forget(NOW)
    later = (NOW.astimezone() + timedelta(minutes=1)).time()
    Retention(mirror.pictures, tmp_path, lambda: Keep(30, later)).forget(NOW)
    assert pictures(tmp_path, 0) == 2
    mirror.close()
