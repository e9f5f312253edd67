"""Finding this customer's printers again, on a machine that has never seen them."""

from __future__ import annotations

from kiosk.clock import SystemClock
from kiosk.domain.errors import CloudRefused, CloudUnreachable
from kiosk.domain.identity import Identity
from kiosk.store.mirror import Mirror
from kiosk.sync.api import CloudApi
from kiosk.sync.known_printers import known_printers


def remember_printers(mirror: Mirror, api: CloudApi, who: Identity) -> int | None:
    """How many are known and not set up here; None where the cloud can't be asked now.

    Nothing depends on it: whoever calls goes on either way.
    """
    try:
        known = known_printers(api, who.customer_id)
    except (CloudUnreachable, CloudRefused):
        return None
    return mirror.printers.remember(known, SystemClock().now())
