"""``kiosk vouchers``: codes for guests, made and told without a network."""

from __future__ import annotations

import csv
import io
import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, TextIO

import typer

from kiosk.clock import SystemClock
from kiosk.commands.amounts import amount
from kiosk.commands.common import (
    CONFIG_FILE,
    DATA_DIR,
    FAILED,
    AsJson,
    ConfigFile,
    DataDir,
    answer,
    mirror_in,
    table,
    told,
)
from kiosk.domain.errors import KioskError
from kiosk.domain.money import rupiah
from kiosk.domain.times import moment
from kiosk.domain.vouchers import Voucher, VoucherKey, VoucherTrouble
from kiosk.payments import voucher_codes
from kiosk.payments.voucher_codes import Signed
from kiosk.payments.vouchers import issue as make_codes
from kiosk.store.mirror import Mirror
from kiosk.store.vouchers import Use

vouchers = typer.Typer(help="Voucher codes for guests.", no_args_is_help=True)

MOST_AT_ONCE = 1000


@vouchers.command("issue")
def issue(
    count: Annotated[int, typer.Option(min=1, max=MOST_AT_ONCE, help="How many.")],
    expires: Annotated[
        datetime, typer.Option(formats=["%Y-%m-%d"], help="The last day they are good.")
    ],
    by: Annotated[str, typer.Option(help="Who issues them: stands in the audit log.")],
    discount: Annotated[
        int | None,
        typer.Option(
            parser=amount,
            metavar="RUPIAH",
            help="Off the price, in thousands; without it they pay everything.",
        ),
    ] = None,
    file: Annotated[
        Path | None, typer.Option(help="A new CSV file to write them to, not to the screen.")
    ] = None,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Makes new codes, good at every booth of the same licence."""
    del config
    with told(), mirror_in(data_dir) as mirror:
        day, who = _day_to_come(expires.date()), _name(by)
        made = _new(mirror, count, discount, day)
        with _private(file) as target:
            _write_down(mirror, who, made, discount, day, file)
            if target is not None:
                target.write(_sheet(made))
        rows = [_told(signed.voucher) | {"code": signed.text} for signed in made]
        answer(
            {"vouchers": rows, "file": file},
            as_json=as_json,
            text=lambda: (
                "\n".join(signed.text for signed in made)
                if file is None
                else f"{len(made)} vouchers in {file}"
            ),
        )


@vouchers.command("check")
def check(
    code: Annotated[str, typer.Argument(help="As it stands on the voucher.")],
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Whether this booth would take a code now, and what it is worth."""
    del config
    with told(), mirror_in(data_dir) as mirror:
        signed = voucher_codes.read(code)
        if signed is None or not signed.is_genuine(_key(mirror)):
            raise KioskError("this is no voucher of this licence: misspelled, or made up")
        trouble = _trouble(mirror, signed.voucher)
        value = _told(signed.voucher) | {"good": trouble is None, "trouble": trouble}
        answer(value, as_json=as_json, text=lambda: f"{_words(signed.voucher)}: {_state(trouble)}")
        if trouble is not None:
            raise typer.Exit(FAILED)


@vouchers.command("list")
def list_used(
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Used vouchers, here and at the customer's other booths: those used twice first."""
    del config
    with told(), mirror_in(data_dir) as mirror:
        used = mirror.vouchers.used()
        answer({"used": used}, as_json=as_json, text=lambda: _listed(used))


def _new(mirror: Mirror, count: int, discount: int | None, expires: date) -> tuple[Signed, ...]:
    try:
        return make_codes(
            _key(mirror),
            count,
            discount,
            expires,
            random_bits=secrets.randbits,
            is_used=mirror.vouchers.is_used,
        )
    except ValueError as error:
        raise KioskError(str(error)) from None


def _write_down(
    mirror: Mirror,
    who: str,
    made: Sequence[Signed],
    discount: int | None,
    expires: date,
    file: Path | None,
) -> None:
    """Before anybody can see a code. The codes themselves are money: their ids say which."""
    record = {
        "count": len(made),
        "discount": discount,
        "expires": expires.isoformat(),
        "file": None if file is None else str(file.resolve()),
        "vouchers": [signed.voucher.id for signed in made],
    }
    mirror.audit_log.write(who, "vouchers issued", record, SystemClock().now())


@contextmanager
def _private(file: Path | None) -> Iterator[TextIO | None]:
    """A new file that only its owner reads, on disk at the end; gone where that does not work."""
    if file is None:
        yield None
        return
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    except FileExistsError:
        raise KioskError(f"{file} is there already: nothing was issued") from None
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as target:
            yield target
            target.flush()
            os.fsync(descriptor)
    except BaseException:
        file.unlink(missing_ok=True)
        raise


def _sheet(made: Sequence[Signed]) -> str:
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(("code", "discount", "expires", "id"))
    for signed in made:
        voucher = signed.voucher
        discount = "" if voucher.discount is None else voucher.discount
        rows.writerow((signed.text, discount, voucher.expires.isoformat(), voucher.id))
    return text.getvalue()


def _key(mirror: Mirror) -> VoucherKey:
    key = mirror.vouchers.key()
    if key is None:
        raise KioskError("the cloud has not told this booth its voucher key: kiosk sync --once")
    return key


def _trouble(mirror: Mirror, voucher: Voucher) -> VoucherTrouble | None:
    if _today() > voucher.expires:
        return VoucherTrouble.EXPIRED
    return VoucherTrouble.USED if mirror.vouchers.is_used(voucher.id) else None


def _day_to_come(day: date) -> date:
    if day < _today():
        raise KioskError(f"{day.isoformat()} is over: nobody could use them")
    return day


def _today() -> date:
    return SystemClock().now().astimezone().date()


def _name(by: str) -> str:
    if not by.strip() or not by.isprintable():
        raise KioskError("who issues vouchers needs a name: --by NAME")
    return by.strip()


def _told(voucher: Voucher) -> dict[str, object]:
    expires = voucher.expires.isoformat()
    return {"id": voucher.id, "discount": voucher.discount, "expires": expires}


def _words(voucher: Voucher) -> str:
    worth = "pays everything" if voucher.discount is None else f"{rupiah(voucher.discount)} off"
    return f"{voucher.id}, {worth}, good up to {voucher.expires.isoformat()}"


def _state(trouble: VoucherTrouble | None) -> str:
    return "good" if trouble is None else trouble.value


def _listed(used: Sequence[Use]) -> str:
    if not used:
        return "No voucher was used."
    rows = [("voucher", "used at", "times", "payments")]
    rows += [(u.voucher_id, _local(u.used_at), str(u.uses), " ".join(u.payment_ids)) for u in used]
    return table(rows)


def _local(at: str) -> str:
    return moment(at).astimezone().strftime("%Y-%m-%d %H:%M")
