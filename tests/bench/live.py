"""The live view's figures: the recorded clip at 720p and 1080p on a screen of 1080 × 1920.

A window of its own on a virtual screen, without a GPU, with shots taken all the while.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

import av

from kiosk.local.demo import CLIP
from kiosk.local.programs import PROJECT, program
from tests.bench.figure import Figure
from tests.bench.spread import percentile
from tests.bench.virtual_screen import virtual_screen

SECONDS = 45
SIZE = "1080x1920"
FPS = 30.0
FRAME_MS = 1000 / FPS


def figures(folder: Path) -> list[Figure]:
    folder.mkdir(parents=True, exist_ok=True)
    small = _smaller(CLIP, folder / "720p.mp4")
    return [*_figures("720p", folder, small), *_figures("1080p", folder, CLIP)]


def _figures(name: str, folder: Path, clip: Path) -> list[Figure]:
    seen = _watched(folder, clip)
    stamps = [stamp for stamp, _ in seen["shown"]]
    latencies = [(painted - stamp) / 1e6 for stamp, painted in seen["shown"]]
    apart = [abs(pair["shown_ns"] - pair["saved_ns"]) / 1e6 / FRAME_MS for pair in seen["pairs"]]
    came = (stamps[-1] - stamps[0]) / 1e6 / FRAME_MS + 1
    return [
        Figure(
            f"{name}: shown", round(len(stamps) / seen["seconds"], 2), "fps", 29.9, at_least=True
        ),
        Figure(f"{name}: not shown", round(100 * (1 - len(stamps) / came), 2), "%", 1),
        Figure(f"{name}: stamp to painted p50", percentile(latencies, 0.5), "ms"),
        Figure(f"{name}: stamp to painted p95", percentile(latencies, 0.95), "ms", 60),
        Figure(f"{name}: GUI stall p99", percentile(seen["stalls_ms"], 0.99), "ms", 8),
        Figure(f"{name}: GUI stall, the longest", percentile(seen["stalls_ms"], 1), "ms"),
        Figure(f"{name}: camera process", round(seen["camera_cpu"], 1), "% of a core"),
        Figure(f"{name}: GUI process", round(seen["screen_cpu"], 1), "% of a core"),
        Figure(f"{name}: shots compared", len(apart), ""),
        Figure(f"{name}: shown to saved, on average", round(statistics.mean(apart), 2), "frames"),
        Figure(f"{name}: shown to saved, at most", round(max(apart), 2), "frames", 1.05),
    ]


def _watched(folder: Path, clip: Path) -> dict[str, Any]:
    window = [sys.executable, "-m", "tests.bench.live_window", f"clip:{clip}"]
    with virtual_screen(folder / "xvfb.log", SIZE) as display:
        done = subprocess.run(
            [
                *(program("setpriv"), "--pdeathsig", "TERM", "--"),
                *(*window, str(folder), str(SECONDS)),
            ],
            cwd=PROJECT,
            env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
            check=True,
            stdout=subprocess.PIPE,
            timeout=SECONDS + 60,
        )
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


def _smaller(clip: Path, file: Path) -> Path:
    """The clip at 1280 × 720, and the same rate."""
    with av.open(str(clip)) as source, av.open(str(file), "w") as target:
        stream = target.add_stream("libx264", rate=30, options={"crf": "18", "profile": "baseline"})
        stream.width, stream.height, stream.pix_fmt = 1280, 720, "yuv420p"
        for frame in source.decode(video=0):
            target.mux(stream.encode(frame.reformat(1280, 720, "yuv420p")))
        target.mux(stream.encode())
    return file
