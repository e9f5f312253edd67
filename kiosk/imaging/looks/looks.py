"""The looks that a guest can give a print: one ``.cube`` file each."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import structlog

from kiosk.domain.errors import LookUnusable
from kiosk.imaging.jpeg import Pixels
from kiosk.imaging.looks.cube import read_cube, read_title
from kiosk.imaging.looks.grading import Grade

log = structlog.get_logger()

NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
MOST = 24  # thumbnails are made of each; more than that nobody looks through


class Looks:
    """Named after their files. The empty name is the picture as it was taken. Safe for threads."""

    def __init__(self, folders: Sequence[Path], offered: Sequence[str] | None = None) -> None:
        """A later folder's file takes the place of an earlier one's of the same name.

        ``offered`` names some, in order; without it all are there, by name. What can't be used is
        logged and left out: a booth goes on selling without it.
        """
        files = {file.stem: file for folder in folders for file in sorted(folder.glob("*.cube"))}
        wanted = tuple(sorted(files)) if offered is None else tuple(dict.fromkeys(offered))
        self._files = dict(_found(files, wanted))
        self._titles = dict[str, str]()
        self._grades = dict[str, Grade]()
        self._wrong = set[str]()
        self._lock = threading.Lock()
        for name, file in self._files.items():
            try:
                self._titles[name] = read_title(file)
            except LookUnusable as error:
                log.warning("look left out", look=name, why=str(error))

    def prepare(self) -> None:
        """Reads every table ahead of the first guest: 0.1 s that the start does not have to wait.

        A look whose table is wrong is left out from then on.
        """
        for name in self.names:
            try:
                self._grade(name)
            except LookUnusable as error:
                log.warning("look left out", look=name, why=str(error))

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(name for name in self._titles if name not in self._wrong)

    def title(self, name: str) -> str:
        """The look's name for guests, also where its table turned out wrong. Raises LookUnusable
        where there is none of that name."""
        try:
            return self._titles[name]
        except KeyError:
            raise self._unknown(name) from None

    def apply(self, name: str, pixels: Pixels) -> Pixels:
        """BGR ``pixels`` in the look; the same array where ``name`` is empty. Raises LookUnusable
        where there is none of that name."""
        return self._grade(name).apply(pixels) if name else pixels

    def _grade(self, name: str) -> Grade:
        with self._lock:
            if name not in self.names:
                raise self._unknown(name)
            if name not in self._grades:
                self._grades[name] = self._read(name)
            return self._grades[name]

    def _read(self, name: str) -> Grade:
        try:
            return Grade(read_cube(self._files[name]))
        except LookUnusable:
            self._wrong.add(name)
            raise

    def _unknown(self, name: str) -> LookUnusable:
        return LookUnusable(f"there is no look {name!r}; there are: {', '.join(self.names)}")


def _found(files: Mapping[str, Path], wanted: Sequence[str]) -> Iterator[tuple[str, Path]]:
    for number, name in enumerate(wanted):
        if name not in files:
            there = ", ".join(sorted(files))
            log.warning(
                "look left out", look=name, why=f"there is no such file; there are: {there}"
            )
        elif not NAME.fullmatch(name):
            why = f"{files[name]}: the file's name must be of a-z, 0-9 and -"
            log.warning("look left out", look=name, why=why)
        elif number >= MOST:
            log.warning("look left out", look=name, why=f"there are more than {MOST}")
        else:
            yield name, files[name]
