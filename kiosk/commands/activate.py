"""``kiosk activate``: from a licence key to a booth that the cloud knows."""

from __future__ import annotations

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
from kiosk.domain.identity import Identity
from kiosk.only_one import only_one
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
        cloud = settings(config).cloud
        licence = read_licence(license_key, cloud.license_public_key, SystemClock().now())
        api = CloudApi(cloud.url)
        before = mirror.activation.identity()
        customer = api.create_customer(
            before.customer_id if before else RandomKeys().new_id(),
            name=name,
            email=email,
            phone=phone,
            license_key=license_key,
        )
        registered = api.register_booth(
            before.booth_id if before else RandomKeys().new_id(),
            name=booth,
            license_key=license_key,
        )
        api.close()
        who = Identity(customer.id, registered.id, license_key, registered.token)
        mirror.activation.save(who, customer.model_dump())
        answer(
            {
                "customer_id": who.customer_id,
                "booth_id": who.booth_id,
                "license_type": licence.type,
                "license_expires": licence.expires.isoformat(),
            },
            as_json=as_json,
            text=lambda: (
                f"{booth} is activated; the licence ({licence.type}) is valid to "
                f"{licence.expires.isoformat()}."
            ),
        )
