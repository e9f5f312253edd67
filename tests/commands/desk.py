"""The command line of a booth, called as an operator would."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kiosk.clock import RandomKeys
from kiosk.domain.identity import Identity
from kiosk.local.world import Addresses
from kiosk.store.mirror import Mirror, open_mirror
from tests.warm_kiosk import Said, WarmBoothFiles, WarmKiosk

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
WHO = Identity("customer", "booth", "PB1.key", "token")
NOBODY = Addresses(None, (), None)


@dataclass(frozen=True)
class Desk:
    """An activated booth's files, and its command line."""

    files: WarmBoothFiles

    def say(self, *words: str, typed: str | None = None) -> Said:
        return self.files.say(*words, typed=typed or "")

    def done(self, *words: str, typed: str | None = None) -> str:
        """What a command says that succeeds."""
        said = self.say(*words, typed=typed)
        assert said.code == 0, said
        return said.out

    def told(self, *words: str) -> dict[str, Any]:
        """The one JSON object that it says."""
        found: dict[str, Any] = json.loads(self.done(*words, "--json"))
        return found

    def refused(self, *words: str, typed: str | None = None) -> str:
        """The one line in which it says why not."""
        said = self.say(*words, typed=typed)
        assert (said.code, said.out) == (1, ""), said
        [line] = said.err.splitlines()
        return line.removeprefix("kiosk: ")

    @contextmanager
    def mirror(self) -> Iterator[Mirror]:
        with closing(open_mirror(self.files.data_dir, RandomKeys().new_id)) as mirror:
            yield mirror


def open_desk(folder: Path, kiosk: WarmKiosk, world: Addresses = NOBODY) -> Desk:
    files = WarmBoothFiles(folder, kiosk)
    files.write(world, camera="0")
    desk = Desk(files)
    moment = "2026-01-01T00:00:00.000Z"
    licence = {"license_key": "PB1.key", "license_type": "pro", "purchase_date": moment}
    who = {"id": "customer", "name": "Sari", "email": "sari@example.com", "phone": None}
    with desk.mirror() as mirror:
        stamps = {"created_at": moment, "updated_at": moment}
        mirror.activation.save(WHO, {**who, **licence, **stamps})
    return desk
