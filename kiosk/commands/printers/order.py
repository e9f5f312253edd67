"""``kiosk printers default``, ``up``, ``pause`` and ``resume``."""

from __future__ import annotations

from kiosk.booth.staff.view import MakeDefault, MoveUp, Pause, Resume
from kiosk.commands.common import (
    CONFIG_FILE,
    DATA_DIR,
    AsJson,
    ConfigFile,
    DataDir,
    answer,
    mirror_in,
    settings,
    told,
)
from kiosk.commands.printers.naming import changed, named
from kiosk.wiring.printing import printers_of


def make_default(
    name: str,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """The printer that is preferred to all others."""
    del config
    with told(), mirror_in(data_dir) as mirror:
        printer = named(mirror, name)
        changed(mirror, printer, MakeDefault(printer.id))
        answer({"default": name}, as_json=as_json, text=lambda: f"{name} is the default.")


def move_up(
    name: str,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """One place earlier in the order of preference. The default stays first."""
    del config
    with told(), mirror_in(data_dir) as mirror:
        printer = named(mirror, name)
        changed(mirror, printer, MoveUp(printer.id))
        order = [p.name for p in mirror.printers.all()]
        answer({"order": order}, as_json=as_json, text=lambda: "Order: " + ", ".join(order))


def pause(
    name: str,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """No more pictures go there until it is resumed; those that wait for it still come out."""
    del config
    with told(), mirror_in(data_dir) as mirror:
        printer = named(mirror, name)
        changed(mirror, printer, Pause(printer.id))
        answer({"paused": name}, as_json=as_json, text=lambda: f"{name} is paused.")


def resume(
    name: str,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Ends a pause, and starts the queue where CUPS has stopped it."""
    with told(), mirror_in(data_dir) as mirror:
        printer = named(mirror, name)
        changed(mirror, printer, Resume(printer.id))
        cups = printers_of(settings(config, data_dir))
        begun = cups.begun(printer.queue)
        if not begun:
            # Otherwise CUPS would send a job again that may be out: that is the booth's to judge.
            cups.enable(printer.queue)
        answer(
            {"resumed": name, "begun": begun},
            as_json=as_json,
            text=lambda: (
                f"{name} is resumed."
                if not begun
                else f"{name} is resumed; the booth looks first what came out of the job it was at."
            ),
        )
