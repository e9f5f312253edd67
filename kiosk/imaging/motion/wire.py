"""What the booth and the process that makes films tell each other.

Down its standard input, where ``ps`` does not look: one line of JSON, then the JPEGs on end. Up its
standard output: a line of JSON for each film that is on disk.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import BinaryIO

from kiosk.domain.films import Film, MadeFilm, Reel, SmallFrame, Titles


@dataclass(frozen=True)
class Job:
    """``paths`` are relative to ``data_dir``, each film's own; ``fonts`` is a folder."""

    data_dir: str
    fonts: str
    titles: Titles
    paths: dict[Film, str]
    reel: Reel


def written(job: Job) -> Iterator[bytes]:
    """In pieces: a reel is megabytes."""
    head = {
        "data_dir": job.data_dir,
        "fonts": job.fonts,
        "titles": asdict(job.titles),
        "paths": {film.value: path for film, path in job.paths.items()},
        "session_id": job.reel.session_id,
        "shutters": job.reel.shutters,
        "frames": [(frame.stamp_ns, len(frame.jpeg)) for frame in job.reel.frames],
    }
    yield json.dumps(head).encode() + b"\n"
    for frame in job.reel.frames:
        yield frame.jpeg


def read(stream: BinaryIO) -> Job:
    """Raises ValueError or KeyError for anything that ``written`` did not write."""
    head = json.loads(stream.readline())
    frames = tuple(SmallFrame(stamp, stream.read(length)) for stamp, length in head["frames"])
    return Job(
        data_dir=head["data_dir"],
        fonts=head["fonts"],
        titles=Titles(**head["titles"]),
        paths={Film(name): path for name, path in head["paths"].items()},
        reel=Reel(head["session_id"], frames, tuple(head["shutters"])),
    )


def to_line(made: MadeFilm) -> bytes:
    body = {"film": made.film.value, "bytes": made.bytes, "sha256": made.sha256}
    return json.dumps(body).encode() + b"\n"


def from_line(line: bytes, paths: dict[Film, str]) -> MadeFilm:
    """Raises ValueError or KeyError for anything that ``to_line`` did not write."""
    body = json.loads(line)
    film = Film(body["film"])
    return MadeFilm(film, paths[film], int(body["bytes"]), str(body["sha256"]))
