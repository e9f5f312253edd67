"""A guest's session from the first touch to the paper and to the cloud, with every part real."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import boto3
import cv2
import httpx
import numpy as np
import pytest
from botocore.config import Config as S3Config

from kiosk.local.booth_files import BoothFiles
from kiosk.local.world import World

from .conftest import answered

SCREENS = {"attract", "choose", "pay-offered", "shoot", "arrange", "printing", "takehome"}


def rows(files: BoothFiles, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(files.data_dir / "kiosk.db")) as store:
        return store.execute(query).fetchall()


@pytest.fixture
def sheets_before(world: World) -> set[Path]:
    return set(world.addresses.printers[0].tray.glob("*.jpg"))


def test_a_guest_pays_poses_prints_and_finds_the_picture_in_the_cloud(
    world: World, booth: BoothFiles, display: str, tmp_path: Path, sheets_before: set[Path]
) -> None:
    folder = tmp_path / "screens"
    options = ("--sessions", "2", "--screens", str(folder))
    report = answered(booth, "rehearse", *options, display=display)

    assert (report["sessions"], report["completed"], report["prints_completed"]) == (2, 2, 2)
    assert report["outbox"]["pending"] == 0
    assert report["trouble"] == []
    shown = {path.stem.partition("-")[2] for path in folder.glob("*.png")}
    assert shown >= SCREENS, shown

    photos = rows(booth, "SELECT id, path, r2_key, payment_id FROM photos ORDER BY id")
    composed = [booth.data_dir / str(path) for _, path, _, _ in photos]
    assert len(composed) == 2

    printed = set(world.addresses.printers[0].tray.glob("*.jpg")) - sheets_before
    _same_pictures(composed, sorted(printed))
    for (photo_id, _, key, payment_id), file in zip(photos, composed, strict=True):
        assert _object(world, str(key)) == file.read_bytes()
        told = _asked(booth, world, f"/api/photos/{photo_id}")
        assert (told["print_status"], told["r2_key"]) == ("completed", key)
        assert _asked(booth, world, f"/api/payments/{payment_id}")["status"] == "completed"

    assert answered(booth, "audit")["violations"] == []


def test_the_guests_page_shows_the_print(
    world: World, booth: BoothFiles, display: str, tmp_path: Path
) -> None:
    answered(booth, "rehearse", "--screens", str(tmp_path / "screens"), display=display)
    [(code,)] = rows(booth, "SELECT code FROM photos")
    assert world.addresses.cloud is not None
    page = httpx.get(f"{world.addresses.cloud.api}/p/{code}", headers={"accept-language": "id"})
    assert page.status_code == 200
    assert "print.jpg" in page.text


def _same_pictures(composed: list[Path], printed: list[Path]) -> None:
    """Each composed picture came out once, pixel by pixel."""
    assert len(printed) == len(composed)
    left = [cv2.imread(str(path)) for path in printed]
    for path in composed:
        picture = cv2.imread(str(path))
        matches = [i for i, sheet in enumerate(left) if np.array_equal(sheet, picture)]
        assert matches, f"{path} did not come out of the printer"
        left.pop(matches[0])


def _object(world: World, key: str) -> bytes:
    assert world.addresses.cloud is not None
    s3 = world.addresses.cloud.s3
    client = boto3.client(
        "s3",
        endpoint_url=s3.endpoint,
        aws_access_key_id=s3.access_key_id,
        aws_secret_access_key=s3.secret_access_key,
        region_name="auto",
        config=S3Config(s3={"addressing_style": "path"}),
    )
    body = client.get_object(Bucket=s3.bucket, Key=key)["Body"]
    with closing(body):
        return bytes(body.read())


def _asked(files: BoothFiles, world: World, path: str) -> dict[str, object]:
    assert world.addresses.cloud is not None
    [(value,)] = rows(files, "SELECT value FROM settings WHERE key = 'identity'")
    token = json.loads(str(value))["token"]
    answer = httpx.get(
        world.addresses.cloud.api + path, headers={"authorization": f"Bearer {token}"}
    )
    assert answer.status_code == 200, answer.text
    found: dict[str, object] = answer.json()
    return found
