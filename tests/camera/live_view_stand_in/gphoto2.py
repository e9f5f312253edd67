"""libgphoto2 itself, and a stand-in for the one thing that its virtual camera can't do: the live
view, which is the file that LIVE_VIEW names. For a process whose PYTHONPATH begins here."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

sys.path.remove(str(Path(__file__).parent))
del sys.modules["gphoto2"]
real = importlib.import_module("gphoto2")


class LivePicture:
    def get_data_and_size(self) -> memoryview:
        return memoryview(Path(os.environ["LIVE_VIEW"]).read_bytes())


class Camera(real.Camera):
    def capture_preview(self) -> LivePicture:
        return LivePicture()


real.Camera = Camera
