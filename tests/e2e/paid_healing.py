"""After the storm: late news arrives, staff settle what is owed, and the cloud hears everything."""

from __future__ import annotations

import subprocess
import sys
import time
import uuid
import zlib
from collections import Counter
from collections.abc import Callable

from kiosk.booth.messages import Happened
from kiosk.booth.view import Finish
from kiosk.domain import session as s
from kiosk.domain.claims import Claim
from kiosk.domain.order import ReturnWay
from kiosk.store.models import Session

from .paid_cloud import payment_in_cloud
from .paid_house import PaidHouse
from .paid_till import STAFF

PATIENCE_S = 60.0
SETTLING_S = 1.0
WHY = "badai"


def heal(house: PaidHouse) -> Counter[str]:
    """What had to be done for it, by name. The booth runs before and after."""
    done: Counter[str] = Counter()
    say("the storm is over; everything heals")
    _until(lambda: all(r.told for r in house.xendit.requests()), "Xendit's webhooks arrive")
    done["webhooks sent again by hand"] = _tell_what_was_lost(house)
    house.process.stop()
    house.process.start()  # so that it asks for late payments now and not in a minute
    _until(lambda: _empty_screen(house), "every session ends")
    _until(lambda: not _untold(house), "late payments reach the booth")
    asked: set[tuple[str, str]] = set()
    _until(lambda: _settle(house, done, asked), "what is owed is settled")
    _until(lambda: not house.mirror.journal.unfinished(), "every reprint ends")
    house.process.stop()
    _until(lambda: _drained(house), "the cloud knows everything")
    return done


def _tell_what_was_lost(house: PaidHouse) -> int:
    """Xendit believes that it has told: of a payment made after its end nobody else would ask."""
    api, lost = house.cloud.api, 0
    for request in house.xendit.requests():
        if request.paid and payment_in_cloud(house, request.payment_id)["status"] != "completed":
            house.xendit.tell_again(api, request)
            lost += 1
    return lost


def _empty_screen(house: PaidHouse) -> bool:
    """A guest who is still there waits for nothing but the booth."""
    view = house.process.next_view(0.2)
    if view is not None and view.session_id is not None and view.state is not None:
        house.process.send(Finish(view.session_id))
    return not house.mirror.journal.unfinished()


def _untold(house: PaidHouse) -> list[str]:
    """Payments that Xendit has and no session knows."""
    paid = {r.payment_id for r in house.xendit.requests() if r.paid}
    return sorted(paid - _known(house))


def _known(house: PaidHouse) -> set[str]:
    orders = (s.order_of(state) for state in states(house).values())
    return {r.payment_id for order in orders if order is not None for r in order.till.received}


def _settle(house: PaidHouse, done: Counter[str], asked: set[tuple[str, str]]) -> bool:
    """Staff do something about each claim; whether none is left. What they see is what the store
    says now: a claim that is being dealt with is left alone."""
    claims = house.mirror.claims.open()
    for claim in claims:
        if claim.refunding or claim.waits_for_printer:
            continue
        event = _remedy(house, claim)
        if (claim.session_id, repr(event)) not in asked:
            asked.add((claim.session_id, repr(event)))
            done[f"staff: {_name(event)}"] += 1
        house.process.send(Happened(claim.session_id, event))
    time.sleep(SETTLING_S if claims else 0.0)
    return not claims


def _remedy(house: PaidHouse, claim: Claim) -> s.Event:
    """By chance, but the same whenever the same claim is looked at."""
    chance = zlib.crc32(claim.session_id.encode()) % 4
    approval = s.Approval(STAFF, WHY)
    if claim.reason is None:
        return s.ChangeReturned(claim.amount, ReturnWay.CASH, STAFF)
    if chance < 2 and claim.refundable and not claim.refund_failed:
        return s.RefundAsked(approval)
    if chance == 2 and claim.picture is not None:
        printer = house.mirror.printers.all()[0].id
        key = str(uuid.uuid5(uuid.NAMESPACE_OID, claim.session_id + claim.since))
        return s.ReprintApproved(printer, key, claim.copies, approval)
    how = s.Settlement.COMPED if chance == 3 else s.Settlement.REFUNDED
    return s.SettledByStaff(how, STAFF, WHY, ReturnWay.CASH)


def _name(event: s.Event) -> str:
    match event:
        case s.SettledByStaff(how):
            return how.value
        case _:
            return type(event).__name__


def _drained(house: PaidHouse) -> bool:
    """What was put off for longer than anybody waits is tried now."""
    if house.mirror.outbox.depth():
        command = house.files.command("sync", "--once", "--json")
        subprocess.run(command, check=False, capture_output=True, timeout=90)
    return house.mirror.outbox.depth() == 0


def states(house: PaidHouse) -> dict[str, s.State]:
    """Every session, as its journal tells it."""
    found = ((row.id, house.mirror.journal.load(row.id)) for row in Session.select())
    return {session_id: known.state for session_id, known in found if known is not None}


def _until(met: Callable[[], bool], what: str, within_s: float = PATIENCE_S) -> None:
    began = time.monotonic()
    while not met():
        assert time.monotonic() - began < within_s, f"never: {what}"
        time.sleep(0.1)
    say(f"{what}: {time.monotonic() - began:.1f} s")


def say(words: str) -> None:
    sys.stderr.write(f"paid storm: {words}\n")
    sys.stderr.flush()
