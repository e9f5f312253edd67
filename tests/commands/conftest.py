from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.desk import Desk, open_desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A booth without printers, and without CUPS or a cloud that answer."""
    return open_desk(tmp_path)
