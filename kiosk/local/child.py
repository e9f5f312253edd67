"""One supervised child process and what is known about its part."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.local.programs import program

GROUP_GRACE_S = 0.5


@dataclass(frozen=True)
class Part:
    """``ready`` is asked again and again while the process lives, for ``deadline_s`` seconds.

    ``folder`` is where it runs. ``env`` comes on top of ours; HOME is the folder, so that no part
    reads or writes the person's own settings.
    """

    name: str
    command: tuple[str, ...]
    folder: Path
    ready: Callable[[Child], bool]
    env: Mapping[str, str] = field(default_factory=dict)
    deadline_s: float = 20.0
    grace_s: float = 5.0


class Child:
    """Runs in a process group of its own; Ctrl-C on the terminal reaches the supervisor only.

    setpriv makes the kernel send SIGTERM should the supervisor die without a word.
    """

    def __init__(self, part: Part, log: Path) -> None:
        self.part = part
        self.log = log
        self._began = time.monotonic()
        part.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with log.open("ab") as output:
            self._log_start = output.tell()
            self._process = subprocess.Popen(
                (program("setpriv"), "--pdeathsig", "TERM", "--", *part.command),
                cwd=part.folder,
                env={**os.environ, "HOME": str(part.folder), **part.env},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    @property
    def status(self) -> int | None:
        """The exit status, negative for a signal, None while it runs."""
        return self._process.poll()

    @property
    def age_s(self) -> float:
        return time.monotonic() - self._began

    def output(self) -> str:
        """What it has said since this start."""
        with self.log.open("rb") as log:
            log.seek(self._log_start)
            return log.read().decode(errors="replace")

    def stop(self) -> None:
        self._process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(self.part.grace_s)
        self.kill()

    def kill(self) -> None:
        """Kills it and whatever of its group is left, and waits for it."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._await_group()

    def _await_group(self) -> None:
        """Grandchildren are not ours to wait for; they are gone when their group is."""
        give_up = time.monotonic() + GROUP_GRACE_S
        with contextlib.suppress(ProcessLookupError):
            while time.monotonic() < give_up:
                os.killpg(self._process.pid, 0)
                time.sleep(0.005)
