"""``kiosk run`` below its command line, which imports little: a guest waits for the screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from kiosk.commands.exits import DONE, FAILED, WRONG_USE
from kiosk.domain.errors import ConfigError, KioskError
from kiosk.kept_code import KeptCode
from kiosk.memory import give_pictures_back
from kiosk.only_one import only_one
from kiosk.resources import assets, own_templates
from kiosk.start_marks import StartMarks

if TYPE_CHECKING:
    from kiosk.config import Config

CONFIG_FILE = Path("kiosk.toml")
DATA_DIR = Path("~/.local/share/kiosk")
CODE_FILE = "dataclasses.code"


def run_plainly(words: list[str]) -> int | None:
    """The screen where ``words`` are its options and values alone. None where they are not, and
    the command line has something to say about them."""
    places = {"--config": CONFIG_FILE, "--data-dir": DATA_DIR}
    left = list(words)
    while left:
        name, with_value, value = left.pop(0).partition("=")
        if name not in places or not (with_value or left):
            return None
        places[name] = Path(value if with_value else left.pop(0))
    return run_screen(places["--config"], places["--data-dir"])


def run_screen(config: Path, data_dir: Path) -> int:
    """Until the window is closed; the exit code, and one line on stderr where it ends badly."""
    marks = StartMarks()
    give_pictures_back()
    try:
        _require_screen()
        folder = private_folder(data_dir)
        code = hasten_libraries(folder)
        with only_one(folder):
            from kiosk.touchscreen import Start, run_touchscreen

            marks.add("Qt imported")
            load, log = partial(settings, config, data_dir), partial(open_log, folder)
            run_touchscreen(Start(log, load, config, folder, settled=code.keep), marks)
    except ConfigError as error:
        return _told(error, WRONG_USE)
    except (KioskError, OSError) as error:
        return _told(error, FAILED)
    return DONE


def open_log(folder: Path) -> None:
    """Raises OSError."""
    with without("rich"):  # structlog's for terminals: a fifth of what is imported for the log
        from kiosk.logs import log_to

    log_to(folder / "logs")


@contextmanager
def without(package: str) -> Iterator[None]:
    """Whoever can do without ``package`` does, as if it were not installed; it must not be imported
    by another thread meanwhile. Does nothing where it is imported already."""
    if package in sys.modules:
        yield
        return
    modules: dict[str, ModuleType | None] = sys.modules  # type: ignore[assignment]  # None: importlib's own mark for what is not to be found
    modules[package] = None
    try:
        yield
    finally:
        del modules[package]


def settings(file: Path, data_dir: Path) -> Config:
    """Raises ConfigError."""
    from kiosk.config import load_config

    folder = data_dir.expanduser()
    return load_config(file, assets() / "templates", own_templates(folder), data_dir=folder)


def hasten_libraries(folder: Path) -> KeptCode:
    """Before the first of them is imported. Compiled QML is kept in ``folder``, which can be
    written where a service's home can't. Pydantic looks for no plugins: it would read what every
    installed package says of itself, and find none. Dataclasses are made with what earlier starts
    have kept."""
    os.environ.setdefault("QML_DISK_CACHE_PATH", str(folder / "qml-cache"))
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    code = KeptCode(folder / CODE_FILE)
    code.serve()
    return code


def _require_screen() -> None:
    if not (has_display() or "QT_QPA_PLATFORM" in os.environ):
        raise KioskError("there is no screen: DISPLAY and WAYLAND_DISPLAY are not set")


def has_display() -> bool:
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def private_folder(data_dir: Path) -> Path:
    folder = data_dir.expanduser().resolve()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def _told(error: Exception, code: int) -> int:
    sys.stderr.write(f"kiosk: {error}\n")
    return code
