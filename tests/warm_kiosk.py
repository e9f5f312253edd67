"""The kiosk's command line in processes of its own that don't import it anew: each is forked from
one that has it all in memory. Only what a command imports when it runs is still imported then.

The process's standard input has one JSON array a line: the words, and the files that are the
command's standard input, output and error. It answers each with a line: the exit code.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Self

from kiosk.commands.all import COMMANDS
from kiosk.local.booth_files import FROM_SOURCE, BoothFiles
from kiosk.local.programs import PROJECT

STREAMS = ("stdin", "stdout", "stderr")


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str


class WarmKiosk:
    """For one thread."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.warm_kiosk"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=PROJECT,
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.communicate(timeout=20)

    def run(self, words: list[str], folder: Path, typed: str = "") -> Said:
        """``folder`` gets the files for what is typed and said."""
        files = [folder / f"{name}.txt" for name in STREAMS]
        for file, text in zip(files, (typed, "", ""), strict=True):
            file.write_text(text, encoding="utf-8")
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([words, *map(str, files)]) + "\n")
        self._process.stdin.flush()
        code = int(self._process.stdout.readline())
        return Said(code, *(file.read_text(encoding="utf-8") for file in files[1:]))


class WarmBoothFiles(BoothFiles):
    """A booth's files, and its command line as it is from a warm start."""

    def __init__(self, folder: Path, kiosk: WarmKiosk) -> None:
        super().__init__(folder)
        self._kiosk = kiosk

    def say(self, *words: str, typed: str = "") -> Said:
        command = self.command(*words)[len(FROM_SOURCE) :]
        return self._kiosk.run(command, self.settings.parent, typed)

    def call(self, *words: str) -> str:
        said = self.say(*words)
        if said.code:
            raise subprocess.CalledProcessError(said.code, words, said.out, said.err)
        return said.out


def serve() -> Callable[[], int] | None:
    """Returns twice: in each forked process with what it is to run, and None at the end."""
    for name in sorted({place.partition(":")[0] for place in COMMANDS.values()}):
        import_module(f"kiosk.commands.{name}")
    while line := sys.stdin.readline():
        words, *files = json.loads(line)
        child = os.fork()
        if child == 0:
            return _command(words, files)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()
    return None


def _command(words: list[str], files: list[str]) -> Callable[[], int]:
    """In a process that is as one just started: its own streams, a session of its own."""
    os.setsid()
    for number, name in enumerate(files):
        with Path(name).open("r+b") as file:
            os.dup2(file.fileno(), number)
        mode = "r" if number == 0 else "w"
        setattr(sys, STREAMS[number], os.fdopen(os.dup(number), mode, encoding="utf-8"))
    sys.argv = ["kiosk", *words]
    return import_module("kiosk.__main__").main


if __name__ == "__main__":
    command = serve()
    sys.exit(command() if command else 0)
