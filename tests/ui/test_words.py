"""What a guest reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtQuick import QQuickItem

from kiosk.booth.view import Check, Problem
from kiosk.domain.faults import Fault
from kiosk.domain.session import CancelReason, Owed, OwedReason
from kiosk.ui import words
from kiosk.ui.staff.words.faults import fault_cause, fault_remedy
from tests.ui import samples
from tests.ui.conftest import Stage

WALK = dict(samples.walk(samples.CLASSIC, 1_000_000_000_000))
ENGLISH = re.compile(
    r"\b(the|is|are|your|please|wait|error|failed|cancel|back|photo|paper|done|touch|start|of)\b",
    re.IGNORECASE,
)


def test_every_reason_has_words_without_codes() -> None:
    said = [
        *(words.printer_words([fault]) for fault in Fault),
        *(words.cancelled_title(reason) for reason in CancelReason),
        *(words.owed_title(reason) for reason in OwedReason),
        *(words.owed_words(Owed(samples.order(), None, reason)) for reason in OwedReason),
        *(words.voucher_words(notice) for notice in samples.VOUCHER_NOTICES),
        *(words.resting_words([Problem(check, "E42", "reboot")]) for check in Check),
    ]
    assert all(said)
    assert not [text for text in said if ENGLISH.search(text) or re.search(r"[A-Z]\d|-", text)]


def test_guests_hear_of_the_cause_and_not_of_the_stopped_queue() -> None:
    empty = words.printer_words([Fault.MEDIA_EMPTY])
    assert words.printer_words([Fault.PAUSED, Fault.MEDIA_EMPTY]) == empty
    assert words.printer_words([Fault.PAUSED]) == words.printer_words([]) != empty


def test_staff_hear_what_is_wrong_and_what_their_hands_do() -> None:
    said = [(fault_cause(fault), fault_remedy(fault)) for fault in Fault]
    assert len(set(said)) == len(Fault)
    for cause, remedy in said:
        assert 0 < len(cause) <= 40, cause
        assert 0 < len(remedy) <= 70, remedy
        assert remedy.endswith(".")
        assert not ENGLISH.search(cause + remedy)


def test_amounts_are_written_as_indonesians_do(stage: Stage) -> None:
    stage.show(WALK["pay"])
    assert "Rp 35.000" in texts(stage)


def test_someone_who_may_have_paid_is_sent_to_staff(stage: Stage) -> None:
    stage.show(WALK["cancelled-paying"])
    assert any("petugas" in text for text in texts(stage))


def test_the_claim_code_is_on_the_screen(stage: Stage) -> None:
    stage.show(WALK["owed"])
    assert "K7P4" in texts(stage)


def texts(stage: Stage) -> list[str]:
    return [item.property("text") for item in text_items(stage)]


def text_items(stage: Stage) -> Iterator[QQuickItem]:
    stack = [stage.screen.window.contentItem()]
    while stack:
        item = stack.pop()
        if item.isVisible() and item.opacity() > 0:
            stack.extend(item.childItems())
            if item.inherits("QQuickText"):
                yield item


def inside_a_sheet(item: QQuickItem | None) -> bool:
    while item is not None:
        if item.property("nextSlot") is not None:
            return True
        item = item.parentItem()
    return False
