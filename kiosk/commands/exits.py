"""The exit codes of every command."""

from __future__ import annotations

DONE, FAILED, WRONG_USE = 0, 1, 2
