"""The whole cloud on this machine, for as long as a test needs it, and a booth it knows."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import boto3

from kiosk.clock import RandomKeys
from kiosk.domain.identity import Identity
from kiosk.local.child import Child
from kiosk.local.cloud_part import CloudReady, cloud_part, read_ready
from kiosk.local.ports import Ports
from kiosk.sync.api import CloudApi
from kiosk.sync.bucket import CONFIG

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client


@dataclass(frozen=True)
class LocalCloud:
    child: Child
    ready: CloudReady

    @property
    def url(self) -> str:
        return self.ready.api

    def stop(self) -> None:
        self.child.stop()

    def kill(self) -> None:
        """As a power cut would: every process of it at once."""
        self.child.kill()

    @contextlib.contextmanager
    def bucket(self) -> Iterator[S3Client]:
        s3 = self.ready.s3
        session = boto3.session.Session(s3.access_key_id, s3.secret_access_key)
        client: S3Client = session.client("s3", endpoint_url=s3.endpoint, config=CONFIG)
        with contextlib.closing(client):
            yield client


def start(data: Path, pay_after_ms: int | None = None) -> LocalCloud:
    """The same ``data`` has the same addresses and the same contents each time."""
    port = Ports(data.with_suffix(".ports")).of("cloud")
    child = Child(cloud_part(data, port, pay_after_ms), data.with_suffix(".log"))
    try:
        return LocalCloud(child, _ready(child))
    except BaseException:
        child.kill()
        raise


@contextlib.contextmanager
def running(data: Path, pay_after_ms: int | None = None) -> Iterator[LocalCloud]:
    cloud = start(data, pay_after_ms)
    try:
        yield cloud
    finally:
        cloud.stop()


def activate(cloud: LocalCloud) -> Identity:
    """The licence's customer, created or adopted, and a booth of its own."""
    keys, key = RandomKeys(), cloud.ready.license_key
    with contextlib.closing(CloudApi(cloud.url)) as api:
        customer = api.create_customer(
            keys.new_id(), name="Ani", email="ani@example.id", phone=None, license_key=key
        )
        booth = api.register_booth(keys.new_id(), name="Lobby", license_key=key)
    return Identity(customer.id, booth.id, key, booth.token)


def _ready(child: Child) -> CloudReady:
    while child.alive and child.age_s < child.part.deadline_s:
        if ready := read_ready(child):
            return ready
        time.sleep(0.05)
    raise TimeoutError(f"the local cloud did not start:\n{child.output()[-4000:]}")
