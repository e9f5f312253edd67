"""A fresh machine finds its customer's printers; nothing about them can cost its activation."""

from __future__ import annotations

import contextlib
import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest

from kiosk.clock import RandomKeys, SystemClock
from kiosk.domain.errors import CloudUnreachable
from kiosk.domain.identity import Identity
from kiosk.domain.printing import ConnectionType, PrinterType
from kiosk.domain.registered import RegisteredPrinter
from kiosk.local.booth_files import BoothFiles
from kiosk.local.world import Addresses
from kiosk.store.mirror import open_mirror
from kiosk.sync.api import CloudApi
from kiosk.sync.known_printers import known_printers
from tests.sync.bench_parts import new_id, printer
from tests.sync.local_cloud import LocalCloud
from tests.warm_kiosk import WarmBoothFiles, WarmKiosk


def booth_at(folder: Path, cloud: LocalCloud, url: str, kiosk: WarmKiosk) -> BoothFiles:
    """Not activated yet. ``url`` is where it asks."""
    booth = WarmBoothFiles(folder, kiosk)
    booth.write(Addresses(None, (), None), camera="0")
    text = booth.settings.read_text().replace("http://127.0.0.1:9", url)
    booth.settings.write_text(text.replace("A" * 43, cloud.ready.license_public_key))
    return booth


def activated(booth: BoothFiles, cloud: LocalCloud) -> dict[str, Any]:
    who = ("--name", "Ani", "--email", "ani@example.id")
    said = booth.call("activate", "--license-key", cloud.ready.license_key, *who, "--json")
    found: dict[str, Any] = json.loads(said)
    return found


def listed(booth: BoothFiles) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(booth.call("printers", "list", "--json"))
    return found


def device(name: str) -> RegisteredPrinter:
    kind, connection = PrinterType.DYE_SUB, ConnectionType.USB
    return RegisteredPrinter(new_id(), name, kind, connection, False, "dnp", "usb://dnp")  # noqa: FBT003 - the domain's own field


def test_a_printer_of_one_machine_is_itself_again_on_the_next(
    tmp_path: Path, cloud: LocalCloud, warm_kiosk: WarmKiosk
) -> None:
    name = f"DNP {new_id()[-6:]}"
    first = booth_at(tmp_path / "first", cloud, cloud.url, warm_kiosk)
    who = activated(first, cloud)
    with contextlib.closing(open_mirror(first.data_dir, RandomKeys().new_id)) as mirror:
        identity = mirror.activation.identity()
        assert identity is not None
        there = mirror.printers.add(device(name), identity, SystemClock().now())
    first.call("sync", "--once")

    second = booth_at(tmp_path / "second", cloud, cloud.url, warm_kiosk)
    again = activated(second, cloud)
    assert again["customer_id"] == who["customer_id"]
    assert again["printers_not_set_up"] >= 1
    found = listed(second)
    assert found["printers"] == []
    [known] = [p for p in found["remembered"] if p["name"] == name]
    assert known["id"] == there.id
    assert re.search(f"{name} +dye-sub +not set up here", second.call("printers", "list"))

    with contextlib.closing(open_mirror(second.data_dir, RandomKeys().new_id)) as mirror:
        identity = mirror.activation.identity()
        assert identity is not None
        here = mirror.printers.add(device(name), identity, SystemClock().now())
    assert here.id == there.id
    second.call("sync", "--once")
    with contextlib.closing(CloudApi(cloud.url, identity.token)) as api:
        versions = [p.version for p in api.printers() if p.id == there.id]
    assert versions == [2]


@contextlib.contextmanager
def without_printers(cloud: LocalCloud) -> Iterator[str]:
    """A way to the cloud on which one call does not get through."""

    class Door(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_error(502)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            kind = {"Content-Type": "application/json"}
            answer = httpx.post(cloud.url + self.path, content=body, headers=kind)
            self.send_response(answer.status_code)
            self.send_header("Content-Type", answer.headers["Content-Type"])
            self.send_header("Content-Length", str(len(answer.content)))
            self.end_headers()
            self.wfile.write(answer.content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its base's name
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Door) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_booth_is_activated_also_where_its_printers_cannot_be_asked_for(
    tmp_path: Path, cloud: LocalCloud, warm_kiosk: WarmKiosk
) -> None:
    with without_printers(cloud) as url:
        booth = booth_at(tmp_path, cloud, url, warm_kiosk)
        assert activated(booth, cloud)["printers_not_set_up"] is None
    with contextlib.closing(open_mirror(booth.data_dir, RandomKeys().new_id)) as mirror:
        assert mirror.activation.identity() is not None


def answering(rows: list[dict[str, object]]) -> CloudApi:
    reply = httpx.Response(200, json={"printers": rows})
    return CloudApi("http://cloud", "token", httpx.MockTransport(lambda _: reply))


@pytest.mark.parametrize(
    "spoilt",
    [
        {"name": "two\nlines"},
        {"name": "\x1b[2Jgone"},
        {"name": ""},
        {"name": "x" * 201},
        {"type": "plotter"},
        {"connection_type": "telepathy"},
        {"is_default": 2},
        {"version": -1},
        {"created_at": "yesterday"},
        {"customer_id": "somebody-else"},
    ],
)
def test_an_answer_that_cannot_be_right_is_not_believed(
    spoilt: dict[str, object], who: Identity
) -> None:
    rows = [dict(printer(who).body), dict(printer(who).body) | spoilt]
    with contextlib.closing(answering(rows)) as api, pytest.raises(CloudUnreachable):
        known_printers(api, who.customer_id)


def test_more_printers_than_a_customer_can_have_are_not_believed(who: Identity) -> None:
    rows = [dict(printer(who).body) for _ in range(1001)]
    with contextlib.closing(answering(rows)) as api, pytest.raises(CloudUnreachable):
        known_printers(api, who.customer_id)
