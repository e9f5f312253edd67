"""The customer's prices here: told to the cloud, learned from it, and never two truths."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.domain.prices import MOST, Price, Terms
from kiosk.domain.times import iso
from kiosk.store.mirror import Mirror
from kiosk.store.models import AuditEntry, PriceRow
from kiosk.store.outbox import Entry
from kiosk.store.prices import NoSuchPrice
from tests.store.sample import NOW

TERMS = Terms("strip", "Pasar Malam", 40_000, 10_000, iso(NOW), iso(NOW + timedelta(days=1)))
THEIRS = Price(
    "theirs",
    "customer",
    "strip",
    "",
    0,
    0,
    None,
    None,
    withdrawn=False,
    created_at=iso(NOW),
    version=1,
)


def told(mirror: Mirror) -> list[Entry]:
    return [entry for entry in mirror.outbox.due(NOW, 100) if entry.kind == "price"]


def test_a_price_is_kept_told_and_written_down(mirror: Mirror) -> None:
    price = mirror.prices.add(TERMS, "Sari", NOW)
    assert mirror.prices.all() == (price,)
    [entry] = told(mirror)
    assert (entry.row_id, entry.body["price"], entry.body["version"]) == (price.id, 40_000, 1)
    assert set(entry.body) == set(Price.__dataclass_fields__)
    [written] = AuditEntry.select().where(AuditEntry.what == "price set")
    assert (written.who, written.at) == ("Sari", iso(NOW))
    assert "40000" in written.data


def test_one_that_is_withdrawn_stays_and_is_told_as_newer(mirror: Mirror) -> None:
    price = mirror.prices.add(TERMS, "Sari", NOW)
    gone = mirror.prices.withdraw(price.id, "Budi", NOW)
    assert gone == replace(price, withdrawn=True, version=2)
    assert mirror.prices.all() == (gone,)
    assert told(mirror)[-1].body == told(mirror)[0].body | {"withdrawn": True, "version": 2}
    [written] = AuditEntry.select().where(AuditEntry.what == "price withdrawn")
    assert written.who == "Budi"


def test_what_is_not_there_or_withdrawn_cannot_be_withdrawn(mirror: Mirror) -> None:
    price = mirror.prices.add(TERMS, "Sari", NOW)
    mirror.prices.withdraw(price.id, "Sari", NOW)
    for price_id in (price.id, "nowhere"):
        with pytest.raises(NoSuchPrice):
            mirror.prices.withdraw(price_id, "Sari", NOW)
    assert len(told(mirror)) == 2


def test_what_the_cloud_knows_is_learned_once_and_not_told_back(mirror: Mirror) -> None:
    assert mirror.prices.learn([THEIRS]) == 1
    assert mirror.prices.learn([THEIRS]) == 0
    assert mirror.prices.all() == (THEIRS,)
    assert told(mirror) == []


def test_only_what_is_newer_is_taken_over(mirror: Mirror) -> None:
    withdrawn = replace(THEIRS, withdrawn=True, version=2)
    mirror.prices.learn([withdrawn])
    assert mirror.prices.learn([THEIRS]) == 0
    assert mirror.prices.all() == (withdrawn,)


def test_what_was_withdrawn_here_stays_so_before_the_cloud_has_heard(mirror: Mirror) -> None:
    mirror.prices.learn([THEIRS])
    gone = mirror.prices.withdraw(THEIRS.id, "Sari", NOW)
    mirror.prices.learn([THEIRS])
    assert mirror.prices.all() == (gone,)


def test_a_price_of_another_customer_is_not_learned(mirror: Mirror) -> None:
    assert mirror.prices.learn([replace(THEIRS, customer_id="another"), THEIRS]) == 1
    assert [row.id for row in PriceRow.select()] == ["theirs"]


def test_the_newest_comes_first(mirror: Mirror) -> None:
    first = mirror.prices.add(TERMS, "Sari", NOW)
    second = mirror.prices.add(TERMS, "Sari", NOW + timedelta(seconds=1))
    third = mirror.prices.add(TERMS, "Sari", NOW + timedelta(seconds=1))
    assert mirror.prices.all() == (third, second, first)


@pytest.mark.parametrize("amount", [-1, MOST + 1])
def test_no_price_is_made_of_bad_terms(amount: int) -> None:
    with pytest.raises(ValueError, match="a price is from 0 to 20000000"):
        replace(TERMS, price=amount)
    with pytest.raises(ValueError, match="a price is from 0 to 20000000"):
        replace(TERMS, extra_copy=amount)
    with pytest.raises(ValueError, match="begin before it ends"):
        replace(TERMS, valid_to=TERMS.valid_from)
