"""What the booth tells of its first start, and what may be asked of it there."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from kiosk.domain.activation import Holder, LicenceFault, LicenceTerms
from kiosk.domain.setup import SetupStep


class Activating(enum.Enum):
    """How it stands with the cloud."""

    NOT_ASKED = "not-asked"
    GOING = "going"
    OFFLINE = "offline"  # it is tried again by itself
    REFUSED = "refused"  # ``detail`` says why, in English
    TAKEN = "taken"  # the licence is registered with another name or e-mail
    FAILED = "failed"  # on this machine; as above


class Rehearsing(enum.Enum):
    NOT_YET = "not-yet"
    GOING = "going"
    NOT_READY = "not-ready"  # the booth can't serve now: the home page says why
    LEFT = "left"  # it was ended before the print
    OWED = "owed"  # no print came of it


@dataclass(frozen=True)
class JudgedLicence:
    """What the key ``of`` was found to be. ``shown`` to the booth, not typed."""

    of: str = field(repr=False)
    found: LicenceTerms | LicenceFault
    shown: bool = False


@dataclass(frozen=True)
class SetupView:
    """``step`` is the first that is not done. ``tested`` since staff came to it: a test page is
    out. ``tried`` is what was typed for an activation that a power cut came into."""

    step: SetupStep
    licence: JudgedLicence | None = None
    activating: Activating = Activating.NOT_ASKED
    detail: str = ""
    tested: bool = False
    rehearsing: Rehearsing = Rehearsing.NOT_YET
    tried: Holder | None = None


# ---- before anybody has a PIN ---------------------------------------------------------------


@dataclass(frozen=True)
class JudgeLicence:
    """Without a network."""

    key: str = field(repr=False)


@dataclass(frozen=True)
class LookForLicence:
    """A key that is shown to the camera or stands on a USB stick; what was found before is
    forgotten. It goes on until a key is good, or it is ended."""


@dataclass(frozen=True)
class StopLooking:
    pass


@dataclass(frozen=True)
class Activate:
    """Asked once: while the cloud is away it is tried again."""

    holder: Holder
    pin: str = field(repr=False)


@dataclass(frozen=True)
class SetOwnerPin:
    """For a booth that is activated and has no PIN: whoever holds its licence key may set one."""

    key: str = field(repr=False)
    owner: str
    pin: str = field(repr=False)


@dataclass(frozen=True)
class StopActivating:
    """What was typed is to be changed."""


OpenRequest = JudgeLicence | LookForLicence | StopLooking | Activate | SetOwnerPin | StopActivating
"""For anybody, while there is no PIN."""

# ---- behind it ------------------------------------------------------------------------------


@dataclass(frozen=True)
class KeepCamera:
    """The picture is good."""


@dataclass(frozen=True)
class KeepTestPage:
    """It came out well."""


@dataclass(frozen=True)
class RehearseSession:
    """A session that asks for no money, with the guests' screens."""


@dataclass(frozen=True)
class SkipRehearsal:
    pass


@dataclass(frozen=True)
class FinishSetup:
    pass


SetupRequest = KeepCamera | KeepTestPage | RehearseSession | SkipRehearsal | FinishSetup
