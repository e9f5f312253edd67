"""Leads the booth to where the monkey is let loose, and sees that time alone leads out of there."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.booth.messages import Happened, Message
from kiosk.booth.staff.view import GateState
from kiosk.booth.view import Begin, Choose, Leave, LeaveWay, PickWay, Print, View
from kiosk.clock import RandomKeys
from kiosk.domain import session as s
from kiosk.domain.order import PaymentMethod
from kiosk.running import Booth
from kiosk.ui.staff import touch
from kiosk.ui.touch import find_item, middle_of
from kiosk.ui.window import Screen

from .monkey_clock import MovedClock
from .monkey_hand import Hand, pump
from .monkey_posts import ROOMS, Post, is_idle, post_of
from .paid_xendit import Fault, Xendit

STAFF = "Demo"
KNOCKS = 5
SAY_AGAIN_S = 0.4
ARRIVE_S = 25.0
HOME_S = 60.0
STEP_S = 20.0  # of the moved time, while nobody does anything
SLOW: Fault = {"fault": "slow", "ms": 2500}
EMPTY = "media-empty-error\n"

TABS = {
    Post.HOME: touch.HOME,
    Post.TILL: touch.TILL,
    Post.SESSIONS: touch.SESSIONS,
    Post.PRINTERS: touch.PRINTERS,
}
ROOMS_BEHIND = {
    Post.CAMERA: touch.MORE_CAMERA,
    Post.EVENT: touch.MORE_EVENT,
    Post.SYNC: touch.MORE_SYNC,
    Post.ABOUT: touch.MORE_ABOUT,
}


class DeadEndError(AssertionError):
    """Nothing led on from there."""


@dataclass
class Guide:
    """``faults`` are the printers' files (SoftwarePrinter). Only for the GUI thread."""

    booth: Booth
    screen: Screen
    clock: MovedClock
    hand: Hand
    xendit: Xendit
    faults: tuple[Path, ...]
    pin: str
    trail: list[str] = field(default_factory=list)
    _last: tuple[object, float] = (None, 0.0)

    # ---- time -----------------------------------------------------------------------------------

    def pass_time(self, seconds: float) -> None:
        self.clock.move(seconds)
        self.booth.actor.send(Leave(""))  # of no session: the conductor looks at its clock anew

    def home(self) -> None:
        """Everything is mended, nobody touches anything, and time passes."""
        self.mend()
        give_up = time.monotonic() + HOME_S
        while not is_idle(self.screen):
            if time.monotonic() > give_up:
                raise DeadEndError(f"no way home from {self._where()} in {HOME_S:.0f} s")
            if self.screen.staff.view.gate.state is not GateState.SHUT:
                self._tap_where(touch.LEAVE)
            post = post_of(self.screen)
            if post is None or post.is_timed:
                self.pass_time(STEP_S)
            pump(0.05)

    def mend(self) -> None:
        for file in self.faults:
            file.unlink(missing_ok=True)
        self.xendit.heal()
        for printer in self.booth.mirror.printers.all():
            if printer.paused:
                self.booth.mirror.printers.resume(printer.id)
                self.booth.watchman.look_now()

    # ---- ways -----------------------------------------------------------------------------------

    def lead_to(self, post: Post) -> bool:
        """False where the booth did not get there in time, as it may where the monkey has changed
        what it sells."""
        give_up = time.monotonic() + ARRIVE_S
        self._break(post)
        while post_of(self.screen) is not post:
            if time.monotonic() > give_up:
                self.trail.append(f"not at {post.value}, but {self._where()}")
                return False
            if post.is_staffs:
                self._towards_room(post)
            elif (view := self.screen.booth.view) is not None:
                self._towards(post, view)
            pump(0.01)
        return True

    def _break(self, post: Post) -> None:
        match post:
            case Post.REQUESTING:
                self.xendit.fail_calls(SLOW | {"call": "create"})
            case Post.CLOSING:
                self.xendit.fail_calls(SLOW | {"call": "cancel"})
            case Post.WAITS:
                for file in self.faults:
                    file.write_text(EMPTY, encoding="utf-8")
            case Post.RESTING:
                for printer in self.booth.mirror.printers.all():
                    self.booth.mirror.printers.pause(printer.id)
                self.booth.watchman.look_now()
            case _:
                pass

    def _towards(self, post: Post, view: View) -> None:
        state, session_id = view.state, view.session_id
        if state is None or session_id is None:
            if post not in (Post.ATTRACT, Post.RESTING) and not view.problems:
                self._say(Begin())
            return
        match state:
            case s.Choosing():
                self._say(Leave(session_id) if post is Post.CANCELLED else self._choice(view))
            case s.Paying():
                self._pay(post, state, session_id)
            case s.Shooting() if post is Post.ONE_MOMENT:
                self._say(Begin(), instead=self._kill_camera)
            case s.Arranging(picture=None):
                return
            case s.Arranging() if post in (Post.OWED, Post.SETTLED):
                self._say(Happened(session_id, s.GaveUp(s.OwedReason.PRINT)))
            case s.Arranging():
                self._say(Print(session_id))
            case s.Owed() if post is Post.SETTLED:
                settled = s.SettledByStaff(s.Settlement.COMPED, STAFF, "monkey")
                self._say(Happened(session_id, settled))
            case _:
                if post is not Post.WAITS and post is not Post.TAKE_HOME:
                    self.pass_time(0.0 if isinstance(state, s.Shooting) else STEP_S)

    def _choice(self, view: View) -> Message:
        keys = [package.key for package in view.packages]
        return Choose(str(view.session_id), keys[len(self.trail) % len(keys)], None)

    def _pay(self, post: Post, paying: s.Paying, session_id: str) -> None:
        due = paying.order.due
        match paying.stage:
            case s.Picking():
                self._say(PickWay(session_id, _method(post)))
            case s.Offered() if post is Post.CLOSING:
                self._say(Leave(session_id))
            case s.Offered():
                self._say(LeaveWay(session_id))
            case s.EnteringVoucher():
                self._say(LeaveWay(session_id))
            case s.TakingCash() if post.is_paid:
                taken = s.CashReceived(RandomKeys().new_id(), due, STAFF)
                self._say(Happened(session_id, taken))
            case s.TakingCash():
                self._say(LeaveWay(session_id))
            case s.Requesting() | s.Closing():
                return

    def _towards_room(self, post: Post) -> None:
        gate = self.screen.staff.view.gate.state
        if gate is GateState.SHUT:
            for _ in range(KNOCKS):
                self._tap_where(touch.CORNER)
            pump(0.3)
        elif gate is not GateState.OPEN:
            for digit in self.pin:
                self._tap_where(touch.KEY + digit)
            self._tap_where(touch.ENTER)
            pump(0.3)
        elif post in ROOMS_BEHIND and ROOMS.get(str(self.screen.staff.page)) is Post.MORE:
            self._tap_where(ROOMS_BEHIND[post])
        else:
            self._tap_where(TABS.get(post, touch.REST))
            pump(0.05)

    def _kill_camera(self) -> None:
        pid = self.booth.camera.process_id
        if pid is not None:
            os.kill(pid, signal.SIGKILL)

    # ---- saying ---------------------------------------------------------------------------------

    def _say(self, message: Message, instead: Callable[[], None] | None = None) -> None:
        """Not at once again: what was said takes a moment."""
        now, (kind, said) = time.monotonic(), self._last
        if kind is type(message) and now - said < SAY_AGAIN_S:
            return
        self._last = (type(message), now)
        if instead is None:
            self.booth.actor.send(message)
        else:
            instead()

    def _tap_where(self, name: str) -> None:
        item = find_item(self.screen.window.contentItem(), name)
        if item is not None:
            self.hand.tap_at(middle_of(item))

    def _where(self) -> str:
        view = self.screen.booth.view
        state = None if view is None else view.state
        staff = self.screen.staff
        problems = () if view is None else tuple(p.detail for p in view.problems)
        room = f"{staff.view.gate.state.value}/{staff.page}"
        return f"{type(state).__name__} at {post_of(self.screen)}, staff {room}, {problems}"


def _method(post: Post) -> PaymentMethod:
    match post:
        case Post.REQUESTING | Post.OFFERED | Post.CLOSING:
            return PaymentMethod.QRIS
        case Post.VOUCHER:
            return PaymentMethod.VOUCHER
        case _:
            return PaymentMethod.CASH
