"""What the store says about a session: the store gathers it, the audit judges it."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.session import State


@dataclass(frozen=True)
class PrintedJob:
    """A print job's row. ``submitted`` is whether CUPS ever had it. ``sheets`` are those that came
    out of its ``copies``, None where nobody knows; ``moved`` is whether another printer was to
    make the rest."""

    id: str
    state: str
    submitted: bool
    copies: int
    sheets: int | None
    moved: bool


@dataclass(frozen=True)
class PhotoFacts:
    id: str
    path: str
    sha256: str
    print_status: str
    outbox_kinds: frozenset[str]


@dataclass(frozen=True)
class Facts:
    """All that the store says about one session; ``state`` is its journal replayed.

    ``payment`` is the status and the amount (whole rupiah), None where there is no payment.
    ``jobs`` stand in the order in which they were asked for.
    """

    session_id: str
    recorded_state: str
    state: State
    payment: tuple[str, int] | None
    photo: PhotoFacts | None
    shot_paths: tuple[str, ...]
    jobs: tuple[PrintedJob, ...]
