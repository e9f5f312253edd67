"""The rooms that are always one touch away."""

from __future__ import annotations

import enum


class Tab(enum.Enum):
    HOME = "home"
    TILL = "till"
    SESSIONS = "sessions"
    PRINTERS = "printers"
    MORE = "more"
