"""``./dev cloud``: the local cloud alone. Prints its addresses as one JSON object and stays."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from dataclasses import asdict
from pathlib import Path
from types import FrameType

from kiosk.local.ports import PortTaken
from kiosk.local.supervisor import PartFailed
from kiosk.local.world import World, WorldPlan


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev cloud", description=__doc__)
    parser.add_argument("--data-dir", type=lambda p: Path(p).resolve(), required=True)
    args = parser.parse_args()
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, _end)  # a shell starts background jobs with SIGINT ignored
    plan = WorldPlan(cups=False, printers=(), pay_after_ms=None)
    try:
        with World(args.data_dir / "world", plan) as world:
            if world.addresses.cloud is not None:
                sys.stdout.write(json.dumps(asdict(world.addresses.cloud)) + "\n")
                sys.stdout.flush()
            signal.pause()
    except (PartFailed, PortTaken, FileNotFoundError) as error:
        sys.stderr.write(f"./dev cloud: {error}\n")
        return 1
    except KeyboardInterrupt:
        return 0
    return 0


def _end(signum: int, frame: FrameType | None) -> None:
    del signum, frame
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
