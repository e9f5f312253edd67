"""The promises, checked against what is on disk. Every violation is a row."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.booth.audit_books import broken_books
from kiosk.booth.audit_money import broken_money
from kiosk.booth.audit_prints import broken_prints
from kiosk.domain.chain import Anchor
from kiosk.domain.facts import BookFacts, Facts, PhotoFacts
from kiosk.domain.session import Arranging, Delivered, order_of


@dataclass(frozen=True)
class Violation:
    """``session_id`` is empty where it is about no one session."""

    session_id: str
    promise: str
    detail: str


class Evidence(Protocol):
    def read(self) -> tuple[tuple[Facts, ...], BookFacts]:
        """Every session, and the books, as they were at one moment."""


def audit(
    evidence: Evidence, data_dir: Path, anchors: tuple[Anchor, ...] = ()
) -> tuple[Violation, ...]:
    """Reads every session and every picture; touches nothing. ``anchors`` are entries of the audit
    log that were written down elsewhere.

    The booth may be running: what lies on disk is listed before the store is asked, so that no
    picture is older than the row that should know it.
    """
    files = tuple(_files(data_dir))
    everything, books = evidence.read()
    found = [v for facts in everything for v in _of_session(facts, data_dir)]
    found += [Violation(*broken) for broken in broken_books(everything, books, anchors)]
    return (*found, *_strays(everything, files))


def _of_session(facts: Facts, data_dir: Path) -> Iterator[Violation]:
    yield from _journal(facts)
    for promise, detail in (*broken_money(facts), *broken_prints(facts)):
        yield Violation(facts.session_id, promise, detail)
    yield from _pictures(facts, data_dir)


def _journal(facts: Facts) -> Iterator[Violation]:
    replayed = type(facts.state).__name__
    if replayed != facts.recorded_state:
        detail = f"the journal leads to {replayed}, the row says {facts.recorded_state}"
        yield Violation(facts.session_id, "journal", detail)


def _pictures(facts: Facts, data_dir: Path) -> Iterator[Violation]:
    """Those whose time was over may be gone; that they are in the cloud was asked before."""
    if facts.pictures_deleted:
        return
    for path in facts.shot_paths:
        if not (data_dir / path).is_file():
            yield Violation(facts.session_id, "no picture lost", f"{path} is missing")
    photo = facts.photo
    if photo is None:
        if isinstance(facts.state, Delivered):
            yield Violation(facts.session_id, "no picture lost", "delivered without a photo")
        return
    # While its guest arranges the print, the booth may be writing the file anew.
    is_final = not (photo.outdated or isinstance(facts.state, Arranging))
    yield from _photo_file(facts.session_id, photo, data_dir / photo.path, is_final=is_final)
    for kind in sorted({"photo", "upload"} - photo.outbox_kinds):
        detail = f"photo {photo.id} was never given to the outbox as {kind}"
        yield Violation(facts.session_id, "no picture lost", detail)


def _photo_file(
    session_id: str, photo: PhotoFacts, file: Path, *, is_final: bool
) -> Iterator[Violation]:
    if not file.is_file():
        yield Violation(session_id, "no picture lost", f"{photo.path} is missing")
    elif is_final and _digest(file) != photo.sha256:
        yield Violation(session_id, "no picture lost", f"{photo.path} is not what was composed")


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _files(data_dir: Path) -> Iterator[Path]:
    """Relative to ``data_dir``."""
    for folder in ("photos", "prints"):
        for file in sorted((data_dir / folder).rglob("*.jpg")):
            yield file.relative_to(data_dir)


def _strays(everything: tuple[Facts, ...], files: tuple[Path, ...]) -> Iterator[Violation]:
    """Pictures that no row knows, but for a last one whose session, or whose retake, stopped before
    it had a row."""
    known = {p for facts in everything for p in (*facts.shot_paths, *facts.given_up)}
    known |= {facts.photo.path for facts in everything if facts.photo is not None}
    stopped = [facts for facts in everything if not isinstance(facts.state, Delivered)]
    sessions = {facts.session_id for facts in stopped}
    orders = [order_of(facts.state) for facts in stopped]
    photos = {order.photo_id for order in orders if order is not None}
    for file in files:
        if file.as_posix() in known or file.parent.name in sessions or file.stem in photos:
            continue
        yield Violation(file.parent.name, "no picture lost", f"{file.as_posix()} has no row")
