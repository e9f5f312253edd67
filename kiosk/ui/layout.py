"""How the guest's shots lie on the paper."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.domain.order import Order
from kiosk.domain.states import Arranging, Shooting


@dataclass(frozen=True)
class Layout:
    """``slots`` has, for each slot in order, the ``seq`` of the shot in it."""

    template: str
    slots: tuple[int, ...]

    def swapped(self, one: int, other: int) -> Layout:
        """With the shots of two slots in each other's place. Raises IndexError."""
        slots = list(self.slots)
        slots[one], slots[other] = slots[other], slots[one]
        return replace(self, slots=tuple(slots))


def as_taken(order: Order) -> Layout:
    """The package's own template, the shots in the order in which they are taken."""
    return Layout(order.package.template, tuple(range(1, order.package.shots + 1)))


def layout_of(state: Shooting | Arranging) -> Layout:
    plain = as_taken(state.order)
    return Layout(state.template or plain.template, state.slots or plain.slots)
