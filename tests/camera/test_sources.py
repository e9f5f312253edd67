"""What a source setting means, and what staff are told about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.camera.faults import FaultKind
from kiosk.camera.sources import Clip, Device, Place, Url, fault_before_opening, place_of, spoken


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("clip:assets/clip/studio.mp4", Clip(Path("assets/clip/studio.mp4"))),
        ("/srv/party.mp4", Clip(Path("/srv/party.mp4"))),
        ("0", Device(Path("/dev/video0"))),
        ("/dev/v4l/by-id/usb-cam", Device(Path("/dev/v4l/by-id/usb-cam"))),
        ("http://10.0.0.7:8080/live", Url("http://10.0.0.7:8080/live")),
    ],
)
def test_a_source_is_read_as(source: str, place: Place) -> None:
    assert place_of(source) == place


def test_staff_never_see_the_password_in_a_url() -> None:
    assert spoken(Url("rtsp://admin:secret@10.0.0.7:554/live?key=1")) == "rtsp://10.0.0.7:554/live"


def test_a_device_that_was_never_there_is_a_lasting_fault() -> None:
    fault = fault_before_opening(Device(Path("/dev/video99")), was_live=False)
    assert fault is not None
    assert fault.kind is FaultKind.LASTING
    assert "/dev/video99" in fault.text


def test_a_device_that_went_away_is_unplugged_and_may_come_back() -> None:
    fault = fault_before_opening(Device(Path("/dev/video99")), was_live=True)
    assert fault is not None
    assert fault.kind is FaultKind.PASSING
    assert "unplugged" in fault.text


@pytest.mark.parametrize("url", ["http://[10.0.0.7/live", "http://10.0.0.7:80a/live"])
def test_an_address_that_cannot_be_read_is_a_lasting_fault(url: str) -> None:
    fault = fault_before_opening(Url(url), was_live=False)
    assert fault is not None
    assert fault.kind is FaultKind.LASTING


def test_a_name_is_not_looked_up_by_the_supervisor() -> None:
    assert fault_before_opening(Url("http://camera.invalid/live"), was_live=False) is None
