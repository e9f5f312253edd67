"""Names of printers and of queues."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st

from kiosk.booth.staff.names import LONGEST_NAME, LONGEST_QUEUE, free_name, free_queue, tidy


@pytest.mark.parametrize(
    ("name", "queue"),
    [
        ("DNP DS620", "dnp-ds620"),
        ("  Printer kiri  ", "printer-kiri"),
        ("Café «Élan» №2", "cafe-elan-no2"),
        ("打印机", "printer"),
        ("../../etc; rm -rf /", "etc-rm-rf"),
    ],
)
def test_a_queue_is_called_like_its_printer(name: str, queue: str) -> None:
    assert free_queue(name, set[str]().__contains__) == queue


def test_a_taken_name_gets_a_number() -> None:
    assert free_name("DNP", {"DNP", "DNP 2"}.__contains__) == "DNP 3"
    assert free_queue("DNP", {"dnp"}.__contains__) == "dnp-2"


@given(st.text(), st.integers(0, 12))
def test_every_name_gives_a_queue_that_cups_takes(name: str, others: int) -> None:
    taken: set[str] = set()
    for _ in range(others + 1):
        queue = free_queue(name, taken.__contains__)
        assert re.fullmatch(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?", queue)
        assert len(queue) <= LONGEST_QUEUE
        assert queue not in taken
        taken.add(queue)


@given(st.text())
def test_a_name_is_one_line_that_the_cloud_takes(text: str) -> None:
    name = tidy(text)
    assert name == name.strip()
    assert len(name) <= LONGEST_NAME
    assert all(c.isprintable() for c in name)
