"""What lies in the bucket is what lay on the disk, also after keys and addresses changed."""

from __future__ import annotations

import contextlib
import hashlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from kiosk.domain.errors import CloudRefused, CloudUnreachable
from kiosk.domain.identity import Identity
from kiosk.sync.api import CloudApi
from kiosk.sync.uploads import Uploads
from tests.sync.bench_parts import FaultyWire, new_id
from tests.sync.local_cloud import LocalCloud

Changes = dict[str, str]


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def lent(cloud: LocalCloud, who: Identity) -> Iterator[tuple[CloudApi, FaultyWire, Changes]]:
    """The real cloud's API, whose upload credentials are given out with the changes made here."""
    changes: Changes = {}

    def alter(request: httpx.Request) -> httpx.Response | None:
        if request.url.path != "/api/upload-credentials" or not changes:
            return None
        headers = {"authorization": request.headers["authorization"]}
        answer = httpx.post(request.url, json={}, headers=headers).json()
        return httpx.Response(200, json=answer | changes)

    wire = FaultyWire(alter)
    with contextlib.closing(CloudApi(cloud.url, who.token, transport=wire)) as api:
        yield api, wire, changes


@pytest.mark.parametrize("size", [0, 1, 3_000_000])
def test_the_object_is_the_file_byte_for_byte(
    api: CloudApi, who: Identity, cloud: LocalCloud, tmp_path: Path, size: int
) -> None:
    content = os.urandom(size)
    (tmp_path / "print.jpg").write_bytes(content)
    key = f"{who.customer_id}/photos/2026/06/01/{new_id()}/print of Ani & Büdi.jpg"
    Uploads(api, tmp_path, now).put("print.jpg", key, "image/jpeg")
    with cloud.bucket() as bucket:
        stored = bucket.get_object(Bucket=cloud.ready.s3.bucket, Key=key)
        assert stored["Body"].read() == content
    assert stored["ContentType"] == "image/jpeg"
    told = {name.lower(): value for name, value in stored["Metadata"].items()}
    assert told["sha256"] == hashlib.sha256(content).hexdigest()


def test_keys_are_asked_for_once_and_again_before_they_expire(
    lent: tuple[CloudApi, FaultyWire, Changes], who: Identity, tmp_path: Path
) -> None:
    api, wire, _ = lent
    (tmp_path / "a.jpg").write_bytes(b"a")
    elapsed = timedelta()
    uploads = Uploads(api, tmp_path, lambda: now() + elapsed)
    for _ in range(3):
        uploads.put("a.jpg", f"{who.customer_id}/a.jpg", "image/jpeg")
    assert len(wire.paths) == 1
    elapsed = timedelta(days=8)
    uploads.put("a.jpg", f"{who.customer_id}/a.jpg", "image/jpeg")
    assert len(wire.paths) == 2


def test_a_wrong_secret_is_a_refusal_and_right_keys_are_asked_for_next_time(
    lent: tuple[CloudApi, FaultyWire, Changes], who: Identity, tmp_path: Path
) -> None:
    api, wire, changes = lent
    (tmp_path / "a.jpg").write_bytes(b"a")
    uploads = Uploads(api, tmp_path, now)
    _secret(changes, "not the secret")
    with pytest.raises(CloudRefused) as refusal:
        uploads.put("a.jpg", f"{who.customer_id}/a.jpg", "image/jpeg")
    assert refusal.value.status == 403
    assert "not the secret" not in str(refusal.value)
    changes.clear()
    uploads.put("a.jpg", f"{who.customer_id}/a.jpg", "image/jpeg")
    assert len(wire.paths) == 2


def test_an_absent_bucket_end_is_unreachable(
    lent: tuple[CloudApi, FaultyWire, Changes], who: Identity, tmp_path: Path
) -> None:
    api, _, changes = lent
    (tmp_path / "a.jpg").write_bytes(b"a")
    changes["endpoint"] = "http://127.0.0.1:1"
    with pytest.raises(CloudUnreachable):
        Uploads(api, tmp_path, now).put("a.jpg", f"{who.customer_id}/a.jpg", "image/jpeg")


def test_a_bucket_that_is_not_there_is_a_refusal(
    lent: tuple[CloudApi, FaultyWire, Changes], who: Identity, tmp_path: Path
) -> None:
    api, _, changes = lent
    (tmp_path / "a.jpg").write_bytes(b"a")
    changes["bucket"] = "no-such-bucket"
    with pytest.raises(CloudRefused, match="404"):
        Uploads(api, tmp_path, now).put("a.jpg", f"{who.customer_id}/a.jpg", "image/jpeg")


def test_a_key_of_another_customer_is_not_even_tried(api: CloudApi, tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"a")
    with pytest.raises(CloudRefused, match="outside"):
        Uploads(api, tmp_path, now).put("a.jpg", "somebody-else/a.jpg", "image/jpeg")


def test_a_missing_file_is_told_as_such(api: CloudApi, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Uploads(api, tmp_path, now).put("gone.jpg", "c/gone.jpg", "image/jpeg")


def test_keys_that_stop_working_early_are_renewed_within_the_upload(
    lent: tuple[CloudApi, FaultyWire, Changes],
    who: Identity,
    tmp_path: Path,
) -> None:
    api, wire, changes = lent
    (tmp_path / "a.jpg").write_bytes(b"a")
    uploads, key, port = Uploads(api, tmp_path, now), f"{who.customer_id}/a.jpg", _free_port()
    changes |= {"endpoint": f"http://127.0.0.1:{port}", "bucket": "b", "access_key_id": "one"}
    with _s3(tmp_path / "s3", port, f"one,{_secret(changes, 'first')}"):
        uploads.put("a.jpg", key, "image/jpeg")
    changes["access_key_id"] = "two"
    with _s3(tmp_path / "s3", port, f"two,{_secret(changes, 'second')}"):
        uploads.put("a.jpg", key, "image/jpeg")
    assert len(wire.paths) == 2
    assert (tmp_path / "s3" / "b" / key).read_bytes() == b"a"


def _secret(changes: Changes, secret: str) -> str:
    changes["secret_access_key"] = secret
    return secret


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def _s3(folder: Path, port: int, key: str) -> Iterator[None]:
    (folder / "b").mkdir(parents=True, exist_ok=True)
    rclone = str(Path(sys.executable).with_name("rclone"))
    command = [rclone, "serve", "s3", "--config", "/dev/null", "--vfs-cache-mode", "off"]
    process = subprocess.Popen(
        [*command, "--addr", f"127.0.0.1:{port}", "--auth-key", key, str(folder)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _until(lambda: _answers(port))
        yield
    finally:
        process.terminate()
        process.wait(10)


def _answers(port: int) -> bool:
    try:
        httpx.get(f"http://127.0.0.1:{port}")
    except httpx.TransportError:
        return False
    return True


def _until(condition: Callable[[], bool], timeout_s: float = 10.0) -> None:
    limit = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < limit
        time.sleep(0.02)
