"""What the engine needs of the store: the entries that the cloud has not acknowledged yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from kiosk.domain.outbox import Kinds


class Entry(Protocol):
    """One thing to tell the cloud.

    =================== ============= =====================================
    ``kind``            ``row_id``    ``body``
    =================== ============= =====================================
    photo printer       the row's     the row as the API takes it
    payment price
    upload              the photo's   ``path`` below the data directory,
                                      ``key`` in the bucket, ``content_type``
    cancel_payment      the payment's ignored
    =================== ============= =====================================

    ``attempts`` counts the tries so far that the other side answered, not those without contact.
    """

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def row_id(self) -> str: ...
    @property
    def body(self) -> Mapping[str, object]: ...
    @property
    def attempts(self) -> int: ...


class Outbox(Protocol):
    """An entry leaves it by ``delivered`` alone."""

    def due(self, now: datetime, limit: int, kinds: Kinds) -> Sequence[Entry]:
        """The oldest ``limit`` entries of ``kinds`` whose next attempt is not after ``now``."""

    def delivered(self, entry_id: str, now: datetime) -> None: ...

    def failed(self, entry_id: str, next_attempt_at: datetime, error: str) -> None: ...

    def depth(self) -> int:
        """How many entries are not delivered, due or not."""

    def hurry(self, now: datetime) -> None:
        """Everything that waits is due at ``now``."""
