"""How pictures are taken, kept and printed."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from kiosk.config.fields import Pixels, Section, Text, Word


class CameraSection(Section):
    """``source``: a device number, /dev/…, a URL, a file, ``clip:FILE`` for a recorded clip, or
    ``dslr`` (``dslr:PORT``, where there are several). ``still``: where the shots come from, if not
    from the live picture. ``burst_ms``: see ``kiosk.camera.settings``. ``eyes_open``: of a burst, a
    frame on which nobody blinks. ``mirror`` is about the live picture alone. ``still_offset_ms`` is
    the ``latency_offset_ms`` of what takes the shots, below zero the lag of a DSLR's shutter."""

    source: Text
    still: Text | None = None
    width: Pixels = 1920
    height: Pixels = 1080
    fps: Annotated[int, Field(strict=True, ge=1, le=120)] = 30
    latency_offset_ms: Annotated[int, Field(strict=True, ge=-500, le=500)] = 0
    still_offset_ms: Annotated[int, Field(strict=True, ge=-500, le=500)] = 0
    burst_ms: Annotated[int, Field(strict=True, ge=0, le=500)] = 0
    eyes_open: Annotated[bool, Field(strict=True)] = False
    mirror: Annotated[bool, Field(strict=True)] = True

    @model_validator(mode="after")
    def _eyes_need_a_burst(self) -> CameraSection:
        if self.eyes_open and self.burst_ms == 0:
            raise ValueError("eyes_open needs a burst_ms: a single frame leaves nothing to choose")
        return self


class PictureSection(Section):
    """``quality`` is that of the shots' JPEG files. ``even``: exposure and white balance of one
    print's shots are made alike. ``looks`` are offered in this order, None for all there are."""

    quality: Annotated[int, Field(strict=True, ge=70, le=100)] = 92
    even: Annotated[bool, Field(strict=True)] = True
    looks: tuple[Word, ...] | None = None


class MotionSection(Section):
    """The little films of a session, on the guest's page."""

    enabled: Annotated[bool, Field(strict=True)] = True


class PrintingSection(Section):
    """``cups`` is host:port of the CUPS server."""

    cups: Annotated[str, Field(strict=True, pattern=r"^[A-Za-z0-9.\-]+:\d{1,5}$")] = "localhost:631"


class RetentionSection(Section):
    """How many ``days`` guests' pictures are kept, None for ever on this booth, and the local time
    ``at`` which they are deleted then."""

    days: Annotated[int, Field(strict=True, ge=1, le=3650)] | None = None
    at: Annotated[str, Field(strict=True, pattern=r"^([01]\d|2[0-3]):[0-5]\d$")] = "04:00"
