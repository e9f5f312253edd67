"""Whether a sale could be kept now: asked all the time, and before every price."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import structlog

from kiosk.booth.pool import Look, Pool
from kiosk.booth.ports import Camera, Clock
from kiosk.booth.view import Check, Problem, is_starting
from kiosk.domain.camera import CameraState
from kiosk.domain.errors import LicenceInvalid, StoreUnusable
from kiosk.domain.faults import help_of, leading
from kiosk.domain.order import Package, PaymentMethod

log = structlog.get_logger()

MIN_FREE_BYTES = 500 * 1024 * 1024
"""A session writes about 10 MB; the rest is room for the queue's spool and the logs."""

CLOCK_FLOOR = datetime(2026, 1, 1, tzinfo=UTC)
"""A clock before this project's first year was never set."""


TROUBLED_EVERY_S = 0.5
STARTING_EVERY_S = 0.03


WayCheck = Callable[[], str]
"""Why a way to pay doesn't work now; empty where it does."""


@dataclass(frozen=True)
class Finding:
    """``problem`` is None where the check passed; ``detail`` says what was seen."""

    check: Check
    detail: str
    problem: Problem | None = None


@dataclass(frozen=True)
class Readiness:
    """What stands in the way of any sale, which packages no printer could print now, which ways
    to pay don't work, by package how many copies could be printed now, and whether the cloud
    answered last (None before it was asked). ``findings`` are all that was seen."""

    problems: tuple[Problem, ...]
    unsellable: frozenset[str] = frozenset()
    refused_ways: frozenset[PaymentMethod] = frozenset()
    most_copies: Mapping[str, int] = field(default_factory=dict)
    online: bool | None = None
    findings: tuple[Finding, ...] = field(default=(), compare=False)


