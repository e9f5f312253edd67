"""``kiosk prices``: what all booths of the customer charge, and since when."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated

import typer

from kiosk.booth.pricing import Standing, priced, standing
from kiosk.clock import SystemClock
from kiosk.commands.amounts import amount
from kiosk.commands.common import (
    CONFIG_FILE,
    DATA_DIR,
    AsJson,
    ConfigFile,
    DataDir,
    answer,
    mirror_in,
    plain,
    private_folder,
    settings,
    told,
)
from kiosk.commands.price_words import Here, said, shown, sold
from kiosk.config import Config
from kiosk.domain.errors import ConfigError
from kiosk.domain.money import rupiah
from kiosk.domain.prices import Terms
from kiosk.domain.times import iso
from kiosk.store.mirror import Mirror
from kiosk.wiring.pictures import templates_of
from kiosk.wiring.settings import config_in_force
from kiosk.wiring.shop import packages_of

prices = typer.Typer(
    help="What all booths of the customer charge: list, set, withdraw.", no_args_is_help=True
)

KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
LONGEST_NAME = 200
A_DATE = 10
WHEN = "2026-12-24, or 2026-12-24T18:00, local time"
PAST = (Standing.OVER, Standing.WITHDRAWN)

Rupiah = Annotated[
    int, typer.Argument(parser=amount, metavar="RUPIAH", help="For its own copies; 0 is free.")
]
By = Annotated[str, typer.Option(help="Who decides it, for the audit log.")]


@prices.command("list")
def list_prices(
    everything: Annotated[bool, typer.Option("--all", help="Withdrawn and past ones too.")] = False,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """What each package costs here now, and the prices that say so, the newest first."""
    with told(), mirror_in(data_dir) as mirror:
        now = SystemClock().now()
        here = _here(config_in_force(settings(config, data_dir), mirror), data_dir, mirror, now)
        known = mirror.prices.all()
        stands = [(price, standing(price, known, here.event, now)) for price in known]
        found = [pair for pair in stands if everything or pair[1] not in PAST]
        packages = [
            {"key": p.key, "name": p.name, "price": p.price, "extra_copy": p.extra_copy}
            for p in here.sold
        ]
        rows = [plain(price) | {"standing": stand.value} for price, stand in found]
        answer(
            {"event": here.event, "packages": packages, "prices": rows},
            as_json=as_json,
            text=lambda: f"{sold(here)}\n\n{shown(found)}",
        )


@prices.command("set")
def set_price(
    package: Annotated[str, typer.Argument(help="Its key in kiosk.toml.")],
    price: Rupiah,
    by: By,
    extra_copy: Annotated[
        int | None,
        typer.Option(parser=amount, metavar="RUPIAH", help="For a copy more; as now without it."),
    ] = None,
    event: Annotated[str, typer.Option(help="As in kiosk.toml; any event without it.")] = "",
    start: Annotated[str | None, typer.Option("--from", help=f"{WHEN}; now without it.")] = None,
    end: Annotated[
        str | None, typer.Option("--to", help=f"{WHEN}; a date holds to its end.")
    ] = None,
    elsewhere: Annotated[
        bool, typer.Option("--elsewhere", help="A package that only other booths sell.")
    ] = False,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Sets what a package costs, at every booth of the customer, from its next guest on."""
    with told(), mirror_in(data_dir) as mirror:
        now = SystemClock().now()
        here = _here(config_in_force(settings(config, data_dir), mirror), data_dir, mirror, now)
        copy = _copy_price(package, extra_copy, here, elsewhere=elsewhere)
        terms = _terms(
            package, _named(event, "--event"), price, copy, _begin(start, now), _end(end)
        )
        made = mirror.prices.add(terms, _who(by), now)
        stand = standing(made, mirror.prices.all(), here.event, now)
        answer(
            {"price": made, "standing": stand},
            as_json=as_json,
            text=lambda: said(made, stand, here, elsewhere=elsewhere),
        )


@prices.command("withdraw")
def withdraw(
    price_id: Annotated[str, typer.Argument(metavar="ID", help="Of kiosk prices list.")],
    by: By,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Ends a price at every booth; the one before it, or kiosk.toml's, holds again."""
    with told(), mirror_in(data_dir) as mirror:
        now = SystemClock().now()
        before = _here(config_in_force(settings(config, data_dir), mirror), data_dir, mirror, now)
        gone = mirror.prices.withdraw(price_id, _who(by), now)
        after = _here(config_in_force(settings(config, data_dir), mirror), data_dir, mirror, now)
        changed = [
            f"{new.key} costs {rupiah(new.price)} here now."
            for old, new in zip(before.sold, after.sold, strict=True)
            if old != new
        ]
        answer(
            {"price": gone},
            as_json=as_json,
            text=lambda: " ".join([f"{price_id} is withdrawn.", *changed]),
        )


def _here(config: Config, data_dir: Path, mirror: Mirror, now: datetime) -> Here:
    configured = packages_of(config, templates_of(config, private_folder(data_dir)))
    event = config.booth.event
    return Here(event, configured, priced(configured, mirror.prices.all(), event, now))


def _copy_price(package: str, asked: int | None, here: Here, *, elsewhere: bool) -> int:
    if not KEY.fullmatch(package):
        raise ConfigError(f"{package!r} is no package's key: small letters, digits and dashes")
    packages = {p.key: p for p in here.sold}
    if package not in packages and not elsewhere:
        known = ", ".join(packages)
        raise ConfigError(
            f"{package} is not sold here, but {known}: --elsewhere if other booths sell it"
        )
    if asked is not None:
        return asked
    if package not in packages:
        raise ConfigError(f"what {package} costs elsewhere is not known: --extra-copy RUPIAH")
    return packages[package].extra_copy


def _terms(
    package: str, event: str, price: int, extra_copy: int, start: datetime, end: datetime | None
) -> Terms:
    try:
        return Terms(
            package, event, price, extra_copy, iso(start), None if end is None else iso(end)
        )
    except ValueError as error:
        raise ConfigError(str(error)) from None


def _begin(text: str | None, now: datetime) -> datetime:
    return now if text is None else _moment(text, "--from")


def _end(text: str | None) -> datetime | None:
    if text is None:
        return None
    if len(text) > A_DATE:
        return _moment(text, "--to")
    day = _moment(text, "--to").date()
    return datetime.combine(day + timedelta(days=1), time()).astimezone()


def _moment(text: str, option: str) -> datetime:
    """In the machine's time zone, unless ``text`` names one."""
    try:
        if len(text) <= A_DATE:
            return datetime.combine(date.fromisoformat(text), time()).astimezone()
        return datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError):
        raise ConfigError(f"{option} {text!r} is no moment: {WHEN}") from None


def _who(by: str) -> str:
    name = _named(by, "--by")
    if not name:
        raise ConfigError("--by needs a name")
    return name


def _named(text: str, option: str) -> str:
    name = text.strip()
    if len(name) > LONGEST_NAME or (name and not name.isprintable()):
        raise ConfigError(f"{option} is one line of {LONGEST_NAME} letters at most")
    return name
