# ruff: noqa: N802 - these names are pycups'
"""The part of pycups that the booth uses, with types, and how a connection is made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol, cast

import cups

Attributes = Mapping[str, Any]
"""IPP attributes as pycups decodes them: one value is bare, several are a list."""

DEFAULT_PORT = 631


class Connection(Protocol):
    """One HTTP connection to cupsd. To be used from the thread that opened it."""

    def getPrinters(self) -> Mapping[str, Attributes]: ...
    def getPrinterAttributes(self, name: str = ..., *, uri: str = ...) -> Attributes: ...
    def getPPD3(self, name: str) -> tuple[int, float, str]: ...
    def getJobs(
        self, which_jobs: str, *, requested_attributes: list[str]
    ) -> Mapping[int, Attributes]: ...
    def getJobAttributes(self, job_id: int) -> Attributes: ...
    def createJob(self, queue: str, title: str, options: Mapping[str, str]) -> int: ...
    def startDocument(self, queue: str, job_id: int, name: str, mime: str, last: int) -> int: ...
    def writeRequestData(self, data: bytes, length: int) -> int: ...
    def finishDocument(self, queue: str) -> int: ...
    def cancelJob(self, job_id: int, *, purge_job: bool = ...) -> None: ...
    def enablePrinter(self, name: str) -> None: ...
    def acceptJobs(self, name: str) -> None: ...
    def setPrinterErrorPolicy(self, name: str, policy: str) -> None: ...
    def addPrinter(
        self, name: str, *, device: str = ..., ppdname: str = ..., filename: str = ...
    ) -> None: ...
    def deletePrinter(self, name: str) -> None: ...


def split_address(address: str) -> tuple[str, int]:
    """Host and port of ``host:port``, or a socket's path with a port that nothing looks at."""
    if address.startswith("/"):
        return address, DEFAULT_PORT
    host, _, port = address.rpartition(":")
    return (host, int(port)) if host else (address, DEFAULT_PORT)


def open_connection(address: str) -> Connection:
    """Connects from the calling thread. Raises RuntimeError where nobody answers.

    Job creation in libcups looks up the queue through the default server as well, whatever
    connection it is given. That default belongs to the thread, not to the process. The password
    callback keeps libcups from asking for one on the terminal.
    """
    host, port = split_address(address)
    cups.setServer(host)
    cups.setPort(port)
    cups.setPasswordCB(lambda _prompt: "")
    return cast("Connection", cups.Connection(host=host, port=port))
