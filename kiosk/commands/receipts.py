"""``kiosk receipts``: the small printer at the counter."""

from __future__ import annotations

import typer

from kiosk.clock import SystemClock
from kiosk.commands.common import (
    CONFIG_FILE,
    DATA_DIR,
    AsJson,
    ConfigFile,
    DataDir,
    answer,
    private_folder,
    settings,
    told,
)
from kiosk.config import ReceiptsSection
from kiosk.domain.errors import ConfigError
from kiosk.domain.order import PaymentMethod
from kiosk.domain.receipt import Item, Receipt, Tendered
from kiosk.domain.receipt_device import receipt_device
from kiosk.logs import log_to
from kiosk.printing.receipts import ReceiptPrinter

receipts = typer.Typer(help="The receipt printer.", no_args_is_help=True)


@receipts.callback()
def _receipts() -> None:
    """Keeps ``test`` a command of its own while it is the only one."""


@receipts.command("test")
def print_test_receipt(
    config: ConfigFile = CONFIG_FILE, data_dir: DataDir = DATA_DIR, as_json: AsJson = False
) -> None:
    """Prints a receipt over nothing."""
    with told():
        log_to(private_folder(data_dir) / "logs")
        section = settings(config, data_dir).receipts
        if section is None:
            raise ConfigError(f"{config}: there is no receipt printer: add a section [receipts]")
        printer = ReceiptPrinter(receipt_device(section.device), width=section.width)
        printer.print(_sample(section))
        answer(
            {"printed": section.device},
            as_json=as_json,
            text=lambda: f"{section.device} printed a receipt.",
        )


def _sample(section: ReceiptsSection) -> Receipt:
    return Receipt(
        number="TES",
        date=SystemClock().now().astimezone(),
        items=(Item("Cetakan tes, bukan bukti pembayaran", 0),),
        amount=0,
        tendered=(Tendered(PaymentMethod.CASH, 0),),
        operator=section.operator,
    )
