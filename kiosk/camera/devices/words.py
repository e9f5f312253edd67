"""Why a device can't be used: asked of the system, and said so that staff can act on it."""

from __future__ import annotations

import errno
import fcntl
import os
import struct
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from kiosk.camera.devices.modes import Mode
from kiosk.camera.faults import SourceFault, lasting, passing
from kiosk.camera.sources import no_permission, stopped_sending, unplugged
from kiosk.domain.camera import CameraTrouble

# linux/videodev2.h: VIDIOC_REQBUFS with no buffers changes nothing, and is refused while another
# program has the stream. Opening alone tells nothing: any number of programs may open a camera.
VIDIOC_REQBUFS = 0xC0145608
NO_BUFFERS = struct.pack("5I", 0, 1, 1, 0, 0)  # of type VIDEO_CAPTURE, by MMAP

PROCESSES = Path("/proc")


def cannot_open(path: Path, try_device: Callable[[Path], None] | None = None) -> SourceFault:
    """``try_device`` raises OSError with what the system says; by default it is asked."""
    try:
        (try_device or _try)(path)
    except OSError as error:
        return _said(path, error)
    return passing(
        f"{path} can't be opened. Plug it in again, and restart the booth if that fails."
    )


def went_silent(path: Path, try_device: Callable[[Path], None] | None = None) -> SourceFault:
    try:
        (try_device or _try)(path)
    except OSError as error:
        if error.errno != errno.EBUSY or users_of(path):
            return _said(path, error)
    return stopped_sending(path)


def no_mode(path: Path, offers: Iterable[Mode]) -> SourceFault:
    offered = ", ".join(map(str, offers))
    return lasting(
        f"{path} has no mode that the booth can read: it offers {offered}. Set another size, or "
        "use another camera.",
        CameraTrouble.UNREADABLE,
    )


def users_of(path: Path, processes: Path = PROCESSES) -> list[str]:
    """Other programs that have the device open, as "name (process)", where the booth may look."""
    device = os.path.realpath(path)
    found = []
    for process in processes.glob("[0-9]*"):
        if int(process.name) == os.getpid():
            continue
        with suppress(OSError):
            if any(str(link.readlink()) == device for link in (process / "fd").iterdir()):
                found.append(f"{(process / 'comm').read_text().strip()} ({process.name})")
    return sorted(found)


def _try(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        fcntl.ioctl(descriptor, VIDIOC_REQBUFS, NO_BUFFERS)
    finally:
        os.close(descriptor)


def _said(path: Path, error: OSError) -> SourceFault:
    match error.errno:
        case errno.EBUSY:
            users = ", ".join(users_of(path)) or "another program"
            return passing(f"{path} is in use by {users}. Close that program.", CameraTrouble.BUSY)
        case errno.EACCES | errno.EPERM:
            return no_permission(path)
        case errno.ENOENT | errno.ENODEV | errno.ENXIO:
            return unplugged()
        case errno.ENOTTY | errno.EINVAL:
            return lasting(
                f"{path} sends no pictures. Choose a camera that does: kiosk cameras list",
                CameraTrouble.UNREADABLE,
            )
        case _:
            return passing(f"{path} can't be opened: {error.strerror}. Plug it in again.")
