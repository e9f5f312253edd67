"""``kiosk sessions``: what was sold, what is owed, and how it ended."""

from __future__ import annotations

from typing import Annotated

import typer

from kiosk.clock import SystemClock
from kiosk.commands.common import (
    CONFIG_FILE,
    DATA_DIR,
    AsJson,
    ConfigFile,
    DataDir,
    answer,
    mirror_in,
    table,
    told,
)
from kiosk.domain.errors import KioskError
from kiosk.domain.session import Owed, SettledByStaff, Settlement
from kiosk.store import reports
from kiosk.store.journal import Journaled
from kiosk.store.mirror import Mirror

sessions = typer.Typer(help="Sessions: list, show, settle.", no_args_is_help=True)


@sessions.command("list")
def list_sessions(
    owed: Annotated[bool, typer.Option("--owed", help="Only what waits for staff.")] = False,
    limit: Annotated[int, typer.Option(min=1, max=10_000)] = 50,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """The newest sessions first."""
    del config
    with told(), mirror_in(data_dir):
        lines = reports.sessions("Owed" if owed else None, limit)
        rows = [("session", "state", "package", "started")]
        rows += [(s.id, s.state, s.package or "–", s.created_at) for s in lines]
        answer({"sessions": lines}, as_json=as_json, text=lambda: table(rows))


@sessions.command("show")
def show(
    session_id: str,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """A session's journal, event by event, and where it stands."""
    del config
    with told(), mirror_in(data_dir) as mirror:
        found = _found(mirror, session_id)
        events = mirror.journal.events(session_id)
        rows = [(at, _name(event)) for at, event in events]
        rows.append(("now", _name(found.state)))
        answer(
            {
                "id": session_id,
                "state": _name(found.state),
                "claim_code": found.state.order.claim_code
                if isinstance(found.state, Owed)
                else None,
                "events": [{"at": at, "type": _name(event), "data": event} for at, event in events],
            },
            as_json=as_json,
            text=lambda: table(rows),
        )


@sessions.command("settle")
def settle(
    session_id: str,
    how: Annotated[Settlement, typer.Option(help="How the guest got what was paid for.")],
    by: Annotated[str, typer.Option(help="Who settles it.")],
    why: Annotated[str, typer.Option(help="What happened, for the audit log.")],
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Ends an owed session by hand."""
    del config
    with told(), mirror_in(data_dir) as mirror:
        found = _found(mirror, session_id)
        step = mirror.journal.append(session_id, SettledByStaff(how, by, why), SystemClock().now())
        if step is None:
            raise KioskError(f"only an owed session is settled; this one is {_name(found.state)}")
        answer(
            {"id": session_id, "state": _name(step.state)},
            as_json=as_json,
            text=lambda: f"{session_id} is settled: {how.value} by {by}.",
        )


def _found(mirror: Mirror, session_id: str) -> Journaled:
    found = mirror.journal.load(session_id)
    if found is None:
        raise KioskError(f"there is no session {session_id}")
    return found


def _name(state: object) -> str:
    return type(state).__name__
