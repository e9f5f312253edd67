"""What a guest means to do, and what is to go wrong meanwhile: drawn by chance."""

from __future__ import annotations

import enum
import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from kiosk.domain.order import PaymentMethod

from .paid_xendit import Fault

T = TypeVar("T")


class Habit(enum.Enum):
    PAYS = "pays"
    LEAVES_AT_ONCE = "leaves before choosing"
    LEAVES = "leaves and never pays"
    PAYS_AND_LEAVES = "pays in the moment of leaving"
    PAYS_LATE = "leaves, and pays all the same"
    PAYS_TWICE = "has a second code, and pays both"
    PAYS_IN_PART = "leaves with a part of it paid in cash"


class Cash(enum.Enum):
    STAFF = "staff"
    BILLS = "bills"


QRIS, CASH, VOUCHER = PaymentMethod.QRIS, PaymentMethod.CASH, PaymentMethod.VOUCHER

HABITS = {
    Habit.PAYS: 76,
    Habit.LEAVES_AT_ONCE: 2,
    Habit.LEAVES: 3,
    Habit.PAYS_AND_LEAVES: 5,
    Habit.PAYS_LATE: 7,
    Habit.PAYS_TWICE: 5,
    Habit.PAYS_IN_PART: 2,
}

WAYS = {
    (QRIS,): 60,
    (CASH,): 20,
    (VOUCHER, QRIS): 14,
    (VOUCHER, CASH): 6,
}
"""In the order in which they are picked until nothing is due; a voucher may pay for everything."""

MOMENTS = (
    *("Requesting", "Offered", "Closing", "Picking", "EnteringVoucher", "TakingCash"),
    *("paid", "Shooting", "Arranging", "Printing", "any"),
)
"""When the booth may be killed: "paid" is right after the guest has, "any" at a random time."""

WEBHOOKS: tuple[Fault, ...] = (
    {"fault": "late", "ms": 1500, "times": 1},
    {"fault": "twice", "times": 1},
    {"fault": "out_of_order", "times": 1},
    {"fault": "wrong_amount", "times": 1},
    {"fault": "wrong_token", "times": 1},
    {"fault": "lost", "times": 1},
)


@dataclass(frozen=True)
class Plan:
    """``dies_at`` is None where the booth lives through it, ``webhook`` where Xendit tells of the
    payment as it should. ``impatient`` guests touch "I have paid"."""

    habit: Habit
    ways: tuple[PaymentMethod, ...]
    cash: Cash
    copies: int
    impatient: bool
    used_voucher: bool
    dies_at: str | None
    webhook: Fault | None


def planned(chance: random.Random, troubles: Counter[str]) -> Plan:
    habit = _one_of(chance, HABITS)
    ways = _one_of(chance, WAYS)
    if habit is Habit.PAYS_IN_PART:
        ways = (CASH,)
    elif habit is not Habit.PAYS:
        ways = (QRIS,)
    plan = Plan(
        habit=habit,
        ways=ways,
        cash=chance.choice(tuple(Cash)),
        copies=chance.choice((1, 1, 1, 2)),
        impatient=chance.random() < 0.3,
        used_voucher=VOUCHER in ways and chance.random() < 0.2,
        dies_at=chance.choice(MOMENTS) if chance.random() < 0.35 else None,
        webhook=chance.choice(WEBHOOKS) if chance.random() < 0.4 else None,
    )
    troubles[f"guest {habit.value}"] += 1
    return plan


def _one_of(chance: random.Random, weighted: Mapping[T, int]) -> T:
    return chance.choices(tuple(weighted), tuple(weighted.values()))[0]
