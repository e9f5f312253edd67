"""``kiosk printers``: the registered printers, all that staff can do on the screen and more."""

from __future__ import annotations

import typer

from kiosk.commands.printers.jobs import cancel, list_jobs
from kiosk.commands.printers.listing import list_devices, list_printers
from kiosk.commands.printers.order import make_default, move_up, pause, resume
from kiosk.commands.printers.pages import print_page
from kiosk.commands.printers.paper import calibrate, load
from kiosk.commands.printers.setting_up import add, remove

printers = typer.Typer(help="The registered printers.", no_args_is_help=True)

printers.command("list")(list_printers)
printers.command("devices")(list_devices)
printers.command("add")(add)
printers.command("remove")(remove)
printers.command("default")(make_default)
printers.command("up")(move_up)
printers.command("pause")(pause)
printers.command("resume")(resume)
printers.command("load")(load)
printers.command("calibrate")(calibrate)
printers.command("test")(print_page)
printers.command("jobs")(list_jobs)
printers.command("cancel")(cancel)
