"""Every pulse is money: none is lost or counted twice, whatever happens to the line."""

from __future__ import annotations

import stat
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from structlog.testing import capture_logs

from kiosk.clock import RandomKeys
from kiosk.domain.errors import AcceptorUnavailable
from kiosk.domain.money import Bill
from kiosk.local.bill_acceptor_part import SimulatedBillAcceptor, simulated_bill_acceptor
from kiosk.local.programs import PROJECT
from kiosk.payments.bill_acceptor import BACKOFF_S, BEAT_S, GAP_S, LONGEST_BILL_S, PulseAcceptor
from kiosk.payments.serial_line import open_line
from kiosk.payments.tally import FileTally, Tallied

PULSE_VALUE = 1000
PULSE_S = 0.01
WITHIN_S = 10.0


@pytest.fixture
def board(tmp_path: Path) -> Iterator[SimulatedBillAcceptor]:
    with simulated_bill_acceptor(tmp_path / "acceptor", PULSE_VALUE, PULSE_S) as board:
        yield board


def on(device: Path) -> PulseAcceptor:
    tally = FileTally(device.with_name("pulses"))
    return PulseAcceptor(str(device), PULSE_VALUE, 100_000, tally, RandomKeys().new_id)


def told(acceptor: PulseAcceptor, seconds: float) -> int | None:
    """What the next bill is worth; it is written down here."""
    bill = acceptor.wait(seconds)
    if bill is None:
        return None
    assert acceptor.wait(0.0) == bill, "a bill that is not written down is told again"
    acceptor.taken(bill.id)
    return bill.amount


@pytest.fixture
def acceptor(board: SimulatedBillAcceptor) -> Iterator[PulseAcceptor]:
    acceptor = on(board.device)
    yield acceptor
    acceptor.shut_down()


# ---- on a real line -------------------------------------------------------------------------


def test_bills_are_told_one_by_one(board: SimulatedBillAcceptor, acceptor: PulseAcceptor) -> None:
    acceptor.open()
    assert board.wait_until(takes_bills=True)
    for amount in (20_000, 2_000, 50_000):
        assert board.insert(amount)
        assert told(acceptor, WITHIN_S) == amount
    assert told(acceptor, 0.01) is None


def test_it_takes_bills_only_between_open_and_close(
    board: SimulatedBillAcceptor, acceptor: PulseAcceptor
) -> None:
    assert acceptor.answers()
    assert not board.insert(5_000)
    acceptor.open()
    assert board.wait_until(takes_bills=True)
    acceptor.close()
    assert board.wait_until(takes_bills=False)
    assert not board.insert(5_000)
    assert told(acceptor, 0.01) is None


def test_a_booth_that_starts_closes_what_another_left_open(board: SimulatedBillAcceptor) -> None:
    with closing(open_line(str(board.device))) as killed:
        killed.write(b"E")
        assert board.wait_until(takes_bills=True)
    acceptor = on(board.device)
    assert acceptor.answers()
    assert board.wait_until(takes_bills=False)
    acceptor.shut_down()


def test_a_bill_that_is_under_way_at_the_closing_is_told_after_it(
    board: SimulatedBillAcceptor, acceptor: PulseAcceptor
) -> None:
    acceptor.open()
    assert board.wait_until(takes_bills=True)
    board.pulse(6)
    acceptor.close()
    board.pulse(4)
    assert told(acceptor, 0.0) == 10_000
    assert told(acceptor, 0.0) is None


def test_what_came_while_the_booth_was_away_is_told(
    board: SimulatedBillAcceptor, acceptor: PulseAcceptor
) -> None:
    board.pulse(5)
    assert told(acceptor, WITHIN_S) == 5_000


def test_noise_is_no_money_and_told_once(
    board: SimulatedBillAcceptor, acceptor: PulseAcceptor
) -> None:
    acceptor.open()
    assert board.wait_until(takes_bills=True)
    with capture_logs() as logs:
        for noise in (b"\x00\xff", b"p", b"\x11\x13\x03\x1a\x04\r\n"):
            board.say(noise)
            board.pulse(1)
        assert told(acceptor, WITHIN_S) == 3_000
    assert [log["event"] for log in logs].count("noise from the bill acceptor") == 1


def test_pulled_out_amid_a_bill_it_tells_what_came_and_finds_the_board_again(
    board: SimulatedBillAcceptor, acceptor: PulseAcceptor
) -> None:
    acceptor.open()
    assert board.wait_until(takes_bills=True)
    board.pulse(7)
    assert acceptor.answers()  # it has listened
    board.unplug()
    assert told(acceptor, 0.0) == 7_000
    with pytest.raises(AcceptorUnavailable):
        told(acceptor, 0.0)
    assert not acceptor.answers()
    board.plug_in()
    assert _comes_back(acceptor)
    assert board.wait_until(takes_bills=True), "it was not told to take bills again"
    board.pulse(3)
    assert told(acceptor, WITHIN_S) == 3_000


