"""Puts files into the bucket with keys that the cloud lends for a while."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.domain.errors import CloudRefused
from kiosk.domain.times import moment
from kiosk.sync.errors import CloudFailing

if TYPE_CHECKING:
    from kiosk.sync.api import CloudApi
    from kiosk.sync.bucket import Bucket

RENEW_BEFORE = timedelta(minutes=2)


class Uploads:
    """For one thread. ``data_dir`` is where the relative paths of the outbox begin."""

    def __init__(self, api: CloudApi, data_dir: Path, clock: Callable[[], datetime]) -> None:
        self._api = api
        self._data_dir = data_dir
        self._clock = clock
        self._bucket: Bucket | None = None

    def put(self, path: str, key: str, content_type: str) -> None:
        """Returns when the object is in the bucket, byte for byte.

        Raises OSError where the file cannot be read, CloudUnreachable where the cloud or the
        bucket is, and CloudRefused where either says no with keys that are fresh.
        """
        content = (self._data_dir / path).read_bytes()
        borrowed = self._take()
        if borrowed is not None:
            try:
                return self._put(borrowed, key, content, content_type)
            except CloudRefused as refusal:
                if refusal.status not in (401, 403):
                    raise
        return self._put(self._borrow(), key, content, content_type)

    def _take(self) -> Bucket | None:
        """The bucket of the last success, while its keys last."""
        bucket, self._bucket = self._bucket, None
        fresh = bucket is not None and bucket.expires_at - self._clock() > RENEW_BEFORE
        return bucket if fresh else None

    def _put(self, bucket: Bucket, key: str, content: bytes, content_type: str) -> None:
        if not key.startswith(bucket.prefix):
            raise CloudRefused(403, f"{key} lies outside {bucket.prefix}")
        md5 = hashlib.md5(content, usedforsecurity=False)
        etag = bucket.put(
            key,
            content,
            content_type=content_type,
            content_md5=base64.b64encode(md5.digest()).decode("ascii"),
            sha256=hashlib.sha256(content).hexdigest(),
        )
        if etag != md5.hexdigest():
            raise CloudFailing(f"{key}: the bucket holds something else (ETag {etag})")
        self._bucket = bucket  # only now: after a failure its address may have changed as well

    def _borrow(self) -> Bucket:
        """boto3 takes 0.3 s to import: the first upload pays, not the start-up."""
        from kiosk.sync.bucket import Bucket

        credentials = self._api.upload_credentials()
        return Bucket(credentials, expires_at=moment(credentials.expires_at))
