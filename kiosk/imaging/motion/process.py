"""The process that makes films: reads one job, writes them, ends.

A process of its own so that the kiosk's threads never wait for its work, and a kill ends it. It
takes what the booth leaves over, and its time is limited.
"""

from __future__ import annotations

import ctypes
import os
import platform
import signal
import sys
from collections.abc import Sequence

LIMIT_S = 60
"""A session takes about 2 s on an idle core of 2020."""

PR_SET_PDEATHSIG = 1  # linux/prctl.h
NICEST = 19
IOPRIO_SET = {"x86_64": 251, "aarch64": 30}  # linux: asm/unistd_64.h, asm-generic/unistd.h
IOPRIO_WHO_PROCESS, IOPRIO_IDLE = 1, 3 << 13  # linux/ioprio.h


def main(argv: Sequence[str] = ()) -> int:
    """``argv`` is not used."""
    _step_back()
    from kiosk.imaging.motion import wire  # the encoder is big: only once it steps back
    from kiosk.imaging.motion.making import make_films

    for made in make_films(wire.read(sys.stdin.buffer)):
        sys.stdout.buffer.write(wire.to_line(made))
        sys.stdout.buffer.flush()
    return 0


def _step_back() -> None:
    """Everything else comes first; nothing is left of it when the booth ends, or its time is up."""
    libc = ctypes.CDLL(None)
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the kiosk, which ends this one
    signal.alarm(LIMIT_S)
    os.nice(NICEST)
    number = IOPRIO_SET.get(platform.machine())
    if number is not None:
        libc.syscall(number, IOPRIO_WHO_PROCESS, 0, IOPRIO_IDLE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
