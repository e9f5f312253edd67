"""The local cloud as a part, and what it says when it is ready."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.local.child import Child, Part
from kiosk.local.programs import PROJECT, beside_python, node

MAIN = PROJECT / "cloud" / "local" / "main.mjs"


@dataclass(frozen=True)
class S3Ready:
    endpoint: str
    bucket: str
    access_key_id: str
    secret_access_key: str


@dataclass(frozen=True)
class CloudReady:
    """The addresses of the Worker, its S3 end and the payment stand-in, and a licence to use."""

    api: str
    s3: S3Ready
    xendit_stand_in: str
    license_key: str
    license_public_key: str


def cloud_part(data: Path, port: int, pay_after_ms: int | None) -> Part:
    """``pay_after_ms``: how long the stand-in waits before it pays by itself; None for never."""
    pay = "off" if pay_after_ms is None else str(pay_after_ms)
    return Part(
        name="cloud",
        command=(
            *(node(), str(MAIN), "--data", str(data.resolve())),
            *("--port", str(port), "--pay-after-ms", pay),
        ),
        folder=data,
        ready=lambda child: read_ready(child) is not None,
        env={"RCLONE": beside_python("rclone")},
        deadline_s=60.0,
    )


def read_ready(child: Child) -> CloudReady | None:
    """None as long as the ready line is not there."""
    for line in child.output().splitlines():
        if line.startswith("{") and (said := _json(line)) and said.get("ready") is True:
            return CloudReady(
                api=said["api"],
                s3=S3Ready(**said["s3"]),
                xendit_stand_in=said["xendit_stand_in"],
                license_key=said["license_key"],
                license_public_key=said["license_public_key"],
            )
    return None


def _json(line: str) -> dict[str, Any] | None:
    try:
        said = json.loads(line)
    except ValueError:
        return None  # the line is still being written
    return said if isinstance(said, dict) else None
