"""Draw studio.mp4, the recorded clip that stands in for a camera.

A person cut out of a public-domain NASA portrait sways, breathes and turns her head in
front of a drawn studio backdrop. All motion is a sum of whole periods of the clip, so the
last frame leads into the first. Needs NumPy, OpenCV and the ffmpeg program:

    python assets/clip/make_clip.py assets/clip/studio.mp4
"""

import math
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np

WIDTH, HEIGHT, FPS, SECONDS = 1920, 1080, 30, 9
FRAMES = FPS * SECONDS
CUTOUT = Path(__file__).with_name("collins-cutout.png")
# Lengths on the portrait are in pixels of the 512 x 512 original. The cut-out is twice that
# size, and it is enlarged once more so that every frame is sampled from a smooth picture.
CUTOUT_SCALE = 2.0
MASTER_SCALE = 3.0
ENCODER = (
    "-c:v libx264 -profile:v baseline -preset veryslow -tune fastdecode -crf 18 -g 90 "
    "-pix_fmt yuv420p -movflags +faststart -map_metadata -1 -fflags +bitexact -flags:v +bitexact"
)


def noise(rng: np.random.Generator, height: int, width: int, sigma: float) -> np.ndarray:
    """Make blurred noise with a standard deviation of one."""
    field = rng.standard_normal((height, width)).astype(np.float32)
    field = cv2.GaussianBlur(field, (0, 0), sigma)
    return field / field.std()


def draw_backdrop(rng: np.random.Generator) -> np.ndarray:
    """Paint a warm canvas with a pool of window light behind the head."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    mottling = sum(
        amount * noise(rng, HEIGHT, WIDTH, sigma)
        for sigma, amount in ((150, 1.0), (70, 0.6), (28, 0.28))
    )
    distance = np.hypot((x - WIDTH * 0.47) / 1150, (y - HEIGHT * 0.36) / 900)
    light = 1 - 0.17 * np.clip(distance, 0, 1.6) ** 1.8
    light = light * (1 + 0.022 * mottling / mottling.std())
    # One hue throughout: eight bits of colour would show a change of hue as bands.
    return (light * (1 - 0.06 * np.clip(distance, 0, 1.6)))[..., None] * np.float32([209, 225, 240])


def load_person(rng: np.random.Generator) -> np.ndarray:
    """Read the cut-out, enlarge, clean and grade it; colours are premultiplied by alpha."""
    picture = cv2.imread(str(CUTOUT), cv2.IMREAD_UNCHANGED).astype(np.float32) / 255
    factor = MASTER_SCALE / CUTOUT_SCALE
    picture = cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_LANCZOS4)
    colour, alpha = picture[..., :3].clip(0, 1), picture[..., 3:].clip(0, 1)
    colour = cv2.bilateralFilter(colour, 9, 0.055, 4)
    fine, coarse = (colour - cv2.GaussianBlur(colour, (0, 0), sigma) for sigma in (2, 12))
    colour = (colour + 0.5 * fine + 0.1 * coarse).clip(0, 1)
    # Softer contrast, open blacks, warmer light, and grain that moves with her.
    colour = (0.03 + 0.965 * colour**0.94) ** np.float32([1.01, 1.0, 0.955])
    grey = colour.mean(axis=2, keepdims=True)
    colour = grey + (colour - grey) * 0.93
    colour += 0.011 * noise(rng, *colour.shape[:2], 0.9)[..., None]
    return np.dstack([colour.clip(0, 1) * alpha, alpha])


def turn(x: np.ndarray, y: np.ndarray, angle: np.ndarray | float) -> tuple[np.ndarray, np.ndarray]:
    """Turn coordinates about the origin."""
    c, s = np.cos(angle), np.sin(angle)
    return c * x + s * y, c * y - s * x


def where_from(t: float, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Find, for each pixel of the frame at phase t, the place on the portrait that it shows."""
    zoom = 2.42 * (1 + 0.055 * math.sin(t - 1.1) + 0.015 * math.sin(2 * t + 2))
    sway_x = 44 * math.sin(t + 0.3) + 14 * math.sin(2 * t + 1.1)
    sway_y = 7 * math.sin(2 * t + 0.4) + 4 * math.sin(t)
    lean = math.radians(1.3 * math.sin(t + 1.0))
    u, v = turn(x - WIDTH / 2 - sway_x, y - HEIGHT * 0.65 - sway_y, lean)
    u, v = u / zoom + 223, v / zoom + 250

    breath = 1.3 * math.sin(3 * t)
    v = v + breath * np.exp(-(((v - 260) / 90) ** 2))

    # The head tilts about the neck; the tilt fades out through neck and collar.
    tilt = math.radians(3.8 * math.sin(t + 2.3) + 2.2 * math.sin(2 * t + 0.2))
    nod = 2.0 * math.sin(2 * t + 1.9)
    beside = np.maximum(np.abs(u - 226) - 85, 0)
    weight = np.exp(-((beside / 60) ** 2)) / (1 + np.exp((v - 172) / 9))
    u, v = turn(u - 222, v - 188, weight * tilt)
    u, v = u + 222, v + 188 + weight * nod

    # The face turns a little within the outline of the head, and the smile comes and goes.
    yaw = 4.2 * math.sin(t + 2.9) + 2.0 * math.sin(3 * t + 0.6)
    pitch = 2.2 * math.sin(2 * t + 0.3)
    face = (1 - np.minimum(((u - 226) / 80) ** 2 + ((v - 112) / 100) ** 2, 1)) ** 2
    u, v = u + face * yaw, v + face * pitch
    smile = 0.9 * math.sin(t - 0.6) + 0.5 * math.sin(2 * t)
    for corner in (207.5, 244.5):
        v = v + smile * np.exp(-(((u - corner) / 11) ** 2) - ((v - 143) / 10) ** 2)
    return u, v


def shadow_of(alpha: np.ndarray) -> np.ndarray:
    """Cast a wide soft shadow on the backdrop, to the lower right."""
    small = cv2.resize(alpha, (WIDTH // 8, HEIGHT // 8), interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(np.roll(small, (3, 5), (0, 1)), (0, 0), 6)
    return cv2.resize(small, (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC)[..., None]


def main(target: str) -> None:
    """Draw every frame and hand it to ffmpeg."""
    rng = np.random.default_rng(7)
    backdrop, person = draw_backdrop(rng), load_person(rng)
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    source = f"-f rawvideo -pix_fmt bgr24 -s {WIDTH}x{HEIGHT} -r {FPS} -i -".split()
    command = ["ffmpeg", "-y", "-loglevel", "error", *source, *ENCODER.split(), target]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as encoder:
        for index in range(FRAMES):
            t = 2 * math.pi * index / FRAMES
            u, v = (
                ((a + 0.5) * MASTER_SCALE - 0.5).astype(np.float32) for a in where_from(t, x, y)
            )
            layer = cv2.remap(person, u, v, cv2.INTER_CUBIC).clip(0, 1)
            alpha = layer[..., 3:]
            frame = backdrop * (1 - 0.13 * shadow_of(alpha)) * (1 - alpha) + layer[..., :3] * 255
            cloud = math.sin(t + 0.5)  # daylight is never quite still
            frame *= 1 + 0.018 * cloud
            encoder.stdin.write(frame.clip(0, 255).astype(np.uint8).tobytes())
        encoder.stdin.close()
    if encoder.returncode:
        sys.exit(f"ffmpeg failed with {encoder.returncode}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
