"""A whole booth without a window, as a process of its own that can be killed.

Everything is what ``kiosk run`` has, but for the touchscreen: the Views go out and the intents
come in by a pipe, to a guest and to staff who are played by whoever started it.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from kiosk.app import build_booth
from kiosk.booth.pace import Pace
from kiosk.config import load_config
from kiosk.logs import log_to
from kiosk.only_one import only_one
from kiosk.resources import assets

PACE = replace(
    Pace(),
    countdown=0.05,
    review=0.01,
    retake_review=0.01,
    requesting=20.0,
    payment=30.0,
    payment_poll=0.2,
    closing_patience=3.0,
    print_poll=0.3,
    print_move=1.5,
    print_patience=20.0,
    print_settle=2.0,
    print_withdrawal=4.0,
)
"""Nothing is waited for but the devices; the patience with faults is that of a short storm."""


def main(settings: str, data_dir: str, pipe: str) -> None:
    """Until the pipe says None, or is gone."""
    folder = Path(data_dir)
    folder.mkdir(parents=True, exist_ok=True)
    log_to(folder / "logs")
    config = load_config(Path(settings), assets() / "templates")
    with only_one(folder), Connection(int(pipe)) as outside:
        booth = build_booth(config, folder, PACE, outside.send, lambda _: None)
        booth.start()
        try:
            while (message := outside.recv()) is not None:
                booth.actor.send(message)
        except EOFError:
            pass
        finally:
            booth.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
