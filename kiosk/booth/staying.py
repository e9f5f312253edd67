"""A guest who is still there gets more time, and not for ever."""

from __future__ import annotations

from dataclasses import replace

from kiosk.booth.stage import Stage


def stayed(stage: Stage, now_ns: int) -> Stage:
    """As if the step began now, within its bounds; the very same where no touch helps."""
    if stage.looking is None:
        limit = None if stage.limit is None else stage.limit.longer(now_ns)
        return stage if limit == stage.limit else replace(stage, limit=limit)
    looking = stage.looking.longer(now_ns)
    if looking == stage.looking:
        return stage
    limit = None if stage.limit is None else replace(stage.limit, at_ns=looking.until_ns)
    return replace(stage, looking=looking, limit=limit)
