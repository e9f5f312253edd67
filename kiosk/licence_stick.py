"""A licence key in a file on a USB stick."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from kiosk.domain.activation import LONGEST_KEY, tidy_key
from kiosk.log_copy import mount_points

KEY = re.compile(r"PB1\.[\w-]+\.[\w-]+", re.ASCII)
MOST_ENTRIES = 200
MOST_BYTES = 4096


@dataclass(frozen=True)
class LicenceStick:
    """``sticks`` are looked for each time."""

    sticks: Callable[[], tuple[Path, ...]] = mount_points

    def read(self) -> str | None:
        """The first key in a text file on the top of a stick, by the files' names. Nothing is
        opened that is larger than 4 KB or no plain file, and no more than 200 names are looked at.
        """
        return next((key for stick in self.sticks() for key in _keys_on(stick)), None)


def _keys_on(stick: Path) -> Iterator[str]:
    with suppress(OSError):  # pulled meanwhile
        for file in sorted(islice(stick.iterdir(), MOST_ENTRIES)):
            with suppress(OSError):
                if key := _key_in(file):
                    yield key


def _key_in(file: Path) -> str:
    plain = file.suffix.lower() in {".txt", ".key"} and file.is_file() and not file.is_symlink()
    if not plain or file.stat().st_size > MOST_BYTES:
        return ""
    text = tidy_key(file.read_bytes().decode("utf-8", errors="replace"))
    found = KEY.search(text)
    return "" if found is None else found[0][:LONGEST_KEY]
