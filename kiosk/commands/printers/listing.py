"""``kiosk printers list`` and ``devices``: what there is, and what it is doing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from kiosk.booth.pool import Look
from kiosk.booth.staff.cards import card_of, in_use
from kiosk.booth.staff.view import Doing
from kiosk.commands.common import (
    CONFIG_FILE,
    DATA_DIR,
    AsJson,
    ConfigFile,
    DataDir,
    answer,
    mirror_in,
    settings,
    table,
    told,
)
from kiosk.domain.devices import FoundDevice
from kiosk.domain.faults import Fault, help_of, leading
from kiosk.domain.registered import RegisteredPrinter
from kiosk.wiring.printing import pool_of, printers_of

HEAD: tuple[str, ...] = ("", "name", "type", "now", "media", "left", "waiting", "speed")
DEVICE_HEAD: tuple[str, ...] = ("device", "by", "driver", "media", "", "uri")


def list_printers(
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Each printer: what it is doing now, its paper, and what waits for it."""
    with told(), mirror_in(data_dir) as mirror:
        looks = pool_of(settings(config, data_dir), mirror).refresh()
        remembered = mirror.printers.remembered()
        answer(
            {
                "printers": [_facts(look) for look in looks],
                "remembered": [_known(printer) for printer in remembered],
            },
            as_json=as_json,
            text=lambda: _sheet(looks, remembered),
        )


def list_devices(
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """What CUPS can reach now, over USB and the network. Takes about ten seconds."""
    with told(), mirror_in(data_dir) as mirror:
        devices = printers_of(settings(config, data_dir)).devices()
        here = mirror.printers.all()
        rows = [DEVICE_HEAD, *(_device_row(device, here) for device in devices)]
        answer(
            {"devices": devices},
            as_json=as_json,
            text=lambda: (
                table(rows) if devices else "No printer is found: is it on and plugged in?"
            ),
        )


def now_and_remedy(look: Look) -> tuple[str, str]:
    """What the printer is doing, and what to do about it; empty where nothing is to be done."""
    card = card_of(look, None)
    fault = leading(card.faults)
    match card.doing:
        case Doing.READY:
            return "ready", ""
        case Doing.PRINTING:
            return "printing", ""
        case Doing.PAUSED:
            return "paused by staff", f'kiosk printers resume "{look.printer.name}"'
        case Doing.UNKNOWN:
            return look.problem, look.remedy
        case Doing.WAITS | Doing.RESTING:
            told = help_of(fault or Fault.PAUSED)
            return told.cause, told.remedy
        case _:
            assert_never(card.doing)


def _sheet(looks: tuple[Look, ...], remembered: tuple[RegisteredPrinter, ...]) -> str:
    if not looks and not remembered:
        return "No printer is registered: kiosk printers add"
    rows = [HEAD, *(_row(look) for look in looks)]
    rows += [("", p.name, p.type.value, "not set up here", "", "", "", "") for p in remembered]
    return "\n".join((table(rows), *_remedies(looks, remembered)))


def _row(look: Look) -> tuple[str, ...]:
    printer = look.printer
    return (
        "*" if printer.is_default else "",
        printer.name,
        printer.type.value,
        now_and_remedy(look)[0],
        look.media.value,
        "–" if look.prints_left is None else str(look.prints_left),
        str(look.waiting),
        f"{printer.seconds_per_sheet:.0f} s",
    )


def _remedies(looks: tuple[Look, ...], remembered: tuple[RegisteredPrinter, ...]) -> Iterator[str]:
    for look in looks:
        remedy = now_and_remedy(look)[1]
        if remedy:
            yield f"{look.printer.name}: {remedy}"
        if look.prints_left is None:
            yield f"{look.printer.name}: nobody counts its paper: kiosk printers load --help"
    if remembered:
        yield "Set one up again under its name: kiosk printers add NAME --device DEVICE"


def _facts(look: Look) -> dict[str, object]:
    printer, status = look.printer, look.status
    now, remedy = now_and_remedy(look)
    return {
        "id": printer.id,
        "name": printer.name,
        "type": printer.type,
        "connection_type": printer.connection_type,
        "is_default": printer.is_default,
        "queue": printer.queue,
        "uri": printer.uri,
        "now": now,
        "remedy": remedy,
        "doing": card_of(look, None).doing,
        "faults": card_of(look, None).faults,
        "media": look.media,
        "prints_left": look.prints_left,
        "counts_itself": status is not None and status.prints_left is not None,
        "waiting": look.waiting,
        "seconds_per_sheet": round(printer.seconds_per_sheet, 1),
        "paused": printer.paused,
        "calibration": printer.calibration,
        "profile": printer.profile,
    }


def _known(printer: RegisteredPrinter) -> dict[str, object]:
    return {
        "id": printer.id,
        "name": printer.name,
        "type": printer.type,
        "connection_type": printer.connection_type,
    }


def _device_row(device: FoundDevice, here: tuple[RegisteredPrinter, ...]) -> tuple[str, ...]:
    return (
        device.make_and_model,
        device.connection_type.value,
        device.driver.value if device.ppd_name else "no driver installed",
        " ".join(media.value for media in device.media),
        "set up" if in_use(device, here) else "",
        device.uri,
    )
