"""The sheet of paper and the codes."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from kiosk.domain.order import Package
from kiosk.domain.printing import Sheet
from kiosk.domain.session import Arranging, Delivered, Job, Printing, Shooting
from kiosk.ui.codes import QUIET_ZONE, code_image
from tests.ui import samples
from tests.ui.conftest import Stage

WALK = dict(samples.walk(samples.CLASSIC, 1_000_000_000_000))


@pytest.mark.parametrize("text", [samples.QR_STRING, samples.URL])
def test_a_code_says_what_it_was_given(text: str) -> None:
    image = code_image(text)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    assert (pixels[:QUIET_ZONE, :, :3] == 255).all()
    large = cv2.resize(pixels[:, :, 0], None, fx=8, fy=8, interpolation=cv2.INTER_NEAREST)
    assert cv2.QRCodeDetector().detectAndDecode(large)[0] == text


@pytest.mark.parametrize(
    ("name", "shots", "picture"),
    [
        ("pay", 0, ""),
        ("shoot-3", 2, ""),
        ("arrange", 3, "print-classic.jpg"),
        ("takehome", 0, "print-classic.jpg"),
    ],
)
def test_the_sheet_carries_what_the_session_has(
    stage: Stage, name: str, shots: int, picture: str
) -> None:
    stage.show(WALK[name])
    sheet = stage.screen.booth.sheet
    assert sheet.held
    assert len(list(filter(None, sheet.shots))) == shots
    assert sheet.picture.rpartition("/")[2].partition("#")[0] == picture


@pytest.mark.parametrize("name", ["attract", "choose", "cancelled", "settled"])
def test_nobody_holds_a_sheet_before_choosing_or_after_the_end(stage: Stage, name: str) -> None:
    stage.show(WALK["pay"])
    stage.show(WALK[name])
    assert not stage.screen.booth.sheet.held


def test_a_retake_and_the_print_lie_as_the_guest_has_arranged_them(stage: Stage) -> None:
    bought, composed = samples.order(), samples.picture()
    arranged = {"template": "classic-4x6-night", "slots": (2, 1, 3)}
    sheet = stage.screen.booth.sheet
    seen = []
    for state in (
        Shooting(bought, samples.shots(3)[1:], retakes=1, **arranged),  # as after a restart
        Arranging(bought, samples.shots(3), composed, **arranged),
        Printing(bought, composed, Job("job", "p", 1)),
        Delivered(bought, composed),
    ):
        stage.show(samples.of(state))
        seen.append((sheet.layout.template, sheet.slots, sheet.rearranged))
    assert seen == [("classic-4x6-night", [2, 1, 3], False)] * 4


def test_a_template_that_is_gone_still_has_a_paper(stage: Stage) -> None:
    gone = Package("old", "Old", "last-year", Sheet.TWO_BY_SIX_PAIR, 4, 1, 10_000)
    stage.show(dict(samples.walk(gone, 0))["shoot-1"])
    paper = stage.screen.booth.sheet.paper
    assert paper.columns == 2
    assert len(paper.slots) == 4
