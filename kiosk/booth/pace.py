"""How long things take and how long they are waited for, all in seconds."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Pace:
    """Screen limits end a step by themselves; patience is how long a fault is waited out."""

    countdown: float = 3.0
    review: float = 1.2  # a look at the shot before the next countdown
    retake_review: float = 2.5  # as review, where the guest may have that shot taken again
    choosing: float = 60.0
    requesting: float = 45.0
    payment: float = 180.0  # also the payment code's own lifetime
    voucher: float = 90.0
    cash: float = 180.0  # from the last bill on
    arranging: float = 45.0
    look: float = 15.0  # at least, with each pick, and four times arranging in all
    take_home: float = 30.0
    cancelled: float = 5.0
    owed: float = 90.0
    printing: float = 45.0  # a long print goes on without the screen
    payment_poll: float = 1.0
    second_look: float = 3.0  # how long a fault may last that shows just before money can come
    look_again: float = 0.25
    refund_poll: float = 5.0
    print_poll: float = 1.0  # behind CUPS' notifications
    closing_patience: float = 10.0
    camera_patience: float = 120.0
    print_turn: float = 0.2  # how soon a print that waits for its turn sees that it has come
    print_patience: float = 300.0
    print_move: float = 30.0  # where another printer could print it
    print_retry: float = 15.0  # between two tries of a queue whose fault only a try can clear
    print_settle: float = 10.0  # and three times its sheets: how long a printer's counter may lag
    print_withdrawal: float = 20.0  # how long CUPS may take to end a job before the guest is told


def rehearsal(pace: Pace) -> Pace:
    """Full speed: nothing is waited for but the devices; every patience stays."""
    polls = {"payment_poll": 0.25, "print_poll": 0.25}
    return replace(pace, countdown=0.8, review=0.1, retake_review=0.5, take_home=20.0, **polls)
