"""``kiosk sessions``: what was sold, what is owed, and how it ended."""

from __future__ import annotations

import enum
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
from kiosk.commands.report_words import local
from kiosk.domain.claims import Claim
from kiosk.domain.errors import KioskError
from kiosk.domain.money import rupiah
from kiosk.domain.order import ReturnWay
from kiosk.domain.session import (
    ChangeReturned,
    Owed,
    OwedReason,
    Refunding,
    SettledByStaff,
    Settlement,
    State,
    order_of,
)
from kiosk.store import reports
from kiosk.store.journal import Journaled
from kiosk.store.mirror import Mirror

sessions = typer.Typer(help="Sessions: list, find, show, settle.", no_args_is_help=True)

WHY = {
    OwedReason.CAMERA: "no camera",
    OwedReason.PICTURE: "no picture",
    OwedReason.PRINT: "not printed",
    OwedReason.PAID_LATE: "paid after the session ended",
    OwedReason.PAID_IN_PART: "paid in part",
    OwedReason.COMPLAINT: "a complaint about a delivered print",
}


class ByHand(enum.Enum):
    """The ways in which staff can give money back without Xendit."""

    CASH = "cash"
    TRANSFER = "transfer"


@sessions.command("list")
def list_sessions(
    owed: Annotated[
        bool, typer.Option("--owed", help="Only what waits for staff: owed sessions and change.")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, max=10_000)] = 50,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """The newest sessions first; of what is owed, what waits longest."""
    del config
    with told(), mirror_in(data_dir) as mirror:
        if owed:
            claims = mirror.claims.open()[:limit]
            answer({"sessions": claims}, as_json=as_json, text=lambda: _claims(claims))
            return
        lines = reports.sessions(None, limit)
        rows = [("session", "state", "package", "started")]
        rows += [(s.id, s.state, s.package or "–", s.created_at) for s in lines]
        answer({"sessions": lines}, as_json=as_json, text=lambda: table(rows))


@sessions.command("find")
def find(
    code: Annotated[str, typer.Argument(help="The claim code that the guest shows.")],
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """What is owed to the guest who shows this claim code."""
    del config
    with told(), mirror_in(data_dir) as mirror:
        claim = mirror.claims.find(code)
        if claim is None:
            raise KioskError(_nothing_owed(mirror, code))
        answer({"claim": claim}, as_json=as_json, text=lambda: _claims((claim,)))


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
    way: Annotated[
        ByHand, typer.Option(help="How the money of a refund went back to the guest.")
    ] = ByHand.CASH,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Ends an owed session by hand. A refund through Xendit is asked for at the booth."""
    del config
    with told(), mirror_in(data_dir) as mirror:
        found = _found(mirror, session_id)
        event = SettledByStaff(how, by, why, ReturnWay(way.value))
        step = mirror.journal.append(session_id, event, SystemClock().now())
        if step is None:
            raise KioskError(_not_settled(found.state))
        answer(
            {"id": session_id, "state": _name(step.state), "returned": _returned(step.state)},
            as_json=as_json,
            text=lambda: f"{session_id} is settled: {_settlement(step.state, how)} by {by}.",
        )


@sessions.command("return-change")
def return_change(
    session_id: str,
    by: Annotated[str, typer.Option(help="Who gives it back.")],
    way: Annotated[ByHand, typer.Option(help="How the money went back.")] = ByHand.CASH,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Says that the guest got back what came in beyond the price."""
    del config
    with told(), mirror_in(data_dir) as mirror:
        order = order_of(_found(mirror, session_id).state)
        amount = 0 if order is None else order.change_due
        event = ChangeReturned(amount, ReturnWay(way.value), by)
        if mirror.journal.append(session_id, event, SystemClock().now()) is None:
            raise KioskError("no change is due")
        answer(
            {"id": session_id, "amount": amount},
            as_json=as_json,
            text=lambda: f"{rupiah(amount)} given back by {by}.",
        )


def _claims(claims: tuple[Claim, ...]) -> str:
    if not claims:
        return "Nothing is owed."
    rows = [("code", "session", "what", "amount", "since")]
    rows += [
        (c.claim_code or "–", c.session_id, _what(c), rupiah(c.amount), local(c.since))
        for c in claims
    ]
    return table(rows)


def _what(claim: Claim) -> str:
    if claim.reason is None:
        return "change"
    said = WHY[claim.reason]
    if claim.refunding:
        return f"{said}; Xendit is asked for a refund"
    if claim.refund_failed:
        return f"{said}; Xendit would not refund it"
    return f"{said}; may come out yet" if claim.waits_for_printer else said


def _nothing_owed(mirror: Mirror, code: str) -> str:
    known = reports.with_claim_code(code.strip())
    if not known:
        return f"no session has the claim code {code}"
    session = known[0]
    return f"nothing is owed any more for {code}: session {session.id} is {session.state}"


def _not_settled(state: State) -> str:
    match state:
        case Owed(refund=Refunding()):
            return "Xendit is asked to give the money back: wait for its answer"
        case _:
            return f"only an owed session is settled; this one is {_name(state)}"


def _returned(state: State) -> int:
    """What went back by the refund, in whole rupiah."""
    order = order_of(state)
    return 0 if order is None else sum(r.amount for r in order.till.returned if r.refund)


def _settlement(state: State, how: Settlement) -> str:
    amount = _returned(state)
    return f"{how.value}, {rupiah(amount)}" if amount else how.value


def _found(mirror: Mirror, session_id: str) -> Journaled:
    found = mirror.journal.load(session_id)
    if found is None:
        raise KioskError(f"there is no session {session_id}")
    return found


def _name(state: object) -> str:
    return type(state).__name__
