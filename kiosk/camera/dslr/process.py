"""What a DSLR's process does: the live view into the ring, and a still whenever one is asked for.

Calls into libgphoto2 can hang for a minute. Nobody here waits for that: the supervisor kills.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING, NoReturn

from kiosk.camera.messages import Job, OpenedForStills, to_line
from kiosk.camera.ring import RingWriter
from kiosk.camera.sources import Dslr

if TYPE_CHECKING:
    from kiosk.camera.dslr.preview import DslrPreview
    from kiosk.camera.dslr.shots import DslrShots

TICK_S = 0.25
"""Between two signs of life where there is no live view."""


def serve(job: Job, place: Dslr, ring: RingWriter) -> NoReturn:
    """Until the process is killed. Raises SourceFault with words for staff."""
    _keep_quiet()
    from kiosk.camera.dslr.body import open_body  # libgphoto2 only once it is kept quiet
    from kiosk.camera.dslr.preview import DslrPreview
    from kiosk.camera.dslr.shots import DslrShots

    if job.stills is None:
        raise ValueError("a DSLR's process has no line on which it is asked for stills")
    body = open_body(place.which)
    shots = DslrShots(body, job.stills, job.status_fd)
    if job.settings.live_view:
        _deliver_both(job, shots, DslrPreview(body, job.settings.fps), ring)
    os.write(job.status_fd, to_line(OpenedForStills(body.model)))
    while True:
        os.eventfd_write(job.frames_fd, 1)
        if not shots.answer(TICK_S):
            body.tend()


def _deliver_both(job: Job, shots: DslrShots, preview: DslrPreview, ring: RingWriter) -> NoReturn:
    from kiosk.camera.picture import BadPicture

    os.write(job.status_fd, to_line(preview.opened()))
    for number in count(job.first_number):
        with suppress(BadPicture):
            ring.publish(preview.grab(), number, preview.retrieve)
            os.eventfd_write(job.frames_fd, 1)
        shots.answer(0.0)
    raise AssertionError("numbers do not end")


def _keep_quiet() -> None:
    """Some builds of libgphoto2 print; only what Python says still goes to standard error."""
    sys.stderr = os.fdopen(os.dup(sys.stderr.fileno()), "w", buffering=1)
    nothing = os.open(os.devnull, os.O_WRONLY)
    for fd in (1, 2):
        os.dup2(nothing, fd)
    os.close(nothing)
