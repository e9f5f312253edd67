"""``kiosk shifts``, ``kiosk report`` and what is owed: the counter's work, typed."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.commands.desk import Desk
from tests.store.money import CASH, NO_CAMERA, bill, go, paid, qris


def test_a_day_at_the_counter_adds_up(desk: Desk) -> None:
    assert desk.refused("shifts", "show") == "no shift is open: kiosk shifts open"
    desk.done("shifts", "open", "--by", "Sari", "--float", "100000")
    now = datetime.now(UTC)
    with desk.mirror() as mirror:
        go(mirror, "change", CASH, bill("b1", 50_000), at=now)
        go(mirror, "owed", CASH, bill("b2", 35_000), NO_CAMERA, at=now)
    claims = desk.told("sessions", "list", "--owed")["sessions"]
    assert {(c["claim_code"], c["amount"], c["reason"]) for c in claims} == {
        ("CLAIM-change", 15_000, None),
        ("CLAIM-owed", 35_000, "camera"),
    }
    assert "Rp 15.000" in desk.done("sessions", "find", "claim-change")
    said = desk.done("sessions", "return-change", "change", "--by", "Sari")
    assert said == "Rp 15.000 given back by Sari.\n"
    assert desk.refused("sessions", "return-change", "change", "--by", "S") == "no change is due"
    settle = ("settle", "owed", "--how", "refunded", "--by", "Budi", "--why", "no camera")
    assert "Rp 35.000" in desk.done("sessions", *settle)
    gone = desk.refused("sessions", "find", "CLAIM-owed")
    assert gone == "nothing is owed any more for CLAIM-owed: session owed is Settled"
    assert desk.told("shifts", "show")["expected"] == 135_000
    closed = desk.told("shifts", "close", "--by", "Sari", "--counted", "130000")
    assert closed["difference"] == -5_000
    report = desk.done("report")
    assert "The books agree to the rupiah." in report
    assert "Rp 5.000 missing" in report
    assert "every promise kept" in desk.done("audit")


def test_a_report_that_does_not_reconcile_fails_and_says_where(desk: Desk) -> None:
    now = datetime.now(UTC)
    with desk.mirror() as mirror:
        go(mirror, "one", CASH, bill("b1", 35_000), at=now)
        mirror.database.execute_sql("UPDATE payments SET amount = 30000")
    said = desk.say("report")
    assert said.code == 1
    assert "THE BOOKS DON'T AGREE" in said.out
    assert "Rp 35.000 by cash in the journal, Rp 30.000 by cash in its row" in said.out


def test_a_transfer_takes_nothing_out_of_the_drawer(desk: Desk) -> None:
    with desk.mirror() as mirror:
        go(mirror, "one", qris("q"), paid("q"), NO_CAMERA, at=datetime.now(UTC))
    words = ("settle", "one", "--how", "refunded", "--by", "Sari", "--why", "x", "--way")
    assert desk.say("sessions", *words, "qris").code == 2
    desk.done("sessions", *words, "transfer")
    [line] = desk.told("report")["report"]["given_back"]
    assert (line["way"], line["refund"], line["amount"]) == ("transfer", True, 35_000)


def test_a_day_that_is_none_is_wrong_use(desk: Desk) -> None:
    for words in (("--day", "2026-02-30"), ("--to", "2026-01-01"), ("--from", "yesterday")):
        assert desk.say("report", *words).code == 2
