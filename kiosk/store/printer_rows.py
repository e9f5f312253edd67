"""A printer's row as the booth has it, as the cloud takes it, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping

from kiosk.domain.printing import ConnectionType, Media, PrinterType, Sheet
from kiosk.domain.registered import Calibration, PixelSize, RegisteredPrinter
from kiosk.store.models import Printer


def registered(row: Printer) -> RegisteredPrinter:
    return RegisteredPrinter(
        id=row.id,
        name=row.name,
        type=PrinterType(row.type),
        connection_type=ConnectionType(row.connection_type),
        is_default=bool(row.is_default),
        queue=row.queue or "",
        uri=row.uri or "",
        media=Media(row.media),
        pixel_sizes=_pixel_sizes(row.pixel_sizes),
        calibration=Calibration(row.right_mm, row.down_mm, row.scale),
        profile=row.profile,
        sheets_left=row.sheets_left,
        rank=row.rank,
        paused=bool(row.paused),
        seconds_per_sheet=row.seconds_per_sheet,
    )


def set_up_columns(printer: RegisteredPrinter) -> dict[str, object]:
    """What is decided anew each time that a printer is set up on this machine."""
    return {
        "name": printer.name,
        "type": printer.type.value,
        "connection_type": printer.connection_type.value,
        "queue": printer.queue,
        "uri": printer.uri,
        "media": printer.media.value,
        "pixel_sizes": _json(printer.pixel_sizes),
        "sheets_left": printer.sheets_left,
        "paused": printer.paused,
    }


def learned_columns(printer: RegisteredPrinter) -> dict[str, object]:
    """What staff and the booth find out about a printer, which stays when it is set up again."""
    return {
        "right_mm": printer.calibration.right_mm,
        "down_mm": printer.calibration.down_mm,
        "scale": printer.calibration.scale,
        "profile": printer.profile,
        "seconds_per_sheet": printer.seconds_per_sheet,
    }


def printer_body(row: Printer) -> dict[str, object]:
    """A printer's row as the API takes it."""
    return {
        "id": row.id,
        "customer_id": row.customer_id,
        "name": row.name,
        "type": row.type,
        "connection_type": row.connection_type,
        "is_default": int(row.is_default),
        "created_at": row.created_at,
        "version": row.version,
    }


def _json(sizes: Mapping[Sheet, PixelSize]) -> str:
    return json.dumps({sheet.value: list(size) for sheet, size in sizes.items()})


def _pixel_sizes(text: str) -> dict[Sheet, PixelSize]:
    return {Sheet(sheet): PixelSize(*size) for sheet, size in json.loads(text).items()}
