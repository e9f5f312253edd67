"""The camera process: opens the source and fills the ring until it is told to end.

A process of its own because drivers hang in calls that nothing but a kill ends.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from itertools import count

from kiosk.camera.faults import Fault, FaultKind, SourceFault
from kiosk.camera.lifeline import die_with_parent
from kiosk.camera.messages import Job, to_line
from kiosk.camera.ring import RingWriter
from kiosk.camera.sources import Dslr, place_of

STDIN = 0


def main(argv: Sequence[str] = ()) -> int:
    """Reads its job from standard input, which is also its lifeline; ``argv`` is not used."""
    job = Job.from_line(_first_line(STDIN))
    die_with_parent(STDIN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the kiosk, which ends this one
    try:
        _deliver(job)
    except SourceFault as error:
        os.write(job.status_fd, to_line(error.fault))
    except Exception as error:
        words = f"The camera program failed: {error}"
        os.write(job.status_fd, to_line(Fault(FaultKind.PASSING, words)))
        raise
    return 1


def _deliver(job: Job) -> None:
    # OpenCV only once the lifeline holds.
    from kiosk.camera.capture import open_source
    from kiosk.camera.picture import BadPicture

    ring = RingWriter(job.ring_fd, job.layout)
    place = place_of(job.settings.source)
    if isinstance(place, Dslr):
        from kiosk.camera.dslr.process import serve  # the only one that needs libgphoto2

        serve(job, place, ring)
    source = open_source(job.settings, place)
    os.write(job.status_fd, to_line(source.opened()))
    for number in count(job.first_number):
        with suppress(BadPicture):
            ring.publish(source.grab(), number, source.retrieve)
            os.eventfd_write(job.frames_fd, 1)


def _first_line(fd: int) -> bytes:
    line = b""
    while not line.endswith(b"\n"):
        byte = os.read(fd, 1)
        if not byte:
            sys.exit("camera-process is started by the kiosk, not by hand")
        line += byte
    return line


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
