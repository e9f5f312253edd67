"""A guest's films, from the camera's ring to the phone."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import av

from kiosk.local.booth_files import BoothFiles
from kiosk.local.programs import PROJECT, program
from kiosk.local.world import World

from .conftest import answered
from .test_whole_chain import rows

FOUND = PROJECT / "build" / "guest-page"


def test_a_guests_films_are_recorded_made_uploaded_and_play_on_the_page(
    world: World, booth: BoothFiles, display: str, tmp_path: Path
) -> None:
    report = answered(booth, "rehearse", "--screens", str(tmp_path / "screens"), display=display)
    assert report["trouble"] == []
    assert report["outbox"]["pending"] == 0

    films = rows(booth, "SELECT kind, path, bytes FROM films ORDER BY kind")
    assert [kind for kind, _, _ in films] == ["boomerang", "timelapse"]
    files = [booth.data_dir / str(path) for _, path, _ in films]
    assert [file.stat().st_size for file in files] == [size for _, _, size in films]
    seconds = []
    for file in files:
        with av.open(file) as container:
            stream = container.streams.video[0]
            assert stream.codec_context.name == "h264"
            assert stream.duration is not None
            assert stream.time_base is not None
            seconds.append(float(stream.duration * stream.time_base))

    [(code,)] = rows(booth, "SELECT code FROM photos")
    assert world.addresses.cloud is not None
    seen = _watched(f"{world.addresses.cloud.api}/p/{code}")
    assert seen["complaints"] == []
    assert [film["width"] for film in seen["films"]] == [640, 640]
    for film, length in zip(seen["films"], seconds, strict=True):
        assert abs(film["seconds"] - length) < 0.1


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
