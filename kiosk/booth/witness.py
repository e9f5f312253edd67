"""What the printers themselves can tell about a job."""

from __future__ import annotations

from kiosk.booth.ports import Printers
from kiosk.booth.verdict import Out, Unknown, Verdict, judge
from kiosk.domain.errors import PrintingUnavailable, PrintRefused
from kiosk.domain.session import Job


class Witness:
    """Verdicts raise PrintingUnavailable where the printer does not answer, and PrintRefused
    where CUPS has no such queue."""

    def __init__(self, printers: Printers) -> None:
        self._printers = printers

    def verdict(self, queue: str, job: Job, *, begun: bool) -> Verdict:
        if not begun:
            return self._unbegun(queue, job)
        device = self._printers.at_device(queue, job.key)
        counted = None if device is not None else self._counted(queue, job)
        return judge(job.copies, begun=True, device=device, counted=counted)

    def _unbegun(self, queue: str, job: Job) -> Verdict:
        """A cupsd that is killed may have begun a job before it wrote that down: a printer that
        remembers the job has had it. One that is not heard has had none that CUPS knows of."""
        try:
            device = self._printers.at_device(queue, job.key)
        except PrintingUnavailable:
            return Out(0)
        if device is None:
            return Out(0)
        return judge(job.copies, begun=True, device=device, counted=None)

    def can_tell(self, queue: str, job: Job, *, begun: bool) -> bool:
        """Whether it would be known how many sheets came out, were the job cancelled now."""
        return not isinstance(self.verdict(queue, job, begun=begun), Unknown)

    def out_so_far(self, queue: str, job: Job) -> int:
        """Sheets of a begun job that are known to be out, for the guest's eyes alone; never raises.
        Some printers count none until the end."""
        try:
            device = self._printers.at_device(queue, job.key)
            out = device.sheets if device is not None else self._counted(queue, job)
        except (PrintingUnavailable, PrintRefused):
            return 0
        return out if out is not None and 0 <= out <= job.copies else 0

    def _counted(self, queue: str, job: Job) -> int | None:
        if job.prints_left is None:
            return None
        now = self._printers.count(queue)
        return None if now is None else job.prints_left - now
