"""A serial line, read and written without ever being held up by it.

Not through pyserial: that throws away what came in when it opens a line, and here it is money.
"""

from __future__ import annotations

import fcntl
import os
import select
import termios
import tty

WRITE_WITHIN_S = 1.0
CHUNK = 256
IFLAG, OFLAG, CFLAG, LFLAG, ISPEED, OSPEED = range(6)


class Line:
    """Every call raises OSError where the device is gone."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def read(self, seconds: float) -> bytes:
        """What came, or nothing where nothing came within ``seconds``."""
        ready, _, _ = select.select([self._descriptor], [], [], seconds)
        if not ready:
            return b""
        try:
            came = os.read(self._descriptor, CHUNK)
        except BlockingIOError:
            return b""
        if not came:
            raise OSError("unplugged")
        return came

    def write(self, command: bytes) -> None:
        """TimeoutError, which is an OSError, where the line takes nothing."""
        rest = command
        while rest:
            _, ready, _ = select.select([], [self._descriptor], [], WRITE_WITHIN_S)
            if not ready:
                raise TimeoutError("it takes nothing")
            rest = rest[os.write(self._descriptor, rest) :]

    def close(self) -> None:
        # An output that nobody takes would hold up the closing for half a minute.
        try:
            termios.tcflush(self._descriptor, termios.TCOFLUSH)
        except termios.error:
            pass
        finally:
            os.close(self._descriptor)


def open_line(path: str) -> Line:
    """The line at ``path``: 9600 baud, 8N1, raw, ours alone. What waits in it stays. OSError."""
    descriptor = os.open(path, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _set_up(descriptor)
    except termios.error as error:
        os.close(descriptor)
        raise OSError(*error.args) from error
    except BaseException:
        os.close(descriptor)
        raise
    return Line(descriptor)


def _set_up(descriptor: int) -> None:
    # TCSANOW: tty's own default would throw away what waits.
    tty.setraw(descriptor, termios.TCSANOW)
    settings = termios.tcgetattr(descriptor)
    settings[ISPEED] = settings[OSPEED] = termios.B9600
    # Without HUPCL: closing it would reset a board that resets on DTR, amid a bill perhaps.
    settings[CFLAG] = (settings[CFLAG] | termios.CLOCAL | termios.CREAD) & ~termios.HUPCL
    termios.tcsetattr(descriptor, termios.TCSANOW, settings)
