"""A stand-in for ``gphoto2.Camera``, for what libgphoto2's virtual camera can't do."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from types import SimpleNamespace

import gphoto2 as gp

Answer = bytes | gp.GPhoto2Error


@dataclass
class Widget:
    """A setting with its choices."""

    value: str
    choices: tuple[str, ...] = ()

    def get_type(self) -> int:
        return int(gp.GP_WIDGET_RADIO if self.choices else gp.GP_WIDGET_TEXT)

    def get_value(self) -> str:
        return self.value

    def set_value(self, value: str) -> None:
        self.value = value

    def count_choices(self) -> int:
        return len(self.choices)

    def get_choice(self, number: int) -> str:
        return self.choices[number]


class File:
    def __init__(self, content: bytes) -> None:
        self._content = content

    def get_data_and_size(self) -> memoryview:
        return memoryview(self._content)


def path(name: str) -> SimpleNamespace:
    return SimpleNamespace(folder="/card", name=name)


@dataclass
class StandIn:
    """``previews`` are its answers in turn, the last for ever. ``shots`` are the names of the files
    that each shot makes: one is returned, the others are told as events. ``files`` are by name.
    """

    previews: deque[Answer] = field(default_factory=deque)
    shots: deque[tuple[str, ...] | gp.GPhoto2Error] = field(default_factory=deque)
    files: dict[str, bytes] = field(default_factory=dict)
    settings: dict[str, Widget] = field(default_factory=dict)
    deleted: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    events: deque[str] = field(default_factory=deque)

    def capture_preview(self) -> File:
        answer = self.previews.popleft() if len(self.previews) > 1 else self.previews[0]
        if isinstance(answer, gp.GPhoto2Error):
            raise answer
        return File(answer)

    def capture(self, kind: int) -> SimpleNamespace:
        assert kind == gp.GP_CAPTURE_IMAGE
        shot = self.shots.popleft()
        if isinstance(shot, gp.GPhoto2Error):
            raise shot
        self.events.extend(shot[1:])
        return path(shot[0])

    def wait_for_event(self, timeout_ms: int) -> list[object]:
        if self.events:
            return [gp.GP_EVENT_FILE_ADDED, path(self.events.popleft())]
        return [gp.GP_EVENT_TIMEOUT, None]

    def file_get(self, folder: str, name: str, kind: int) -> File:
        assert (folder, kind) == ("/card", gp.GP_FILE_TYPE_NORMAL)
        return File(self.files[name])

    def file_delete(self, folder: str, name: str) -> None:
        self.deleted.append(name)

    def get_single_config(self, name: str) -> Widget:
        self.asked.append(name)
        if name not in self.settings:
            raise gp.GPhoto2Error(gp.GP_ERROR_BAD_PARAMETERS)
        return self.settings[name]

    def set_single_config(self, name: str, widget: Widget) -> None:
        self.settings[name] = widget
