"""After the storm: late news arrives, staff settle what is owed, and the cloud hears everything."""

from __future__ import annotations

import subprocess
import time
from collections import Counter
from collections.abc import Callable

from kiosk.booth.messages import Happened
from kiosk.booth.view import Finish
from kiosk.domain import session as s
from kiosk.store.models import Session

from .paid_cloud import payment_in_cloud
from .paid_house import PaidHouse

PATIENCE_S = 60.0
BY = "Sari"
WHY = "badai"


def heal(house: PaidHouse) -> Counter[str]:
    """What had to be done for it, by name. The booth runs before and after."""
    done: Counter[str] = Counter()
    _until(lambda: all(r.told for r in house.xendit.requests()), "Xendit's webhooks arrive")
    done["webhooks sent again by hand"] = _tell_what_was_lost(house)
    house.process.stop()
    house.process.start()  # so that it asks for late payments now and not in a minute
    _until(lambda: _empty_screen(house), "every session ends")
    _until(lambda: not _untold(house), "late payments reach the booth")
    _until(lambda: not _owed(house) or _settle(house, done), "what is owed is settled")
    _drain(house)
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


def _owed(house: PaidHouse) -> list[str]:
    return [row.id for row in Session.select().where(Session.state == "Owed")]


def _settle(house: PaidHouse, done: Counter[str]) -> bool:
    """Staff do something about each; whether all is done now."""
    for session_id in _owed(house):
        how = s.Settlement.COMPED if hash(session_id) % 2 else s.Settlement.REFUNDED
        house.process.send(Happened(session_id, s.SettledByStaff(how, BY, WHY)))
        done[f"settled by staff: {how.value}"] += 1
    _until(lambda: not _owed(house), "settling is written", 20.0)
    return True


def _drain(house: PaidHouse) -> None:
    """What was put off for longer than anybody waits is tried now."""
    house.process.stop()
    give_up = time.monotonic() + PATIENCE_S
    while house.mirror.outbox.depth() and time.monotonic() < give_up:
        command = house.files.command("sync", "--once", "--json")
        subprocess.run(command, check=False, capture_output=True, timeout=90)


def states(house: PaidHouse) -> dict[str, s.State]:
    """Every session, as its journal tells it."""
    found = ((row.id, house.mirror.journal.load(row.id)) for row in Session.select())
    return {session_id: known.state for session_id, known in found if known is not None}


def _until(met: Callable[[], bool], what: str, within_s: float = PATIENCE_S) -> None:
    give_up = time.monotonic() + within_s
    while not met():
        assert time.monotonic() < give_up, f"never: {what}"
        time.sleep(0.1)
