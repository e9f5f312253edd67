"""``kiosk activate``: from a licence key to a booth that the cloud knows."""

from __future__ import annotations

from contextlib import closing
from typing import Annotated

import typer

from kiosk.clock import RandomKeys, SystemClock
from kiosk.commands.common import (
    CONFIG_FILE,
    DATA_DIR,
    AsJson,
    ConfigFile,
    DataDir,
    answer,
    mirror_in,
    private_folder,
    settings,
    told,
)
from kiosk.commands.remembering import remember_printers
from kiosk.domain.activation import Holder
from kiosk.domain.identity import Identity
from kiosk.only_one import only_one
from kiosk.store.mirror import Mirror
from kiosk.sync.activation import activate as activated
from kiosk.sync.api import CloudApi
from kiosk.sync.licence import read_licence


def activate(
    license_key: Annotated[str, typer.Option(help="As the operator was given it.")],
    name: Annotated[str, typer.Option(help="The licence holder's name.")],
    email: Annotated[str, typer.Option(help="The licence holder's e-mail address.")],
    phone: Annotated[str | None, typer.Option(help="The licence holder's phone.")] = None,
    booth: Annotated[str, typer.Option(help="What this booth is called.")] = "Booth",
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Creates or adopts the customer and registers this booth with the cloud."""
    # A running kiosk would go on with the token that stops working here.
    with told(), only_one(private_folder(data_dir)), mirror_in(data_dir) as mirror:
        cloud = settings(config, data_dir).cloud
        licence = read_licence(license_key, cloud.license_public_key, SystemClock().now())
        holder = Holder(name, email, booth, license_key, phone)
        with closing(CloudApi(cloud.url)) as api:
            done = activated(api, mirror.activation.try_as(holder, RandomKeys().new_id))
        who = done.identity
        mirror.activation.save(who, done.customer)
        known = _known_printers(cloud.url, mirror, who)
        answer(
            {
                "customer_id": who.customer_id,
                "booth_id": who.booth_id,
                "license_type": licence.type,
                "license_expires": licence.expires.isoformat(),
                "printers_not_set_up": known,
            },
            as_json=as_json,
            text=lambda: (
                f"{booth} is activated; the licence ({licence.type}) is valid to "
                f"{licence.expires.isoformat()}." + _told(known)
            ),
        )


def _known_printers(url: str, mirror: Mirror, who: Identity) -> int | None:
    """The booth is activated, whatever comes of this."""
    with closing(CloudApi(url, who.token)) as api:
        return remember_printers(mirror, api, who)


def _told(known: int | None) -> str:
    match known:
        case None:
            return (
                "\nThe cloud did not tell which printers there are: kiosk sync --once asks again."
            )
        case 0:
            return ""
        case _:
            return f"\n{known} of this customer's printers are known: kiosk printers list"
