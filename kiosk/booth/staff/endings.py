"""How what staff asked for ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import structlog

from kiosk.booth.staff.view import Outcome
from kiosk.domain.errors import KioskError, PrintingUnavailable

log = structlog.get_logger()


@dataclass(frozen=True)
class Ending:
    """``about`` is a printer's name or a claim code. ``detail`` is for staff who can read English,
    and for the log."""

    outcome: Outcome
    about: str = ""
    detail: str = ""


class Refused(KioskError):
    """What staff asked for makes no sense now; nothing was changed."""

    def __init__(self, why: str, outcome: Outcome = Outcome.REFUSED) -> None:
        super().__init__(why)
        self.outcome = outcome


def ended(
    work: Callable[[], Ending | None], about: str = "", failed: Outcome = Outcome.REFUSED
) -> Ending | None:
    """``work``'s own ending, None where nothing is to be told; what it raises is one too,
    ``failed`` where nothing says it better."""
    try:
        return work()
    except PrintingUnavailable as error:
        return Ending(Outcome.CUPS_SILENT, about, str(error))
    except Refused as error:
        return Ending(error.outcome, about, str(error))
    except KioskError as error:
        return Ending(failed, about, str(error))
    except Exception as error:
        log.exception("staff's errand failed", about=about)
        return Ending(failed, about, f"{type(error).__name__}: {error}")
