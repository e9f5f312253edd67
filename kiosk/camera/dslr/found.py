"""Which DSLRs are there."""

from __future__ import annotations


def found() -> list[str]:
    """Each DSLR as ``MODEL at PORT``; none where libgphoto2 is not installed or can't look.

    Takes a third of a second the first time.
    """
    try:
        import gphoto2 as gp  # a large library, which a booth without a DSLR never loads
    except ImportError:
        return []
    try:
        cameras = gp.Camera.autodetect()
    except gp.GPhoto2Error:
        return []
    return [f"{cameras.get_name(i)} at {cameras.get_value(i)}" for i in range(cameras.count())]
