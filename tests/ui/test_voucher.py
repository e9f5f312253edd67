"""A guest types a voucher's code."""

from __future__ import annotations

from collections import Counter

import pytest

from kiosk.booth.view import EnterVoucher, Leave, Notice
from kiosk.ui import touch
from kiosk.ui.models.voucher import KEYS
from tests.ui import samples
from tests.ui.conftest import OpenStage, Stage
from tests.ui.test_words import texts

WALK = dict(samples.walk(samples.CLASSIC, 1_000_000_000_000))
CODE = "7KQ2M9XB4RT1WNC8HZ3P"
SENT = EnterVoucher(samples.SESSION, "7KQ2M-9XB4R-T1WNC-8HZ3P")
REFUSALS = {
    Notice.VOUCHER_WRONG: "Kodenya belum cocok. Cek lagi huruf dan angkanya, ya.",
    Notice.VOUCHER_EXPIRED: "Masa berlaku voucher ini sudah lewat.",
    Notice.VOUCHER_USED: "Voucher ini sudah pernah dipakai.",
    Notice.VOUCHER_LATER: "Terlalu sering salah. Tunggu sebentar, ya.",
}


def type_in(stage: Stage, code: str) -> None:
    for key in code:
        stage.tap(touch.VOUCHER_KEY + key)
    stage.draw()


def test_every_letter_and_digit_of_a_code_has_its_key_and_no_other(stage: Stage) -> None:
    stage.show(WALK["pay-voucher"])
    assert set(KEYS) == set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    assert len(KEYS) == 32
    for key in "ILOU":
        assert stage.find(touch.VOUCHER_KEY + key) is None
    for start in range(0, 32, 16):
        type_in(stage, KEYS[start : start + 16])
        assert "".join(stage.screen.booth.pay.voucher.groups) == KEYS[start : start + 16]
        for _ in range(16):
            stage.tap(touch.VOUCHER_ERASE)


def test_the_code_is_shown_and_sent_in_its_groups_and_once(stage: Stage) -> None:
    stage.show(WALK["pay-voucher"])
    before = Counter(texts(stage))
    type_in(stage, CODE)
    assert Counter(texts(stage)) - before == Counter(CODE)
    assert stage.screen.booth.pay.voucher.groups == ["7KQ2M", "9XB4R", "T1WNC", "8HZ3P"]
    stage.tap(touch.VOUCHER_CHECK)
    stage.tap(touch.VOUCHER_CHECK)
    assert stage.sent == [SENT]


def test_a_code_is_looked_at_only_when_all_of_it_is_there(stage: Stage) -> None:
    stage.show(WALK["pay-voucher"])
    type_in(stage, CODE[:-1])
    assert stage.find(touch.VOUCHER_CHECK) is None
    stage.screen.booth.pay.voucher.check()
    assert stage.sent == []
    type_in(stage, CODE[-1])
    stage.screen.booth.pay.voucher.press("Z")
    assert "".join(stage.screen.booth.pay.voucher.groups) == CODE
    assert stage.find(touch.VOUCHER_CHECK) is not None
    stage.tap(touch.VOUCHER_ERASE)
    assert stage.find(touch.VOUCHER_CHECK) is None


@pytest.mark.parametrize("notice", REFUSALS)
def test_a_refusal_is_said_in_words_and_the_code_can_be_mended(
    stage: Stage, notice: Notice
) -> None:
    stage.show(WALK["pay-voucher"])
    type_in(stage, CODE)
    stage.tap(touch.VOUCHER_CHECK)
    stage.show(WALK[f"pay-{notice.value}"])
    assert REFUSALS[notice] in texts(stage)
    stage.clock.pass_seconds(0.4)
    stage.tap(touch.VOUCHER_ERASE)
    stage.draw()
    assert (REFUSALS[notice] in texts(stage)) == (notice is Notice.VOUCHER_LATER)
    type_in(stage, "W")
    stage.tap(touch.VOUCHER_CHECK)
    mended = EnterVoucher(samples.SESSION, "7KQ2M-9XB4R-T1WNC-8HZ3W")
    assert stage.sent == [SENT, mended]
    stage.draw()
    assert REFUSALS[notice] in texts(stage)  # the same answer again is no new View


def test_a_guest_may_leave_right_after_a_wrong_code(stage: Stage) -> None:
    stage.show(WALK["pay-voucher"])
    type_in(stage, CODE)
    stage.tap(touch.VOUCHER_CHECK)
    stage.show(WALK["pay-voucher-wrong"])
    stage.clock.pass_seconds(0.4)
    stage.tap(touch.PAY_CANCEL)
    assert stage.sent == [SENT, Leave(samples.SESSION)]


@pytest.mark.parametrize("after", ["pay-picking", "pay", "cancelled-paying", "attract", "shoot-1"])
def test_what_was_typed_is_gone_when_the_pad_is_left(stage: Stage, after: str) -> None:
    stage.show(WALK["pay-voucher"])
    type_in(stage, CODE)
    stage.show(WALK[after])
    assert stage.screen.booth.pay.voucher.groups == [""] * 4
    stage.show(WALK["pay-voucher"])
    assert stage.screen.booth.pay.voucher.typed == 0


def test_nothing_can_be_typed_before_the_pad_is_there(stage: Stage) -> None:
    stage.show(WALK["pay-picking"])
    stage.screen.booth.pay.voucher.press("A")
    assert stage.screen.booth.pay.voucher.typed == 0


@pytest.mark.parametrize("size", [(540, 960), (960, 540), (640, 400)])
def test_keys_are_large_and_apart(open_stage: OpenStage, size: tuple[int, int]) -> None:
    stage = open_stage(size)
    stage.show(WALK["pay-voucher"])
    unit = min(size) / 100
    stage.screen.booth.pay.voucher.press("A")
    for name in (*(touch.VOUCHER_KEY + key for key in KEYS), touch.VOUCHER_ERASE):
        key = stage.find(name)
        assert key is not None
        assert key.height() >= 12 * unit
        assert key.width() >= 8 * unit
