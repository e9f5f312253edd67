"""A private CUPS server in a folder, for whoever runs it."""

from __future__ import annotations

import http.client
import re
import shlex
import subprocess
from pathlib import Path

from kiosk.local.child import Part
from kiosk.local.ports import answers
from kiosk.local.programs import program

SYSTEM_BIN = Path("/usr/lib/cups")
LPADMIN_TIMEOUT_S = 20.0

IDLE = re.compile(r"^State Idle$", re.MULTILINE)

SERVER_CONF = """\
Listen 127.0.0.1:{port}
WebInterface No
Browsing No
DefaultAuthType None
LogLevel info
AccessLogLevel config
PageLogFormat

# A job is on disk before its submitter hears that it was accepted, and survives kill -9.
DirtyCleanInterval 0
PreserveJobHistory Yes
PreserveJobFiles Yes
JobRetryInterval 2
ErrorPolicy stop-printer
{more}

<Location />
  Order allow,deny
  Allow 127.0.0.1
</Location>

# Titles stay readable: the booth finds its jobs by them.
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Order allow,deny
  </Limit>
</Policy>
"""

FILES_CONF = """\
ServerRoot {root}
ServerBin {root}/bin
RequestRoot {root}/spool
CacheDir {root}/cache
StateDir {root}/state
TempDir {root}/tmp
ErrorLog stderr
AccessLog {root}/access.log
PageLog {root}/page.log
FatalErrors config listen
"""

BACKEND = """\
#!/bin/sh
exec setpriv --pdeathsig KILL -- {backend} "$@"
"""
"""A backend dies with its cupsd, also with one that was killed: otherwise it would go on printing
beside the one that the next cupsd starts for the same job."""


def cups_part(folder: Path, port: int, more: str = "") -> Part:
    """``more`` goes into cupsd.conf. To be called before each start: it holds the queues."""
    hold_queues(folder / "printers.conf")
    for name in ("", "bin", "bin/backend", "spool", "cache", "state", "tmp"):
        (folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
    _write_backend(folder / "bin" / "backend" / "ipp", SYSTEM_BIN / "backend" / "ipp")
    daemons = folder / "bin" / "daemon"
    if not daemons.is_symlink():
        daemons.symlink_to(SYSTEM_BIN / "daemon")
    root = str(folder.resolve()).replace("#", "\\#")
    server, files = folder / "cupsd.conf", folder / "cups-files.conf"
    server.write_text(SERVER_CONF.format(port=port, more=more), encoding="utf-8")
    files.write_text(FILES_CONF.format(root=root), encoding="utf-8")
    return Part(
        name="cupsd",
        command=(program("cupsd"), "-f", "-c", str(server.resolve()), "-s", str(files.resolve())),
        folder=folder,
        ready=lambda _child: answers(port),
    )


def hold_queues(conf: Path) -> None:
    """Makes the queues in a printers.conf, whose cupsd is not running, come up stopped.

    cupsd sends a job that it had begun again from the start, also where sheets are out already.
    So none goes on before somebody has looked at its job and enabled it.
    """
    if conf.exists():
        text = conf.read_text(encoding="utf-8")
        conf.write_text(IDLE.sub("State Stopped", text), encoding="utf-8")


def add_queue(port: int, name: str, uri: str) -> None:
    """Makes a driverless queue with CUPS' own tool. ``has_driver`` tells when it is done.

    Raises CalledProcessError or TimeoutExpired.
    """
    subprocess.run(
        [
            *(program("lpadmin"), "-h", f"127.0.0.1:{port}", "-p", name, "-v", uri),
            *("-m", "everywhere", "-o", "printer-error-policy=stop-printer", "-E"),
        ],
        check=True,
        capture_output=True,
        timeout=LPADMIN_TIMEOUT_S,
    )


def has_driver(port: int, name: str) -> bool:
    """Whether the queue is there and cupsd has written its PPD."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5.0)
    try:
        connection.request("GET", f"/printers/{name}.ppd")
        return connection.getresponse().status == http.HTTPStatus.OK
    finally:
        connection.close()


def _write_backend(file: Path, backend: Path) -> None:
    """For its owner only: a root cupsd runs such a backend as root and any other as user lp,
    which can't get at a spool below a private folder."""
    file.write_text(BACKEND.format(backend=shlex.quote(str(backend))), encoding="utf-8")
    file.chmod(0o700)
