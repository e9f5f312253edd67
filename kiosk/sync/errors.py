"""How a contact can fail, finer than the booth needs to know.

CloudUnreachable               no answer, or none of the cloud's own: nothing else will get through
├── CloudBusy                  the other side asks for a pause (429, 503)
├── CloudGarbled               an answer that cannot be read: a newer cloud's, or a broken one's
└── CloudFailing               the other side stumbled over what it was sent; others may get through
CloudRefused                   understood, and no
"""

from __future__ import annotations

from kiosk.domain.errors import CloudUnreachable


class CloudBusy(CloudUnreachable):
    """``retry_after_s`` is what the other side asked for, in seconds; None where it did not say."""

    def __init__(self, message: str, retry_after_s: float | None) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s


class CloudFailing(CloudUnreachable):
    pass


class CloudGarbled(CloudUnreachable):
    pass
