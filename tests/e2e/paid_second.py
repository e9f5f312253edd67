"""A second booth of the same customer, without a network: it takes a voucher that the first one
has taken already. That can't be known there; the cloud has to find it out."""

from __future__ import annotations

import hashlib
import json
import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import httpx

from kiosk.booth.view import View
from kiosk.domain.order import PaymentMethod
from kiosk.local.booth_files import BoothFiles
from kiosk.payments import voucher_codes

from .paid_guests import Guest
from .paid_house import METHODS, PaidHouse
from .paid_plans import Cash, Habit, Plan
from .paid_process import BoothProcess
from .paid_till import Till
from .paid_wire import Weather, Wire

PATIENCE_S = 60.0
PLAN = Plan(Habit.PAYS, (PaymentMethod.VOUCHER,), Cash.STAFF, 1, False, False, None, None)  # noqa: FBT003 - named in Plan


@dataclass(frozen=True)
class SecondBooth:
    house: PaidHouse
    files: BoothFiles
    wire: Wire
    process: BoothProcess

    def wrong_after_double_use(self, till: Till) -> Iterator[str]:
        """What is not as it should be when a guest has used a voucher once more, here."""
        code = next((code for code in till.used if _pays_everything(code, self.house)), None)
        if code is None:
            return
        self._serve(code)
        self.process.stop()
        self.wire.become(Weather.CLEAR)
        self.files.call("sync", "--once", "--json")
        uses = _uses(self.house, _voucher_id(code))
        if uses != {2}:
            yield f"voucher {_voucher_id(code)} was used twice, the cloud says {sorted(uses)}"
        violations = json.loads(self.files.call("audit", "--json"))["violations"]
        if violations:
            yield f"the second booth's audit: {violations}"

    def sheets(self) -> Counter[str]:
        """By the hash of the file: what its guests were to get."""
        files = (self.files.data_dir / "prints").glob("*.jpg")
        return Counter(hashlib.sha256(file.read_bytes()).hexdigest() for file in files)

    def _serve(self, code: str) -> None:
        """One guest, to the sheet of paper."""
        chance = random.Random(0)  # noqa: S311 - it makes a guest
        till = Till(self.process.send, self.house.slot, chance, [code])
        xendit, send, kill = self.house.xendit, self.process.send, self.process.kill
        guest = Guest(PLAN, send, kill, xendit, till, [], Counter())
        self.process.start()
        give_up, before = time.monotonic() + PATIENCE_S, self._printed()
        view: View | None = None
        while not guest.gone or self._printed() == before:
            assert time.monotonic() < give_up, f"the second booth is stuck at {view}"
            view = self.process.next_view(0.05) or view
            if view is not None and not guest.gone:
                guest.see(view, time.monotonic())

    def _printed(self) -> int:
        trays = [printer.tray for printer in self.house.world.addresses.printers]
        return sum(len(list(tray.glob("*.jpg"))) for tray in trays)


@contextmanager
def second_booth(house: PaidHouse, folder: Path) -> Iterator[SecondBooth]:
    """Set up, with the customer's voucher key, and cut off from then on."""
    printer = house.world.addresses.printers[0]
    with Wire(house.cloud.api) as wire:
        files = BoothFiles(folder)
        cloud = replace(house.cloud, api=wire.url)
        seen = replace(house.world.addresses, cloud=cloud, printers=())
        files.write(
            seen, camera=f"clip:{house.files.settings.with_name('clip.avi')}", methods=METHODS
        )
        files.set_up(seen)
        files.call("printers", "add", "Second", "--uri", printer.uri, "--queue", printer.queue)
        files.call("sync", "--once")
        wire.become(Weather.REFUSING)
        wire.cut()
        process = BoothProcess(files, folder / "booth.log")
        try:
            yield SecondBooth(house, files, wire, process)
        finally:
            process.stop()


def _voucher_id(code: str) -> str:
    signed = voucher_codes.read(code)
    assert signed is not None
    return signed.voucher.id


def _pays_everything(code: str, house: PaidHouse) -> bool:
    """And was used up."""
    signed = voucher_codes.read(code)
    assert signed is not None
    return signed.voucher.discount is None and house.mirror.vouchers.is_used(signed.voucher.id)


def _uses(house: PaidHouse, voucher: str) -> set[int]:
    who = house.mirror.activation.identity()
    assert who is not None
    answer = httpx.get(
        f"{house.cloud.api}/api/vouchers/used",
        headers={"authorization": f"Bearer {who.token}"},
    ).raise_for_status()
    return {row["uses"] for row in answer.json()["vouchers"] if row["voucher"] == voucher}
