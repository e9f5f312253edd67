"""How many sheets came out of a job that CUPS does not carry on by itself.

CUPS knows what it sent, not what came out: it sends a begun job again after its own restart, and
calls a job completed whose printer was switched off and has forgotten it. What the printer
remembers counts more, then its counter; where neither is to be had, only a person can look.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.printing import DeviceJob, JobState


@dataclass(frozen=True)
class Out:
    """Exactly so many sheets came out, and no more will."""

    sheets: int


@dataclass(frozen=True)
class StillComing:
    """The printer is at it, or has it yet to do."""


@dataclass(frozen=True)
class Unknown:
    """It may have come out and it may not."""


Verdict = Out | StillComing | Unknown


def judge(copies: int, *, begun: bool, device: DeviceJob | None, counted: int | None) -> Verdict:
    """``begun``: CUPS started to send the job. ``device`` is the printer's own memory of it, None
    where it has none. ``counted`` is by how much the printer's counter fell since, None where it
    does not count or something else was printed as well."""
    if not begun:
        return Out(0)
    if device is not None:
        return _remembered(copies, device)
    if counted is not None and 0 <= counted <= copies:
        return Out(counted)
    return Unknown()


def _remembered(copies: int, device: DeviceJob) -> Verdict:
    if not device.state.terminal:
        return StillComing()
    if device.state is JobState.COMPLETED:
        # Some printers count impressions for no job: a completed one says 0 there.
        return Out(min(device.sheets or copies, copies))
    if device.sheets is None:
        return Unknown()
    return Out(min(device.sheets, copies))
