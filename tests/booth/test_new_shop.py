"""What staff change is for the next guest: who has begun goes on with what they were shown."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings, strategies as st

from kiosk.booth.messages import NewShop
from kiosk.booth.stage import Shop
from kiosk.booth.view import Begin, Choose, Finish, Leave, View
from kiosk.domain.order import PaymentMethod
from kiosk.domain.session import order_of
from kiosk.store.mirror import open_mirror
from tests.booth.conftest import BASE, PACKAGE, Rig, activate

CASH, QRIS, FREE = PaymentMethod.CASH, PaymentMethod.QRIS, PaymentMethod.FREE
STRIP = replace(PACKAGE, key="strip", price=30_000)
SHOPS = (
    Shop((PACKAGE,), (QRIS,), BASE, event="Pesta"),
    Shop((replace(PACKAGE, price=50_000), STRIP), (QRIS, CASH), BASE, event="Rina"),
    Shop((STRIP,), (FREE,), BASE, event="Budi", mirror=False),
)

STEPS = st.lists(st.sampled_from(["begin", "choose", "leave", "finish", *range(len(SHOPS))]))


def shown(view: View) -> object:
    return view.packages, view.ways, view.event, view.mirror


def offered(shop: Shop) -> object:
    ways = tuple(way for way in shop.methods if way is not FREE)
    free = tuple(replace(package, price=0) for package in shop.packages)
    return shop.packages if ways else free, ways, shop.event, shop.mirror


@settings(max_examples=20, deadline=None)
@given(STEPS)
def test_nobody_is_sold_what_they_were_not_shown(steps: list[str | int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ids = iter(range(100_000))
        mirror = open_mirror(Path(folder), lambda: f"row-{next(ids)}")
        activate(mirror)
        rig = Rig(Path(folder), mirror)
        conductor = rig.conductor()
        newest, begun = None, {}
        for step in steps:
            before = rig.view
            session = before.session_id or ""
            match step:
                case "begin":
                    conductor.handle(Begin())
                case "choose":
                    key = before.packages[-1].key
                    conductor.handle(Choose(session, key))
                case "leave":
                    conductor.handle(Leave(session))
                case "finish":
                    conductor.handle(Finish(session))
                case int(place):
                    newest = SHOPS[place]
                    conductor.handle(NewShop(newest))
            now = rig.view
            if now.session_id is None:
                assert newest is None or shown(now) == offered(newest)
                continue
            assert shown(now) == begun.setdefault(now.session_id, shown(now))
            order = now.state and order_of(now.state)
            assert order is None or replace(order.package, price=order.amount) in now.packages
        mirror.close()
