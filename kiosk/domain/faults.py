"""Why a printer does not print: one enum for everything that CUPS, IPP and drivers call it."""

from __future__ import annotations

import enum


class Fault(enum.Enum):
    """The value is the IPP state reason (RFC 8011, 5.4.12; PWG 5100.9) without its suffix."""

    MEDIA_EMPTY = "media-empty"
    MEDIA_NEEDED = "media-needed"
    MEDIA_JAM = "media-jam"
    COVER_OPEN = "cover-open"
    DOOR_OPEN = "door-open"
    MARKER_SUPPLY_EMPTY = "marker-supply-empty"
    OFFLINE = "offline"
    TIMED_OUT = "timed-out"
    PAUSED = "paused"
    OTHER = "other-error"
