"""Loopback ports that stay the same from one start to the next."""

from __future__ import annotations

import contextlib
import json
import random
import socket
from pathlib import Path

PORTS_EACH = 3
"""The cloud takes the two ports after its own as well."""

CHOICES = range(20_000, 32_000, 10)
"""Linux hands out 32768 and above to outgoing connections: those could be taken by chance."""


class PortTaken(RuntimeError):
    pass


class Ports:
    """Remembers one port per name in a JSON file."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known: dict[str, int] = {}
        with contextlib.suppress(FileNotFoundError):
            self._known = json.loads(file.read_text(encoding="utf-8"))

    def of(self, name: str) -> int:
        """The name's port, free at this moment. Raises PortTaken for a remembered one in use."""
        port = self._known.get(name)
        if port is None:
            port = self._known[name] = self._pick()
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._file.write_text(json.dumps(self._known, indent=1), encoding="utf-8")
        elif not is_free(port):
            raise PortTaken(
                f"port {port}, which {self._file} keeps for {name}, is in use by another program: "
                f"is this already running? If not, take {name} out of that file"
            )
        return port

    def of_running(self, name: str) -> int:
        """The port of a part that is up."""
        return self._known[name]

    def _pick(self) -> int:
        taken = set(self._known.values())
        choices = (port for port in random.sample(CHOICES, len(CHOICES)) if port not in taken)
        return next(p for p in choices if all(is_free(p + n) for n in range(PORTS_EACH)))


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        # A port whose last connections linger in TIME_WAIT is free for a server.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def answers(port: int) -> bool:
    """Whether something on this machine accepts connections there."""
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1.0):
        return True
    return False
