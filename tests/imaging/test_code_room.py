"""Whether a template has room for its code is judged without drawing one."""

from __future__ import annotations

import pytest
import segno

from kiosk.domain.errors import TemplateError
from kiosk.imaging.qr import MOST_BYTES, side_of


@pytest.mark.parametrize("at", [0, 3, 8, 20, 39])
def test_the_side_is_that_of_the_code_which_is_drawn(at: int) -> None:
    most = MOST_BYTES[at]
    for length in (most, most + 1)[: 1 if at == 39 else 2]:
        drawn = segno.make("h" * length, error="m", micro=False, boost_error=False)
        assert side_of(length) == len(drawn.matrix)


def test_a_link_that_no_code_holds_is_refused() -> None:
    with pytest.raises(TemplateError):
        side_of(MOST_BYTES[-1] + 1)