class Preflight:
    """``store`` raises StoreUnusable and ``licence`` LicenceInvalid; ``cloud`` is the last
    contact's outcome, None if none. ``ways`` say of each way to pay why it doesn't work now, and
    nothing where it does.
    """

    def __init__(
        self,
        *,
        camera: Camera,
        pool: Pool,
        data_dir: Path,
        clock: Clock,
        store: Callable[[], None],
        licence: Callable[[], str],
        cloud: Callable[[], bool | None],
        ways: Mapping[PaymentMethod, WayCheck],
        packages: tuple[Package, ...],
    ) -> None:
        self._camera = camera
        self._pool = pool
        self._data_dir = data_dir
        self._clock = clock
        self._store = store
        self._licence = licence
        self._cloud = cloud
        self._ways = ways
        self._packages = packages

    def sells(self, packages: tuple[Package, ...], ways: Mapping[PaymentMethod, WayCheck]) -> None:
        """From the next look on. May be called from any thread."""
        self._packages, self._ways = packages, ways

    def findings(self) -> tuple[Finding, ...]:
        """Every check, in the order in which staff should mend them. Blocks for seconds at most."""
        return self._findings(self._pool.refresh())

    def readiness(self) -> Readiness:
        """What may be sold now. Blocks as ``findings`` does."""
        looks = self._pool.refresh()
        findings = self._findings(looks)
        problems = tuple(
            finding.problem
            for finding in findings
            if finding.problem is not None and finding.check is not Check.CLOUD
        )
        refused = frozenset(self._troubled_ways())
        most = self._most_copies(looks)
        online = self._cloud()
        return Readiness(problems, self._unsellable(looks), refused, most, online, findings)

    def against(self, package: Package) -> tuple[Problem, ...]:
        """What stands against selling ``package``, with its copies, now. How it is to be paid is
        not asked. Blocks as ``findings`` does."""
        looks = self._pool.refresh()
        found = (finding.problem for finding in self._device_findings(looks))
        problems = tuple(problem for problem in found if problem is not None)
        if problems or any(look.can_print(package.sheet, package.copies) for look in looks):
            return problems
        detail = f"no printer can print {package.copies} of {package.name} now"
        return (Problem(Check.MEDIA, detail, "load paper and ribbon, then: kiosk printers load"),)

    def _findings(self, looks: tuple[Look, ...]) -> tuple[Finding, ...]:
        return (*self._device_findings(looks), self._check_cloud(), self._check_payment())

    def _device_findings(self, looks: tuple[Look, ...]) -> tuple[Finding, ...]:
        return (
            self._check_camera(),
            self._check_printers(looks),
            self._check_media(looks),
            self._check_disk(),
            self._check_store(),
            self._check_clock(),
            self._check_licence(),
        )

    def _check_camera(self) -> Finding:
        status = self._camera.status()
        if status.state is CameraState.LIVE:
            return Finding(Check.CAMERA, status.detail or "delivering frames")
        if status.state is CameraState.STARTING:
            detail = status.detail or "camera is starting"
            return Finding(
                Check.CAMERA, detail, Problem(Check.CAMERA, detail, "wait a moment", soon=True)
            )
        detail = status.detail or f"camera is {status.state.value}"
        return _bad(Check.CAMERA, detail, "check the cable and [camera] source, then wait a moment")

    def _check_printers(self, looks: tuple[Look, ...]) -> Finding:
        if not looks:
            return _bad(Check.PRINTER, "no printer is registered", "kiosk printers add")
        able = [look for look in looks if look.able]
        words = "; ".join(_words(look) for look in looks)
        if able:
            return Finding(Check.PRINTER, words)
        return _bad(Check.PRINTER, words, _remedy(looks))

    def _check_media(self, looks: tuple[Look, ...]) -> Finding:
        """Whether every order can be printed by someone, with what already waits for paper."""
        if not looks:
            return Finding(Check.MEDIA, "no printer to ask")
        wanting = [p for p in self._packages if p.key in self._unsellable(looks)]
        left = "; ".join(_left(look) for look in looks)
        if not wanting or not any(look.able for look in looks):
            return Finding(Check.MEDIA, left)
        names = ", ".join(package.name for package in wanting)
        detail = f"{left}: not enough, or not the right media, for {names}"
        problem = _bad(Check.MEDIA, detail, "load paper and ribbon, then: kiosk printers load")
        return problem if len(wanting) == len(self._packages) else replace(problem, problem=None)

    def _unsellable(self, looks: tuple[Look, ...]) -> frozenset[str]:
        return frozenset(
            package.key
            for package in self._packages
            if not any(look.can_print(package.sheet, package.copies) for look in looks)
        )

    def _most_copies(self, looks: tuple[Look, ...]) -> dict[str, int]:
        """Of the packages that have a choice; never less than a package's own copies."""
        most: dict[str, int] = {}
        for package in self._packages:
            for copies in range(package.copies, package.most_copies + 1):
                if any(look.can_print(package.sheet, copies) for look in looks):
                    most[package.key] = copies
        return most

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

    def _troubled_ways(self) -> dict[PaymentMethod, str]:
        asked = {method: works() for method, works in self._ways.items()}
        return {method: trouble for method, trouble in asked.items() if trouble}

    def _check_payment(self) -> Finding:
        """Whether a guest could pay in one way at least."""
        troubled = self._troubled_ways()
        words = "; ".join(f"{m.value}: {troubled.get(m) or 'works'}" for m in self._ways)
        if len(troubled) < len(self._ways):
            return Finding(Check.PAYMENT, words)
        return _bad(Check.PAYMENT, words, "mend one of the ways to pay, or set up another one")

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
        tell: Callable[[Readiness], None],
        every_s: float,
        on_end: Callable[[], None],
    ) -> None:
        self._on_end = on_end
        self._preflight = preflight
        self._tell = tell
        self._every_s = every_s
        self._stop = threading.Event()
        self._wanted = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watchman", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def look_now(self) -> None:
        """Instead of at the next turn."""
        self._wanted.set()

    def close(self, timeout: float) -> None:
        self._stop.set()
        self._wanted.set()
        if self._thread.is_alive():
            self._thread.join(timeout)

    def _watch(self) -> None:
        while not self._stop.is_set():
            readiness = self._readiness()
            self._tell(readiness)
            self._wanted.wait(self._until_the_next_look(readiness.problems))
            self._wanted.clear()
        self._on_end()

    def _until_the_next_look(self, problems: tuple[Problem, ...]) -> float:
        """In seconds. What is starting is there in a moment, what is wrong is mended by people."""
        if not problems:
            return self._every_s
        return min(self._every_s, STARTING_EVERY_S if is_starting(problems) else TROUBLED_EVERY_S)

    def _readiness(self) -> Readiness:
        try:
            return self._preflight.readiness()
        except Exception as error:
            log.exception("preflight failed")
            problem = Problem(Check.STORE, f"preflight failed: {error}", "see the log")
            return Readiness((problem,))


def _words(look: Look) -> str:
    """One printer in a few words: ``Left: media-empty``."""
    name, status = look.printer.name, look.status
    if status is None:
        return f"{name}: {look.problem}"
    if look.printer.paused:
        return f"{name}: paused by staff"
    if look.resting:
        return f"{name}: failed a print, is tried again soon"
    if look.able:
        return f"{name} is ready"
    fault = leading(status.faults)
    cause = status.state.name.lower() if fault is None else help_of(fault).cause
    return f"{name}: {cause}" + (f" ({status.message})" if status.message else "")


def _left(look: Look) -> str:
    left = "prints left unknown" if look.prints_left is None else f"{look.prints_left} prints left"
    waits = f", {look.waiting} wait" if look.waiting else ""
    return f"{look.printer.name}: {look.media.value}, {left}{waits}"


def _remedy(looks: tuple[Look, ...]) -> str:
    """What to do about the preferred printer; a mended queue starts again by itself."""
    first = looks[0]
    if first.status is None:
        return first.remedy
    fault = leading(first.status.faults)
    if first.printer.paused or fault is None:
        return "kiosk printers resume"
    return help_of(fault).remedy


def _bad(check: Check, detail: str, remedy: str) -> Finding:
    return Finding(check, detail, Problem(check, detail, remedy))
