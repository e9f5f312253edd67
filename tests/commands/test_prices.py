"""``kiosk prices``: what an operator sets is what guests pay; a slip of the finger is refused."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kiosk.domain.times import moment
from kiosk.store.models import AuditEntry
from tests.commands.desk import Desk

CONFIGURED = {"classic": (35_000, 15_000), "strip": (30_000, 0)}


def sold(desk: Desk) -> dict[str, tuple[int, int]]:
    packages = desk.told("prices", "list")["packages"]
    return {p["key"]: (p["price"], p["extra_copy"]) for p in packages}


def make(desk: Desk, *words: str) -> dict[str, Any]:
    return desk.told("prices", "set", *words, "--by", "Sari")


def test_what_is_set_is_sold_until_it_is_withdrawn(desk: Desk) -> None:
    assert "No other prices are set" in desk.done("prices", "list")
    assert sold(desk) == CONFIGURED
    made = make(desk, "classic", "40000")
    assert made["standing"] == "holds"
    assert sold(desk) == CONFIGURED | {"classic": (40_000, 15_000)}
    make(desk, "strip", "0", "--extra-copy", "5.000", "--event", "Pesta Sudut")
    assert sold(desk) == {"classic": (40_000, 15_000), "strip": (0, 5_000)}

    price_id = made["price"]["id"]
    said = desk.done("prices", "withdraw", price_id, "--by", "Budi")
    assert said == f"{price_id} is withdrawn. classic costs Rp 35.000 here now.\n"
    assert sold(desk)["classic"] == (35_000, 15_000)
    assert price_id not in desk.done("prices", "list")
    assert "withdrawn" in desk.done("prices", "list", "--all")
    assert "kiosk prices list" in desk.refused("prices", "withdraw", price_id, "--by", "Budi")

    with desk.mirror() as mirror:
        assert mirror.outbox.depth() == 3
        written = [(row.who, row.what) for row in AuditEntry.select().order_by(AuditEntry.seq)]
    assert written == [("Sari", "price set"), ("Sari", "price set"), ("Budi", "price withdrawn")]


def test_what_does_not_hold_here_now_says_why(desk: Desk) -> None:
    def why(*words: str) -> str:
        said = desk.done("prices", "set", "classic", "1000", "--by", "Sari", *words)
        return said.splitlines()[1]

    assert why("--event", "Lain") == "It does not hold here now: the event here is Pesta Sudut."
    assert why("--from", "2090-01-01") == "It does not hold here now: it begins later."
    past = ("--from", "2020-01-01", "--to", "2020-01-02T12:00")
    assert why(*past) == "It does not hold here now: it is over."
    make(desk, "classic", "2000", "--event", "Pesta Sudut")
    assert "another goes before it" in why()
    assert sold(desk)["classic"] == (2_000, 15_000)


def test_a_date_at_the_end_is_its_whole_day(desk: Desk) -> None:
    terms = make(desk, "classic", "1000", "--from", "2090-01-01", "--to", "2090-01-01")["price"]
    assert moment(terms["valid_to"]) - moment(terms["valid_from"]) == timedelta(days=1)
    zone = make(desk, "classic", "1000", "--from", "2090-01-01T07:30+07:00")["price"]
    assert zone["valid_from"] == "2090-01-01T00:30:00.000Z"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("clasic", "1000"), "clasic is not sold here, but classic, strip: --elsewhere"),
        (("Classic", "1000"), "'Classic' is no package's key"),
        (("other", "1000", "--elsewhere"), "--extra-copy RUPIAH"),
        (("classic", "20000001"), "a price is from 0 to 20000000"),
        (("classic", "1000", "--extra-copy", "20000001"), "a price is from 0 to 20000000"),
        (("classic", "35.00"), "is no amount in whole rupiah"),
        (("classic", "1e5"), "is no amount in whole rupiah"),
        (("classic", "-5"), "No such option"),
        (("classic", "1000", "--from", "besok"), "--from 'besok' is no moment"),
        (("classic", "1000", "--to", "2026-02-30"), "--to '2026-02-30' is no moment"),
        (("classic", "1000", "--to", "2020-01-01"), "a price has to begin before it ends"),
        (("classic", "1000", "--event", "a\nb"), "--event is one line"),
        (("classic", "1000", "--by", " "), "--by needs a name"),
    ],
)
def test_bad_input_is_refused_and_nothing_is_kept(
    desk: Desk, words: tuple[str, ...], why: str
) -> None:
    by = () if "--by" in words else ("--by", "Sari")
    said = desk.say("prices", "set", *words, *by)
    assert (said.code, said.out) == (2, ""), said
    assert why in " ".join(said.err.replace("│", " ").split())
    assert sold(desk) == CONFIGURED


def test_without_a_name_nothing_is_set(desk: Desk) -> None:
    assert desk.say("prices", "set", "classic", "1000").code == 2
    assert sold(desk) == CONFIGURED


def test_what_only_other_booths_sell_can_be_set_here(desk: Desk) -> None:
    words = ("other", "35.000", "--elsewhere", "--extra-copy", "1000")
    said = desk.done("prices", "set", *words, "--by", "Sari")
    assert said.startswith("other costs Rp 35.000, a copy more Rp 1.000, at any event from ")
    assert sold(desk) == CONFIGURED
