"""The booth's process as the storm holds it: started, spoken to, listened to, killed."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from queue import Empty, SimpleQueue

from kiosk.booth.messages import Message
from kiosk.booth.view import View
from kiosk.local.booth_files import BoothFiles
from kiosk.local.programs import program

from .conftest import PROJECT

END_WITHIN_S = 40.0


class BoothProcess:
    """``deaths`` counts the kills. A view that came before a kill is not seen after it."""

    def __init__(self, files: BoothFiles, log: Path) -> None:
        self._files = files
        self._log = log
        self._views: SimpleQueue[View] = SimpleQueue()
        self._pipe: Connection | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self.deaths = 0

    def start(self) -> None:
        ours, theirs = Pipe()
        self._views = SimpleQueue()
        settings, data_dir = str(self._files.settings), str(self._files.data_dir)
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *(program("setpriv"), "--pdeathsig", "KILL", "--"),
                    *(sys.executable, "-m", "tests.e2e.paid_booth"),
                    *(settings, data_dir, str(theirs.fileno())),
                ],
                cwd=PROJECT,
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        theirs.close()
        self._pipe = ours
        threading.Thread(target=_read, args=(ours, self._views), daemon=True).start()

    def send(self, message: Message) -> None:
        """Lost where the booth is dead: whoever cares says it again."""
        if self._pipe is not None:
            with contextlib.suppress(OSError):
                self._pipe.send(message)

    def next_view(self, within_s: float) -> View | None:
        with contextlib.suppress(Empty):
            return self._views.get(timeout=within_s)
        return None

    def assert_alive(self) -> None:
        assert self._process is not None
        ended = self._process.poll()
        assert ended is None, f"the booth ended by itself ({ended}): {self._log.read_text()}"

    def kill(self) -> None:
        """As a power cut would; its camera process goes with it."""
        if self._process is not None:
            self._process.kill()
            self.deaths += 1
        self._forget()

    def stop(self) -> None:
        """In order."""
        if self._pipe is not None and self._process is not None:
            with contextlib.suppress(OSError):
                self._pipe.send(None)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(END_WITHIN_S)
            self._process.kill()
        self._forget()

    def _forget(self) -> None:
        if self._process is not None:
            self._process.wait()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


def _read(pipe: Connection, views: SimpleQueue[View]) -> None:
    """Always at once: a booth must not wait for whoever looks at it."""
    with contextlib.suppress(EOFError, OSError):
        while True:
            views.put(pipe.recv())
