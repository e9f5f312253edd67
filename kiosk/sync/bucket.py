"""The S3 end of R2. The only module that imports boto3."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import boto3
from botocore.config import Config
from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    ConnectTimeoutError,
    EndpointConnectionError,
    ProxyConnectionError,
    SSLError,
)

from kiosk.domain.errors import CloudRefused, CloudUnreachable
from kiosk.sync.errors import CloudBusy, CloudFailing
from kiosk.sync.wire import UploadCredentials

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

NO_CONTACT = (EndpointConnectionError, ConnectTimeoutError, ProxyConnectionError, SSLError)

# R2 knows no regions and, like its stand-ins, not every checksum that boto3 would send unasked.
# The outbox tries again; boto3 must not do it too.
CONFIG = Config(
    region_name="auto",
    signature_version="s3v4",
    s3={"addressing_style": "path"},
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
    connect_timeout=3,
    read_timeout=30,
    retries={"total_max_attempts": 1},
)


class Bucket:
    """One bucket, with one set of keys. ``prefix`` is what they allow."""

    def __init__(self, credentials: UploadCredentials, expires_at: datetime) -> None:
        self.prefix = credentials.prefix
        self.expires_at = expires_at
        self._name = credentials.bucket
        self._client: S3Client = boto3.session.Session(
            aws_access_key_id=credentials.access_key_id,
            aws_secret_access_key=credentials.secret_access_key,
            aws_session_token=credentials.session_token,
        ).client("s3", endpoint_url=credentials.endpoint, config=CONFIG)

    def put(
        self, key: str, content: bytes, *, content_type: str, content_md5: str, sha256: str
    ) -> str:
        """The stored object's ETag, unquoted. ``content_md5`` is base64, ``sha256`` is hex."""
        try:
            answer = self._client.put_object(
                Bucket=self._name,
                Key=key,
                Body=content,
                ContentType=content_type,
                ContentMD5=content_md5,
                Metadata={"sha256": sha256},
            )
        except ClientError as error:
            raise _refusal(key, error) from error
        except NO_CONTACT as error:
            raise CloudUnreachable(f"bucket: {error}") from error
        except BotoCoreError as error:
            raise CloudFailing(f"{key}: {error}") from error
        return answer["ETag"].strip('"')


def _refusal(key: str, error: ClientError) -> CloudUnreachable | CloudRefused:
    status = error.response["ResponseMetadata"]["HTTPStatusCode"]
    code = error.response["Error"].get("Code", "")
    if status in (429, 503):
        return CloudBusy(f"bucket: {code}", None)
    if status >= 500:
        return CloudFailing(f"{key}: {status} {code}")
    return CloudRefused(status, f"{key}: {code}")
