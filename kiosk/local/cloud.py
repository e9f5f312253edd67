"""The local cloud alone: ``python -m kiosk.local.cloud --data-dir DIR``.

Prints its addresses as one JSON object and stays until Ctrl-C or SIGTERM.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import signal
import sys
from pathlib import Path

from kiosk.local.ports import PortTaken
from kiosk.local.supervisor import PartFailed
from kiosk.local.world import World, WorldPlan


def main() -> int:
    arguments = _arguments()
    plan = WorldPlan(cups=False, printers=(), pay_after_ms=arguments.pay_after_ms)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with World(arguments.data_dir, plan) as world:
            cloud = world.addresses.cloud
            if cloud is not None:
                sys.stdout.write(json.dumps(dataclasses.asdict(cloud)) + "\n")
                sys.stdout.flush()
            signal.pause()
    except KeyboardInterrupt:
        return 0
    except (PartFailed, PortTaken, FileNotFoundError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data-dir", type=Path, required=True)
    parser.add_argument("--pay-after-ms", type=int, default=None, help="never by itself if absent")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
