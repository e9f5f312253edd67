"""The methods of dataclasses, compiled once instead of at every start.

A dataclass writes its methods as text and has Python compile them, four hundred classes a start:
that took a sixth of it. Here the compiled text is kept, as Python keeps a module's.
"""

from __future__ import annotations

import builtins
import dataclasses
import hashlib
import importlib.util
import marshal
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

DIGEST = hashlib.sha256().digest_size


class KeptCode:
    """By the very text, so that what is kept is never another one's; ``file`` is the booth's own,
    as its settings are. One that was cut short, or is another Python's, is as none."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._kept = _read(file)
        self._is_new = False

    def serve(self) -> None:
        """From now on dataclasses are made with it."""
        # Their module looks for ``exec`` among its own names first. Where it does no more, this
        # changes nothing.
        setattr(dataclasses, "exec", self._run)  # noqa: B010 - a name that the module lacks

    def keep(self) -> None:
        """For the next start. It only saves time: a disk that takes nothing is told elsewhere."""
        if not self._is_new:
            return
        self._is_new = False
        body = marshal.dumps(dict(self._kept))
        fresh = self._file.with_suffix(".new")
        with suppress(OSError):
            with os.fdopen(
                os.open(fresh, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb"
            ) as out:
                out.write(_sign(body) + body)
            fresh.replace(self._file)

    def _run(self, text: str, names: dict[str, Any], into: dict[str, Any]) -> None:
        kept = self._kept.get(text)
        if kept is None:
            code = compile(text, "<string>", "exec", dont_inherit=True)
            self._kept[text] = marshal.dumps(code)
            self._is_new = True
        else:
            code = marshal.loads(kept)  # noqa: S302 - ours, and signed
        builtins.exec(code, names, into)  # noqa: S102 - as dataclasses do


def _read(file: Path) -> dict[str, bytes]:
    with suppress(OSError, ValueError, EOFError, TypeError):
        signed = file.read_bytes()
        body = signed[DIGEST:]
        if signed[:DIGEST] == _sign(body):
            kept: dict[str, bytes] = marshal.loads(body)  # noqa: S302 - as above
            return kept
    return {}


def _sign(body: bytes) -> bytes:
    """Against half a file and another Python's, not against whoever may write here."""
    return hashlib.sha256(importlib.util.MAGIC_NUMBER + body).digest()
