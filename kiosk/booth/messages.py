"""What reaches the conductor, from the screen and from the workers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.booth.view import Countdown, Intent, Notice, PrintProgress, Problem
from kiosk.domain.faults import Fault
from kiosk.domain.order import PaymentMethod
from kiosk.domain.session import Event

if TYPE_CHECKING:
    from kiosk.booth.stage import Shop


@dataclass(frozen=True)
class Measured:
    """Something being timed: it began at ``since_ns`` and ends when its event is on disk."""

    name: str
    since_ns: int


@dataclass(frozen=True)
class Happened:
    """With ``about`` it counts only while this payment is the session's at hand: an answer that
    comes late must not be taken for one about the next code."""

    session_id: str
    event: Event
    measured: Measured | None = None
    about: str | None = None


@dataclass(frozen=True)
class Noticed:
    session_id: str
    notice: Notice | None
    printer_faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Counting:
    session_id: str
    countdown: Countdown


@dataclass(frozen=True)
class Progressed:
    session_id: str
    progress: PrintProgress


@dataclass(frozen=True)
class Checked:
    """The outcome of a preflight. ``unsellable``: keys of packages that no printer could print
    now; all of them are a problem. ``refused_ways`` to pay don't work now. ``most_copies`` by
    package are what the paper lasts for; a package that it doesn't name is sold as it is.
    ``online``: whether the cloud answered last, None before it was asked."""

    problems: tuple[Problem, ...]
    unsellable: frozenset[str] = frozenset()
    refused_ways: frozenset[PaymentMethod] = frozenset()
    most_copies: Mapping[str, int] = field(default_factory=dict)
    online: bool | None = None


@dataclass(frozen=True)
class NewShop:
    """Staff have changed what is sold here, or how: it is for the next guest."""

    shop: Shop


@dataclass(frozen=True)
class Rehearse:
    """Staff want a session of their own, free, under this id; not beside a guest."""

    session_id: str


Message = Intent | Happened | Noticed | Counting | Progressed | Checked | NewShop | Rehearse
