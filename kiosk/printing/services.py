"""Driverless printers that announce themselves by DNS-SD, with addresses that can be asked."""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

WAIT_S = 3
PATIENCE_S = 10.0
SERVICE = "._ipp"


def announced() -> Mapping[str, str]:
    """The ipp uri of each printer, by its name. Takes 3 s; empty where nobody can say.

    CUPS' own search passes over what this machine announces itself, which is how a USB printer
    that speaks IPP gets onto it (ipp-usb), and its dnssd uris can't be asked anything. ippfind
    comes with CUPS.
    """
    program = shutil.which("ippfind")
    if program is None:
        return {}
    asked = (program, "-T", str(WAIT_S), "_ipp._tcp", "-x", "/bin/echo", "{service_uri}")
    try:
        done = subprocess.run(
            (*asked, "{service_name}", ";"),
            capture_output=True,
            text=True,
            errors="replace",
            timeout=PATIENCE_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return {}
    found = read_announced(done.stdout)
    return {name: uri for name, uri in found.items() if _resolves(uri)}


def read_announced(lines: str) -> dict[str, str]:
    """Queues that another CUPS shares are no printers."""
    found = {}
    for line in lines.splitlines():
        uri, _, name = line.partition(" ")
        if uri.startswith("ipp") and not _is_shared_queue(uri):
            found[name] = uri
    return found


def name_of(uri: str) -> str:
    """The name under which a dnssd uri's printer announces itself; empty for other uris."""
    parts = urlsplit(uri)
    if parts.scheme != "dnssd" or SERVICE not in parts.netloc:
        return ""
    return unquote(parts.netloc[: parts.netloc.rindex(SERVICE)])


def _resolves(uri: str) -> bool:
    """Names in .local resolve where libnss-mdns is installed. Where it is not, CUPS' own dnssd
    uri still prints."""
    try:
        socket.getaddrinfo(urlsplit(uri).hostname, None)
    except OSError:
        return False
    return True


def _is_shared_queue(uri: str) -> bool:
    return urlsplit(uri).path.startswith(("/printers/", "/classes/"))
