from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.desk import Desk, open_desk
from tests.warm_kiosk import WarmKiosk


@pytest.fixture
def desk(tmp_path: Path, warm_kiosk: WarmKiosk) -> Desk:
    """A booth without printers, and without CUPS or a cloud that answer."""
    return open_desk(tmp_path, warm_kiosk)
