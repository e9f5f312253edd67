"""Draw each template's overlay.png from its overlay.svg.

The drawings use blurs and patterns that few programs know; Chromium draws them all alike:

    python assets/make_templates.py                 all templates
    python assets/make_templates.py classic-4x6     only those
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image

TEMPLATES = Path(__file__).with_name("templates")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SIZE = re.compile(r'<svg[^>]* width="(\d+)" height="(\d+)"')
SPARE = 200  # rows: some versions keep a part of the window for a bar that is not shown
ALPHA_STEP = 3  # of 255: nobody sees it in a shadow, and it halves the file


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("names", nargs="*", help="folders in assets/templates; none means all")
    names = parser.parse_args().names or sorted(file.parent.name for file in sources())
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.stderr.write("Chromium is needed: apt-get install chromium\n")
        return 1
    for name in names:
        drawing = TEMPLATES / name / "overlay.svg"
        if not drawing.is_file():
            sys.stderr.write(f"{drawing}: no such file\n")
            return 2
        target = drawing.with_suffix(".png")
        light(draw(browser, drawing)).save(target, optimize=True)
        sys.stdout.write(f"{name}: {target.stat().st_size // 1000} kB\n")
    return 0


def sources() -> list[Path]:
    return list(TEMPLATES.glob("*/overlay.svg"))


def draw(browser: str, drawing: Path) -> Image.Image:
    """The drawing in its own size, RGBA. Raises ValueError and CalledProcessError."""
    size = SIZE.search(drawing.read_text("utf-8"))
    if size is None:
        raise ValueError(f"{drawing}: the first tag must say width and height in whole pixels")
    width, height = int(size[1]), int(size[2])
    with tempfile.TemporaryDirectory() as folder:
        shot = Path(folder, "shot.png")
        options = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--allow-file-access-from-files",
            "--hide-scrollbars",
            "--force-device-scale-factor=1",
            "--force-color-profile=srgb",
            "--default-background-color=00000000",
            f"--user-data-dir={folder}/profile",
            f"--window-size={width},{height + SPARE}",
            f"--screenshot={shot}",
        ]
        subprocess.run(
            [browser, *options, drawing.as_uri()], check=True, capture_output=True, timeout=60
        )
        with Image.open(shot) as image:
            return image.convert("RGBA").crop((0, 0, width, height))


def light(image: Image.Image) -> Image.Image:
    """The same to the eye, in fewer bytes: coarser shadows, and no colour where nothing is."""
    pixels = np.array(image)
    alpha = pixels[:, :, 3].astype(np.int16)
    coarse = np.minimum(255, (alpha + ALPHA_STEP // 2) // ALPHA_STEP * ALPHA_STEP)
    pixels[:, :, 3] = coarse
    pixels[coarse == 0] = 0
    return Image.fromarray(pixels, "RGBA")


if __name__ == "__main__":
    sys.exit(main())
