"""A clip keeps its own time."""

from __future__ import annotations

from kiosk.camera.pacer import SECOND, Pacer


class HandClock:
    def __init__(self) -> None:
        self.now = 5 * SECOND

    def now_ns(self) -> int:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += round(seconds * SECOND) + 100_000  # a sleep is always a little late

    def pacer(self, fps: float) -> Pacer:
        return Pacer(fps, self.now_ns, self.sleep)


def test_an_hour_of_late_sleeps_does_not_drift() -> None:
    clock = HandClock()
    start, pacer = clock.now, clock.pacer(29.97)
    stamps = [pacer.wait() for _ in range(107_892)]
    assert abs(stamps[-1] - start - 107_891 / 29.97 * SECOND) < 1_000_000


def test_points_missed_by_a_slow_machine_are_left_out_and_the_grid_stays() -> None:
    clock = HandClock()
    start, pacer = clock.now, clock.pacer(10)
    pacer.wait()
    clock.now += 350_000_000
    assert pacer.wait() - start == 350_000_000
    assert 0 <= pacer.wait() - start - 400_000_000 <= 100_000
