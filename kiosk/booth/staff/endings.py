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
    """``printer`` is its name. ``detail`` is for staff who can read English, and for the log."""

    outcome: Outcome
    printer: str = ""
    detail: str = ""


class Refused(KioskError):
    """What staff asked for makes no sense now; nothing was changed."""


def ended(
    work: Callable[[], Ending | None], printer: str = "", failed: Outcome = Outcome.REFUSED
) -> Ending | None:
    """``work``'s own ending, None where nothing is to be told; what it raises is one too,
    ``failed`` where nothing says it better."""
    try:
        return work()
    except PrintingUnavailable as error:
        return Ending(Outcome.CUPS_SILENT, printer, str(error))
    except Refused as error:
        return Ending(Outcome.REFUSED, printer, str(error))
    except KioskError as error:
        return Ending(failed, printer, str(error))
    except Exception as error:
        log.exception("staff's errand failed", printer=printer)
        return Ending(failed, printer, f"{type(error).__name__}: {error}")
