"""A guest's session from the first touch to the paper and to the cloud, with every part real."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import boto3
import cv2
import httpx
import numpy as np
import pytest
from botocore.config import Config as S3Config

from kiosk.local.booth_files import BoothFiles
from kiosk.local.demo import CLIP
from kiosk.local.programs import PROJECT, program
from kiosk.local.world import World

from .conftest import answered

FOUND = PROJECT / "build" / "guest-page"
SCREENS = {"attract", "choose", "pay-offered", "shoot", "arrange", "printing", "takehome"}


@dataclass(frozen=True)
class Served:
    """Two guests who were served; ``printed`` are the sheets that came out meanwhile."""

    booth: BoothFiles
    report: dict[str, Any]
    screens: Path
    printed: list[Path]


@pytest.fixture(scope="module")
def served(world: World, display: str, tmp_path_factory: pytest.TempPathFactory) -> Served:
    folder = tmp_path_factory.mktemp("served")
    booth = BoothFiles(folder)
    booth.write(world.addresses, camera=f"clip:{CLIP}")
    booth.set_up(world.addresses)
    tray = world.addresses.printers[0].tray
    before = set(tray.glob("*.jpg"))
    options = ("--sessions", "2", "--screens", str(folder / "screens"))
    report = answered(booth, "rehearse", *options, display=display)
    return Served(booth, report, folder / "screens", sorted(set(tray.glob("*.jpg")) - before))


def rows(files: BoothFiles, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(files.data_dir / "kiosk.db")) as store:
        return store.execute(query).fetchall()


def test_a_guest_pays_poses_prints_and_finds_the_picture_in_the_cloud(
    world: World, served: Served
) -> None:
    report = served.report
    assert (report["sessions"], report["completed"], report["prints_completed"]) == (2, 2, 2)
    assert report["outbox"]["pending"] == 0
    assert report["trouble"] == []
    shown = {path.stem.partition("-")[2] for path in served.screens.glob("*.png")}
    assert shown >= SCREENS, shown

    photos = rows(served.booth, "SELECT id, path, r2_key, payment_id FROM photos ORDER BY id")
    composed = [served.booth.data_dir / str(path) for _, path, _, _ in photos]
    assert len(composed) == 2
    _same_pictures(composed, served.printed)
    for (photo_id, _, key, payment_id), file in zip(photos, composed, strict=True):
        assert _object(world, str(key)) == file.read_bytes()
        told = _asked(served.booth, world, f"/api/photos/{photo_id}")
        assert (told["print_status"], told["r2_key"]) == ("completed", key)
        assert _asked(served.booth, world, f"/api/payments/{payment_id}")["status"] == "completed"

    assert answered(served.booth, "audit")["violations"] == []


def test_the_guests_page_shows_the_print(world: World, served: Served) -> None:
    code = _newest_code(served)
    assert world.addresses.cloud is not None
    page = httpx.get(f"{world.addresses.cloud.api}/p/{code}", headers={"accept-language": "id"})
    assert page.status_code == 200
    assert "print.jpg" in page.text


def test_a_guests_films_are_recorded_made_uploaded_and_play_on_the_page(
    world: World, served: Served
) -> None:
    query = "SELECT kind, path, bytes FROM films ORDER BY rowid DESC LIMIT 2"
    films = sorted(rows(served.booth, query))
    assert [kind for kind, _, _ in films] == ["boomerang", "timelapse"]
    files = [served.booth.data_dir / str(path) for _, path, _ in films]
    assert [file.stat().st_size for file in files] == [size for _, _, size in films]

    assert world.addresses.cloud is not None
    seen = _watched(f"{world.addresses.cloud.api}/p/{_newest_code(served)}")
    assert seen["complaints"] == []
    assert [film["width"] for film in seen["films"]] == [640, 640]
    for film, file in zip(seen["films"], files, strict=True):
        assert abs(film["seconds"] - _seconds(file)) < 0.1


def _newest_code(served: Served) -> object:
    [(code,)] = rows(served.booth, "SELECT code FROM photos ORDER BY id DESC LIMIT 1")
    return code


def _seconds(film: Path) -> float:
    with av.open(film) as container:
        stream = container.streams.video[0]
        assert stream.codec_context.name == "h264"
        assert stream.duration is not None
        assert stream.time_base is not None
        return float(stream.duration * stream.time_base)


def _watched(address: str) -> dict[str, list[dict[str, float]]]:
    """What a phone's browser made of the page's films."""
    FOUND.mkdir(parents=True, exist_ok=True)
    script = PROJECT / "cloud" / "local" / "test" / "watch-films.ts"
    done = subprocess.run(
        [program("node"), str(script), address, str(FOUND)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=dict(os.environ),
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, list[dict[str, float]]] = json.loads(done.stdout)
    return found


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
