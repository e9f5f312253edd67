"""Commands that look at the booth's surroundings: ``doctor`` and ``sync``."""

from __future__ import annotations

import time
from functools import partial
from typing import Annotated

import typer

from kiosk.booth.preflight import Finding
from kiosk.booth.view import Check, Problem
from kiosk.clock import SystemClock
from kiosk.commands.common import (
    CONFIG_FILE,
    DATA_DIR,
    FAILED,
    AsJson,
    ConfigFile,
    DataDir,
    answer,
    mirror_in,
    private_folder,
    settings,
    table,
    told,
)
from kiosk.commands.remembering import remember_printers
from kiosk.config import Config
from kiosk.domain.camera import CameraState
from kiosk.domain.errors import CloudUnreachable, KioskError
from kiosk.domain.session import PaymentCompleted
from kiosk.printing.restarts import holds_queues
from kiosk.settings_in_force import InForce, in_force
from kiosk.store.mirror import Mirror
from kiosk.sync.api import CloudApi
from kiosk.wiring.camera import camera_of
from kiosk.wiring.checks import preflight_of
from kiosk.wiring.cloud import engine_of
from kiosk.wiring.money import acceptor_of
from kiosk.wiring.pictures import templates_of
from kiosk.wiring.printing import pool_of
from kiosk.wiring.shop import shop_of

CAMERA_PATIENCE_S = 5.0
SYSTEM_CUPS = ":631"


def doctor(
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Checks everything that a sale needs, and says what to do about what is wrong."""
    with told(), mirror_in(data_dir) as mirror:
        file = settings(config, data_dir)
        found = in_force(file, mirror.settings.all())
        findings = (*_examine(found.config, mirror, data_dir), *_without_effect(found))
        well = all(f.problem is None for f in findings)
        checks = [
            {
                "name": f.check.value,
                "ok": f.problem is None,
                "detail": f.detail,
                "remedy": "" if f.problem is None else f.problem.remedy,
            }
            for f in findings
        ]
        answer({"ok": well, "checks": checks}, as_json=as_json, text=lambda: _sheet(findings))
        if not well:
            raise typer.Exit(FAILED)


def _without_effect(found: InForce) -> tuple[Finding, ...]:
    """What staff have set and the settings no longer take."""
    return tuple(
        Finding(
            Check.SETTINGS,
            f"{refusal.key}: {refusal.detail}",
            Problem(Check.SETTINGS, refusal.detail, f"kiosk settings reset {refusal.key}"),
        )
        for refusal in found.refused
    )


def _examine(config: Config, mirror: Mirror, data_dir: DataDir) -> tuple[Finding, ...]:
    api, folder = CloudApi(config.cloud.url), private_folder(data_dir)
    camera, acceptor = camera_of(config), acceptor_of(config, folder)
    camera.start()
    try:
        give_up = time.monotonic() + CAMERA_PATIENCE_S
        while camera.status().state is CameraState.STARTING and time.monotonic() < give_up:
            time.sleep(0.05)
        _knock(api)
        pool = pool_of(config, mirror)
        shop = shop_of(config, templates_of(config, folder))
        preflight = preflight_of(config, mirror, folder, camera, api, pool, shop, acceptor)
        return (*preflight.findings(), *_after_a_restart(config.printing.cups))
    finally:
        camera.stop()
        api.close()
        if acceptor is not None:
            acceptor.shut_down()


def _after_a_restart(cups: str) -> tuple[Finding, ...]:
    """Of the machine's own cupsd; how another one is started, nobody here can tell."""
    held = holds_queues() if cups.endswith(SYSTEM_CUPS) else None
    if held is None:
        return ()
    if held:
        return (Finding(Check.CUPS, "its queues come up stopped"),)
    detail = "after a crash CUPS would print a begun job again"
    remedy = "install the systemd drop-in from docs/operating.md"
    return (Finding(Check.CUPS, detail, Problem(Check.CUPS, detail, remedy)),)


def _knock(api: CloudApi) -> None:
    try:
        api.health()
    except CloudUnreachable:
        return


def _sheet(findings: tuple[Finding, ...]) -> str:
    rows = [
        (
            "ok" if f.problem is None else "MEND",
            f.check.value,
            f.detail if f.problem is None else f"{f.detail}  →  {f.problem.remedy}",
        )
        for f in findings
    ]
    return table(rows)


def sync(
    once: Annotated[bool, typer.Option("--once", help="Drain the outbox and end.")] = False,
    within: Annotated[float, typer.Option(min=1, help="Seconds to try.")] = 60.0,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Tells the cloud now what it has not acknowledged yet."""
    if not once:
        typer.echo("kiosk: sync goes on by itself while the booth runs; add --once", err=True)
        raise typer.Exit(2)
    with told(), mirror_in(data_dir) as mirror:
        who = mirror.activation.identity()
        if who is None:
            raise KioskError("this booth is not activated yet: kiosk activate")
        chosen = settings(config, data_dir)
        api = CloudApi(chosen.cloud.url, who.token)
        folder = private_folder(data_dir)
        engine = engine_of(chosen, mirror, api, folder, partial(_owe, mirror))
        mirror.outbox.hurry(SystemClock().now())
        delivered = engine.drain_once(within)
        engine.look_now()
        pending = mirror.outbox.depth()
        error = engine.status().last_error
        remember_printers(mirror, api, who)
        api.close()
        answer(
            {"delivered": delivered, "pending": pending, "error": error},
            as_json=as_json,
            text=lambda: (
                f"{delivered} delivered, {pending} still waiting"
                + (f": {error}" if pending and error else "")
            ),
        )
        if pending:
            raise typer.Exit(FAILED)


def _owe(mirror: Mirror, payment_id: str, paid_at: str, amount: int) -> None:
    """A payment that came after its session was cancelled makes the session owed."""
    session_id = mirror.journal.session_of_payment(payment_id)
    if session_id is not None:
        event = PaymentCompleted(paid_at, payment_id, amount)
        mirror.journal.append(session_id, event, SystemClock().now())