def _comes_back(acceptor: PulseAcceptor) -> bool:
    for _ in range(20):
        with suppress(AcceptorUnavailable):
            told(acceptor, BACKOFF_S[0])
            return True
    return False


def test_a_device_that_is_not_there_is_unavailable(tmp_path: Path) -> None:
    acceptor = on(tmp_path / "nowhere")
    for call in (acceptor.open, acceptor.close, lambda: told(acceptor, 0.0)):
        with pytest.raises(AcceptorUnavailable, match="nowhere"):
            call()
    assert not acceptor.answers()
    acceptor.shut_down()


def test_two_booths_do_not_share_an_acceptor(
    board: SimulatedBillAcceptor, acceptor: PulseAcceptor
) -> None:
    acceptor.open()
    other = on(board.device)
    with pytest.raises(AcceptorUnavailable):
        other.open()


KILLED = """
import sys
from pathlib import Path
from tests.payments.test_bill_acceptor import on
acceptor = on(Path(sys.argv[1]))
acceptor.open()
acceptor.wait(60)
"""


def test_a_booth_that_is_killed_amid_a_bill_tells_all_of_it_after_its_restart(
    board: SimulatedBillAcceptor, acceptor: PulseAcceptor
) -> None:
    tally = board.device.with_name("pulses")
    with subprocess.Popen((sys.executable, "-c", KILLED, str(board.device)), cwd=PROJECT) as booth:
        assert board.wait_until(takes_bills=True, within_s=60)
        board.pulse(7)
        while not (tally.exists() and tally.read_bytes().startswith(b"000000007 ")):
            assert booth.poll() is None
        booth.kill()
    assert stat.S_IMODE(tally.stat().st_mode) == 0o600
    assert told(acceptor, WITHIN_S) == 7_000
    board.pulse(3)
    assert told(acceptor, WITHIN_S) == 3_000
    assert on(board.device).answers() is False
    acceptor.shut_down()
    assert told(on(board.device), 0.0) is None


# ---- by the hand of a clock -----------------------------------------------------------------

Came = tuple[float, bytes | None]
"""After so many seconds these bytes come, or with None the plug is pulled."""


class Script:
    """A line, a clock and a tally that run by a script. ``written`` is when what was written."""

    def __init__(self, script: Sequence[Came] = ()) -> None:
        self.now = 1000.0
        self.tries: list[float] = []
        self.written: list[tuple[float, bytes]] = []
        self.broken = False
        self.full = False
        self.kept = Tallied()
        self._coming: list[tuple[float, bytes | None]] = []
        at = self.now
        for after, content in script:
            at += after
            self._coming.append((at, content))

    def acceptor(self, most: int = 100_000) -> PulseAcceptor:
        return PulseAcceptor(
            "/dev/acceptor",
            PULSE_VALUE,
            most,
            self,
            RandomKeys().new_id,
            connect=self.connect,
            monotonic=lambda: self.now,
            pause=self.pause,
        )

    def load(self) -> Tallied:
        return self.kept

    def keep(self, tallied: Tallied) -> None:
        if self.full:
            raise OSError(28, "No space left on device")
        self.kept = tallied

    def connect(self, device: str) -> Script:
        self.tries.append(self.now)
        if self.broken:
            raise FileNotFoundError(2, "No such file or directory", device)
        return self

    def pause(self, seconds: float) -> None:
        assert seconds >= 0
        self.now += seconds

    def read(self, seconds: float) -> bytes:
        assert seconds >= 0
        if not self._coming or self._coming[0][0] > self.now + seconds:
            self.now += seconds
            return b""
        at, content = self._coming.pop(0)
        self.now = max(self.now, at)
        if content is None:
            raise OSError(5, "Input/output error")
        return content

    def write(self, command: bytes) -> None:
        self.written.append((self.now, command))

    def close(self) -> None:
        pass


chunks = st.lists(st.sampled_from([b"P", b"PPP", b"PP\x00P", b"\xff", b"D"]), max_size=3)
events = st.tuples(
    st.sampled_from([0.0, 0.05, GAP_S - 0.01, GAP_S, 0.4, 3.0]),
    st.one_of(st.none(), chunks.map(b"".join)),
)
calls = st.sampled_from(["open", "close", "wait 0", "wait 1", "answers", "kill"])


