"""That a licence was taken back before its time, proved by its maker's signature alone.

``PBR1.<payload>.<signature>``; the payload is JSON with id, reason and revoked, a UTC day.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from kiosk.domain.errors import LicenceInvalid
from kiosk.sync.licence import Licence
from kiosk.sync.signed_text import Forged, Malformed, read_signed

Line = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class Revocation(BaseModel):
    """Of the licence ``id``, from the day ``revoked`` on."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: Line
    reason: Line
    revoked: date


def revokes(statement: str | None, licence: Licence, public_key: str) -> Revocation | None:
    """What ``statement`` says, where the maker signed it and it is about ``licence``."""
    if statement is None:
        return None
    try:
        said = Revocation.model_validate_json(read_signed(statement, "PBR1", public_key))
    except (Malformed, Forged, ValidationError):
        return None
    return said if said.id == licence.id else None


def refuse_revoked(statement: str | None, licence: Licence, public_key: str) -> None:
    """Raises LicenceInvalid, with the day and the reason, where ``statement`` revokes it."""
    if said := revokes(statement, licence, public_key):
        raise LicenceInvalid(
            f"this licence was revoked on {said.revoked.isoformat()}: {said.reason}"
        )
