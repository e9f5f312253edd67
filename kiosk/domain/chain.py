"""The audit log's chain: each entry's hash is over the one before it, so that what was written
can't be changed without changing everything after it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

FIRST = ""
"""Stands for the hash before the first."""


@dataclass(frozen=True)
class Link:
    """One entry as it lies in the store. ``data`` is its JSON text. ``seq`` and ``hash`` are None
    in entries from before there was a chain."""

    id: str
    at: str
    who: str
    what: str
    data: str
    seq: int | None
    hash: str | None


@dataclass(frozen=True)
class Anchor:
    """The newest entry at some moment. Written down where whoever tampers with the store can't
    reach it, it shows whether the end of the log was cut off later."""

    seq: int
    hash: str

    @property
    def words(self) -> str:
        """Short enough for paper, long enough that nobody makes another entry like it."""
        return f"{self.seq}-{self.hash[:16]}"


def hash_of(previous: str, link: Link) -> str:
    """SHA-256 in hex over a JSON array of strings, in ASCII and without spaces."""
    fields = [previous, link.id, link.at, link.who, link.what, link.data]
    return hashlib.sha256(json.dumps(fields, separators=(",", ":")).encode()).hexdigest()


def broken_links(links: Iterable[Link]) -> Iterator[str]:
    """What is wrong with the chain. ``links`` stand in the order in which they were written."""
    previous, seq = FIRST, 0
    for link in links:
        if link.seq is None or link.hash is None:
            if seq:
                yield f"entry {link.id} stands outside the chain, after its entry {seq}"
            continue
        if link.seq != seq + 1:
            yield f"entry {link.seq} follows entry {seq}"
        elif link.hash != hash_of(previous, link):
            yield f"entry {link.seq} is not what was written"
        previous, seq = link.hash, link.seq


def cut_off(anchor: Anchor, links: Iterable[Link]) -> bool:
    """Whether the entry that ``anchor`` remembers is gone or another."""
    return all((link.seq, link.hash) != (anchor.seq, anchor.hash) for link in links)
