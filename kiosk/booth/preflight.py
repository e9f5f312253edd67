"""Whether a sale could be kept now: asked all the time, and before every price."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import structlog

from kiosk.booth.ports import Camera, Clock, PrinterRegister, Printers
from kiosk.booth.view import Check, Problem
from kiosk.domain.camera import CameraState
from kiosk.domain.errors import LicenceInvalid, PrintingUnavailable, PrintRefused, StoreUnusable
from kiosk.domain.printing import QueueStatus

log = structlog.get_logger()

MIN_FREE_BYTES = 500 * 1024 * 1024
"""A session writes about 10 MB; the rest is room for the queue's spool and the logs."""

CLOCK_FLOOR = datetime(2026, 1, 1, tzinfo=UTC)
"""A clock before this project's first year was never set."""


@dataclass(frozen=True)
class Finding:
    """``problem`` is None where the check passed; ``detail`` says what was seen."""

    check: Check
    detail: str
    problem: Problem | None = None


NO_MEDIA = Finding(Check.MEDIA, "no printer to ask")


class Preflight:
    """``store`` raises StoreUnusable and ``licence`` LicenceInvalid; ``cloud`` is the last
    contact's outcome, None if none. It is needed only where every way to pay goes through it.
    ``most_sheets`` is what the largest order takes.
    """

    def __init__(
        self,
        *,
        camera: Camera,
        printers: Printers,
        register: PrinterRegister,
        data_dir: Path,
        clock: Clock,
        store: Callable[[], None],
        licence: Callable[[], str],
        cloud: Callable[[], bool | None],
        needs_cloud: bool,
        most_sheets: int,
    ) -> None:
        self._camera = camera
        self._printers = printers
        self._register = register
        self._data_dir = data_dir
        self._clock = clock
        self._store = store
        self._licence = licence
        self._cloud = cloud
        self._needs_cloud = needs_cloud
        self._most_sheets = most_sheets

    def findings(self) -> tuple[Finding, ...]:
        """Every check, in the order in which staff should mend them. Blocks for seconds at most."""
        return (
            self._check_camera(),
            *self._check_printer(),
            self._check_disk(),
            self._check_store(),
            self._check_clock(),
            self._check_licence(),
            self._check_cloud(),
        )

    def problems(self) -> tuple[Problem, ...]:
        """What stands in the way of a sale."""
        found = tuple(f.problem for f in self.findings() if f.problem is not None)
        return found if self._needs_cloud else tuple(p for p in found if p.check is not Check.CLOUD)

    def _check_camera(self) -> Finding:
        status = self._camera.status()
        if status.state is CameraState.LIVE:
            return Finding(Check.CAMERA, "delivering frames")
        detail = status.detail or f"camera is {status.state.value}"
        return _bad(Check.CAMERA, detail, "check the cable and [camera] source, then wait a moment")

    def _check_printer(self) -> tuple[Finding, ...]:
        """The printer and its media, from one look at it: each may take seconds."""
        registered = self._register.all()
        if not registered:
            return (_bad(Check.PRINTER, "no printer is registered", "kiosk printers add"), NO_MEDIA)
        printer = registered[0]
        try:
            status = self._printers.queue(printer.queue)
        except PrintingUnavailable as error:
            detail = f"CUPS does not answer: {error}"
            return (_bad(Check.PRINTER, detail, "start CUPS: systemctl start cups"), NO_MEDIA)
        except PrintRefused:
            detail = f"CUPS has no queue {printer.queue!r}"
            return (_bad(Check.PRINTER, detail, "register it again: kiosk printers add"), NO_MEDIA)
        return (_able(printer.name, status), self._enough(status.prints_left))

    def _enough(self, left: int | None) -> Finding:
        if left is None:
            return Finding(Check.MEDIA, "the printer does not say")
        if left >= self._most_sheets:
            return Finding(Check.MEDIA, f"{left} prints left")
        detail = f"{left} prints left, one order may need {self._most_sheets}"
        return _bad(Check.MEDIA, detail, "load paper and ribbon")

    def _check_disk(self) -> Finding:
        try:
            free = shutil.disk_usage(self._data_dir).free
        except OSError as error:
            return _bad(Check.DISK, str(error), "check that the data folder is there")
        if free >= MIN_FREE_BYTES:
            return Finding(Check.DISK, f"{free // 1024**2} MB free")
        return _bad(Check.DISK, f"only {free // 1024**2} MB free", "make room on the disk")

    def _check_store(self) -> Finding:
        """The pictures' folder and the database: a command run as root may have taken either."""
        probe = self._data_dir / ".writable"
        try:
            descriptor = os.open(probe, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
            os.close(descriptor)
            probe.unlink()
            self._store()
        except (OSError, StoreUnusable) as error:
            return _bad(Check.STORE, str(error), "check the data folder's rights and its disk")
        return Finding(Check.STORE, "writable")

    def _check_clock(self) -> Finding:
        now = self._clock.now()
        if now >= CLOCK_FLOOR:
            return Finding(Check.CLOCK, f"{now:%Y-%m-%d %H:%M} UTC")
        return _bad(Check.CLOCK, f"the clock says {now:%Y-%m-%d}", "set the clock: timedatectl")

    def _check_licence(self) -> Finding:
        try:
            return Finding(Check.LICENCE, self._licence())
        except LicenceInvalid as error:
            return _bad(Check.LICENCE, str(error), "kiosk activate --license-key …")

    def _check_cloud(self) -> Finding:
        if self._cloud() is False:
            return _bad(
                Check.CLOUD,
                "the cloud does not answer; pictures and records wait and go out later",
                "check the network; nothing is lost meanwhile",
            )
        return Finding(Check.CLOUD, "answered" if self._cloud() else "not asked yet")


class Watchman:
    """Runs the preflight again and again on a thread of its own, which ends with ``on_end``."""

    def __init__(
        self,
        preflight: Preflight,
        tell: Callable[[tuple[Problem, ...]], None],
        every_s: float,
        on_end: Callable[[], None],
    ) -> None:
        self._on_end = on_end
        self._preflight = preflight
        self._tell = tell
        self._every_s = every_s
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watchman", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self, timeout: float) -> None:
        self._stop.set()
        self._thread.join(timeout)

    def _watch(self) -> None:
        while not self._stop.is_set():
            problems = self._problems()
            self._tell(problems)
            self._stop.wait(self._every_s if not problems else min(self._every_s, 0.5))
        self._on_end()

    def _problems(self) -> tuple[Problem, ...]:
        try:
            return self._preflight.problems()
        except Exception as error:
            log.exception("preflight failed")
            return (Problem(Check.STORE, f"preflight failed: {error}", "see the log"),)


def _able(name: str, status: QueueStatus) -> Finding:
    if status.able:
        return Finding(Check.PRINTER, f"{name} is ready")
    causes = ", ".join(fault.value for fault in status.faults) or status.state.name.lower()
    detail = f"{name}: {causes} {status.message}".strip()
    return _bad(Check.PRINTER, detail, "mend it at the printer; the queue starts again by itself")


def _bad(check: Check, detail: str, remedy: str) -> Finding:
    return Finding(check, detail, Problem(check, detail, remedy))
