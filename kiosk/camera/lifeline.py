"""The camera process does not outlive the booth, however the booth ends."""

from __future__ import annotations

import ctypes
import os
import signal
import threading

PR_SET_PDEATHSIG = 1  # linux/prctl.h


def die_with_parent(lifeline_fd: int) -> None:
    """Ends this process at once when the parent is gone or closes its end of ``lifeline_fd``.

    Two ways, because each has a hole: a stopped process reads no pipe, and the kernel's signal is
    missed when the parent dies before it was asked for.
    """
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    threading.Thread(target=_wait_for_the_end, args=(lifeline_fd,), daemon=True).start()


def _wait_for_the_end(fd: int) -> None:
    while os.read(fd, 1):
        pass
    os._exit(0)
