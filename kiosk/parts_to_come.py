"""What the window is handed while there is no booth yet."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.booth.view import Intent
from kiosk.domain.order import Shot
from kiosk.domain.templates import Template

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from kiosk.booth.ports import SmallPicture
    from kiosk.booth.staff.view import Request
    from kiosk.ui.looks import LookBook
    from kiosk.ui.preview import PreviewSource


@dataclass(frozen=True)
class Parts:
    """What a window asks of its booth."""

    send: Callable[[Intent], None]
    ask: Callable[[Request], None]
    preview: PreviewSource
    looks: LookBook
    templates: Mapping[str, Template]


class PartsToCome:
    """Keeps what a guest or staff want until the booth has come, and passes it on in its order.

    There are no live pictures, looks and templates until then: nothing that shows them can be
    reached. From any thread; ``have_come`` once.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._parts: Parts | None = None
        self._intents: list[Intent] = []
        self._requests: list[Request] = []
        self._templates: dict[str, Template] = {}

    def have_come(self, parts: Parts) -> None:
        """Call it before the booth publishes anything."""
        with self._lock:
            self._templates.update(parts.templates)
            for intent in self._intents:
                parts.send(intent)
            for request in self._requests:
                parts.ask(request)
            self._parts = parts

    @property
    def templates(self) -> Mapping[str, Template]:
        """Filled when the booth comes."""
        return self._templates

    def send(self, intent: Intent) -> None:
        with self._lock:
            if self._parts is None:
                self._intents.append(intent)
            else:
                self._parts.send(intent)

    def ask(self, request: Request) -> None:
        with self._lock:
            if self._parts is None:
                self._requests.append(request)
            else:
                self._parts.ask(request)

    def preview(
        self,
        after_number: int,
        width: int,
        height: int,
        mirror: bool,  # noqa: FBT001 - the camera's own signature
    ) -> SmallPicture | None:
        parts = self._parts
        return None if parts is None else parts.preview.preview(after_number, width, height, mirror)

    def title(self, name: str) -> str:
        parts = self._parts
        return name if parts is None else parts.looks.title(name)

    def thumbnails(
        self, shots: tuple[Shot, ...], width: int
    ) -> Mapping[str, npt.NDArray[np.uint8]]:
        parts = self._parts
        return {} if parts is None else parts.looks.thumbnails(shots, width)