@given(st.lists(events, max_size=30), st.lists(calls, max_size=30))
def test_whatever_happens_each_pulse_is_told_once(script: list[Came], asked: list[str]) -> None:
    line = Script(script)
    acceptor = line.acceptor()
    taken = 0
    for call in [*asked, *["wait 9"] * 70]:
        with suppress(AcceptorUnavailable):
            match call.split():
                case ["open"]:
                    acceptor.open()
                case ["close"]:
                    acceptor.close()
                case ["answers"]:
                    acceptor.answers()
                case ["kill"]:
                    acceptor = line.acceptor()
                case [_, seconds]:
                    taken += told(acceptor, float(seconds)) or 0
    pulses = sum(content.count(b"P") for _, content in script if content)
    assert taken == pulses * PULSE_VALUE


@pytest.mark.parametrize(
    ("gaps", "bills"),
    [
        ([0.0, GAP_S - 0.01, GAP_S - 0.01], [3_000]),
        ([0.0, GAP_S + 0.01, 0.1], [1_000, 2_000]),
        ([5.0], [1_000]),
    ],
)
def test_a_gap_of_300_ms_ends_a_bill(gaps: list[float], bills: list[int]) -> None:
    acceptor = Script([(gap, b"P") for gap in gaps]).acceptor()
    assert [told(acceptor, 30.0) for _ in bills] == bills
    assert told(acceptor, 30.0) is None


@pytest.mark.parametrize(
    ("pulses", "most", "odd"), [(20, 20_000, False), (20, 10_000, True), (3, 20_000, True)]
)
def test_what_no_bill_is_or_too_large_a_one_is_money_all_the_same(
    pulses: int,
    most: int,
    odd: bool,  # noqa: FBT001 - pytest gives it by name
) -> None:
    with capture_logs() as logs:
        assert told(Script([(0.1, b"P" * pulses)]).acceptor(most), 9.0) == pulses * PULSE_VALUE
    assert ("odd bill" in [log["event"] for log in logs]) is odd


def test_as_long_as_it_takes_bills_the_board_is_told_so_every_second() -> None:
    line = Script()
    acceptor = line.acceptor()
    acceptor.open()
    line.written.clear()
    told(acceptor, 10.0)
    assert [command for _, command in line.written] == [b"E"] * len(line.written)
    times = [at for at, _ in line.written]
    assert all(later - at <= BEAT_S for at, later in pairwise(times))
    assert len(times) >= 10
    acceptor.close()
    line.written.clear()
    told(acceptor, 10.0)
    assert line.written == []


def test_a_board_that_is_gone_is_looked_for_ever_more_rarely() -> None:
    line = Script()
    line.broken = True
    acceptor = line.acceptor()
    while line.now < 1060:
        with pytest.raises(AcceptorUnavailable):
            told(acceptor, 0.1)
    waits = [later - at for at, later in pairwise(line.tries)]
    assert waits == pytest.approx([*BACKOFF_S, *[BACKOFF_S[-1]] * (len(waits) - len(BACKOFF_S))])
    line.broken = False
    line.now += BACKOFF_S[-1]
    assert told(acceptor, 0.0) is None


def test_pulses_from_before_it_was_pulled_out_are_not_told_twice() -> None:
    line = Script([(0.0, b"PPP"), (0.1, None)])
    acceptor = line.acceptor()
    assert acceptor.answers()
    line.now += 0.1
    assert not acceptor.answers()
    line.now += BACKOFF_S[0]
    acceptor.open()
    assert [told(acceptor, 9.0), told(acceptor, 9.0)] == [3_000, None]


def test_a_disk_that_is_full_costs_no_bill() -> None:
    line = Script([(0.1, b"P" * 20)])
    line.full = True
    assert told(line.acceptor(), 9.0) == 20_000


@pytest.mark.parametrize("content", [b"", b"\x00" * 10, b"garbage", b"-00000007\n"])
def test_a_tally_that_cannot_be_read_is_empty(tmp_path: Path, content: bytes) -> None:
    tally = FileTally(tmp_path / "pulses")
    assert tally.load() == Tallied()
    (tmp_path / "pulses").write_bytes(content)
    assert tally.load() == Tallied()
    bill = Bill(RandomKeys().new_id(), 20_000)
    for tallied in (Tallied(12, bill), Tallied(3), Tallied(0, bill)):
        tally.keep(tallied)
        assert tally.load() == tallied


def test_a_line_that_never_falls_silent_does_not_hold_up_the_booth() -> None:
    line = Script([(0.1, b"P")] * 1000)
    acceptor = line.acceptor()
    began = line.now
    assert told(acceptor, 5.0) is None
    assert line.now - began <= 5.0 + LONGEST_BILL_S + GAP_S
