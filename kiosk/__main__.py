"""The command line."""

from __future__ import annotations

import sys


def main() -> int:
    if sys.argv[1:2] == ["camera-process"]:
        # Before anything else is imported: every restart of the camera would pay for it.
        from kiosk.camera import process

        return process.main(sys.argv[2:])
    if sys.argv[1:2] == ["motion-process"]:
        from kiosk.imaging.motion import process as motion_process

        return motion_process.main(sys.argv[2:])
    if sys.argv[1:2] == ["run"]:
        # The command line's library would be imported before the screen's.
        from kiosk.commands.running import run_plainly

        code = run_plainly(sys.argv[2:])
        if code is not None:
            return code
    from kiosk.commands.all import app

    app(prog_name="kiosk")
    return 0


if __name__ == "__main__":
    sys.exit(main())
