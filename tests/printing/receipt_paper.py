"""A receipt printer on the network, and what it makes of what it hears."""

from __future__ import annotations

import re
import socket
import threading

from escpos import constants

from kiosk.domain.receipt_device import NetworkDevice
from tests.printing.conftest import until

COMMANDS = {
    constants.HW_INIT: "<reset>",
    constants.PAPER_FULL_CUT: "<cut>",
    constants.TXT_NORMAL: "",
    constants.TXT_STYLE["bold"][True]: "<b>",
    constants.TXT_STYLE["bold"][False]: "</b>",
    constants.TXT_STYLE["size"]["2h"]: "<tall>",
    b"\x1bt\x00": "",  # code page 437
    b"\x1bd\x06": "",  # six lines of feed before the knife
}


def decoded(content: bytes) -> str:
    """What the printer makes of it, by escpos' own constants; a command that is none of ours, or
    a letter outside of ASCII, is an error."""
    known = sorted((c for c in COMMANDS if c), key=len, reverse=True)
    text = re.sub(
        b"|".join(re.escape(c) for c in known), lambda m: COMMANDS[m[0]].encode(), content
    ).decode("ascii")
    assert not re.search(r"[^\n -~]", text), repr(text)
    return text


def words_of(content: bytes) -> list[str]:
    return re.sub(r"<[^>]+>", "", decoded(content)).rstrip("\n").split("\n")


class Paper:
    """A printer on the network that says nothing and prints what it hears."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.device = NetworkDevice("127.0.0.1", self._listener.getsockname()[1])
        self.prints: list[bytes] = []
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        while True:
            try:
                peer, _ = self._listener.accept()
            except OSError:
                return
            with peer:
                heard = b""
                while more := peer.recv(4096):
                    heard += more
            self.prints.append(heard)

    def wait(self, count: int = 1) -> list[bytes]:
        until(lambda: len(self.prints) >= count, f"{count} receipts", 10)
        return self.prints

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(10)
