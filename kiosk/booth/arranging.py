"""What a guest's taps about the shots and their print come to."""

from __future__ import annotations

from typing import assert_never

from kiosk.booth.stage import Shop, Stage
from kiosk.booth.view import ArrangeShots, PickLook, PickTemplate, Retake
from kiosk.domain.session import (
    Arranging,
    Event,
    LookPicked,
    RetakeAsked,
    Shooting,
    ShotsArranged,
    TemplatePicked,
)

Pick = PickLook | PickTemplate | ArrangeShots | Retake


def picked(pick: Pick, stage: Stage, shop: Shop, now_ns: int) -> Event | None:
    """None where it is not offered, or where the time to pick is over. That it changes something
    is for the session's rules to say."""
    if not isinstance(stage.state, Arranging):
        return _while_shooting(pick, stage)
    looking = stage.looking
    if looking is not None and now_ns >= looking.last_ns:
        return None
    match pick:
        case PickLook(look=look):
            return LookPicked(look) if look in shop.looks else None
        case PickTemplate(template=template):
            offered = shop.templates_for(stage.state.order.package)
            return TemplatePicked(template) if template in offered else None
        case ArrangeShots(slots=slots):
            return ShotsArranged(slots)
        case Retake(seq=seq):
            return RetakeAsked(seq)
        case _:
            assert_never(pick)


def _while_shooting(pick: Pick, stage: Stage) -> Event | None:
    """A retake is for the shot taken last, until the next one is taken."""
    if isinstance(pick, Retake) and isinstance(stage.state, Shooting):
        return RetakeAsked(pick.seq)
    return None
