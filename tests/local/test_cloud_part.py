"""What the local cloud says when it is ready."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from kiosk.local.child import Part
from kiosk.local.cloud_part import CloudReady, S3Ready, read_ready
from kiosk.local.programs import PROJECT
from kiosk.local.supervisor import Supervisor
from tests.local.conftest import running, until

LINE = {
    "ready": True,
    "api": "http://127.0.0.1:1",
    "s3": {
        "endpoint": "http://127.0.0.1:2",
        "bucket": "photobooth",
        "access_key_id": "id",
        "secret_access_key": "secret",
    },
    "xendit_stand_in": "http://127.0.0.1:3",
    "license_key": "PB1.a.b",
    "license_public_key": "key",
}


def test_the_ready_line_among_other_words(tmp_path: Path) -> None:
    said = "warming up\n{half a line\n" + json.dumps(LINE) + "\nlater words"
    words = tmp_path / "words"
    words.write_text(said)
    part = Part(
        name="cloud",
        command=("/bin/sh", "-c", 'cat "$0"; exec sleep 100', str(words)),
        folder=tmp_path,
        ready=lambda child: "later" in child.output(),
    )
    with Supervisor(tmp_path / "logs") as supervisor:
        ready = read_ready(supervisor.start(part))
    assert ready == CloudReady(
        api="http://127.0.0.1:1",
        s3=S3Ready("http://127.0.0.1:2", "photobooth", "id", "secret"),
        xendit_stand_in="http://127.0.0.1:3",
        license_key="PB1.a.b",
        license_public_key="key",
    )


@pytest.mark.skipif(
    not (PROJECT / "cloud" / "node_modules").is_dir(), reason="the cloud's packages are missing"
)
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_the_cloud_alone_says_where_it_is_and_leaves_nothing_running(
    tmp_path: Path, how: signal.Signals
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "kiosk.local.cloud", "--data-dir", str(tmp_path / "a world")],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
    )
    try:
        assert process.stdout is not None
        with process.stdout as said:
            assert json.loads(said.readline())["api"].startswith("http://127.0.0.1:")
        children = psutil.Process(process.pid).children(recursive=True)
        programs = {Path(child.exe()).name for child in children}
        assert {"node", "workerd", "rclone"} <= programs
        process.send_signal(how)
        process.wait(20)
    finally:
        process.kill()
        process.wait(20)
    until(lambda: running(children) == [], "node, workerd and rclone are gone")
