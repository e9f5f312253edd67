"""Everything that a guest can touch, by the ``objectName`` that its QML item has.

These names are stable: the unattended rehearsal finds the real items through them. A test checks
that each screen has what stands here, and nothing else that answers a touch.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtQuick import QQuickItem

from kiosk.booth.view import View
from kiosk.domain.order import PaymentMethod
from kiosk.domain.states import Arranging, Paying, Picking
from kiosk.ui.screens import ScreenName, screen_of

LANGUAGE = "guestLanguage"  # on every screen
ATTRACT = "attractTouch"  # the whole screen
PACKAGE = "package:"  # and the package's key; one card each
CHOOSE_BACK = "chooseBack"
COPIES_LESS = "copiesLess:"  # and the package's key
COPIES_MORE = "copiesMore:"  # as above
WAY = "way:"  # and the payment method
PAY_CANCEL = "payCancel"
PAY_OTHER = "payOther"  # back to the ways to pay
PAY_PAID = "payPaid"  # I have paid
PAY_STAFF = "payStaff"  # opens the staff's PIN pad
VOUCHER_KEY = "voucherKey:"  # and the letter or digit
VOUCHER_ERASE = "voucherErase"
VOUCHER_CHECK = "voucherCheck"
SHOOT_RETAKE = "shootRetake"
SLOT = "slot:"  # and the slot's number from 0; on a pair of strips once for each
SLOT_RETAKE = "slotRetake"
SLOT_SWAP = "slotSwap"
SLOT_DONE = "slotDone"
TAB_TEMPLATES = "tabTemplates"
TAB_LOOKS = "tabLooks"
TEMPLATE = "template:"  # and the template's name
LOOK = "look:"  # and the look's name, which is empty for none
ARRANGE_PRINT = "arrangePrint"
TAKE_HOME_DONE = "takehomeDone"
TAKE_HOME_TOUCH = "takehomeTouch"  # the whole screen: the guest is still here
TAKE_HOME_SHOW = "takehomeShow"  # may the print be shown here: yes, or no again
OWED_DONE = "owedDone"
CANCELLED_DONE = "cancelledDone"
SETTLED_DONE = "settledDone"
REACH = "reachSwitch"  # lowers the screens of a tall glass, or raises them again
STAY_ON = "stayOn"  # in the warning that a step ends


@dataclass(frozen=True)
class Tap:
    """On the first of these that can be touched now."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class Drag:
    """A finger goes down on one item and up on the other."""

    name: str
    onto: str


@dataclass(frozen=True)
class Wishes:
    """What a guest does before they print, as far as the booth offers it. No ``look`` means that
    they take it as it comes; ``another`` is another template than the first on offer."""

    look: str | None = None
    another: bool = False
    swap: bool = False
    retake: bool = False


PLAIN = Wishes()


def way_on(
    view: View, package_key: str, prefer: PaymentMethod, wishes: Wishes = PLAIN
) -> Tap | Drag | None:
    """What a guest who wants a print does next; None where they can only wait.

    Where there are several ways to pay it is ``prefer`` if that works now.
    """
    match screen_of(view):
        case ScreenName.ATTRACT:
            return Tap((ATTRACT,))
        case ScreenName.CHOOSE:
            return Tap((PACKAGE + package_key,))
        case ScreenName.PAY:
            return _way_to_pay(view, prefer)
        case ScreenName.ARRANGE:
            return _way_to_print(view, wishes)
        case ScreenName.TAKE_HOME:
            return Tap((TAKE_HOME_DONE,))
        case ScreenName.OWED:
            return Tap((OWED_DONE,))
        case ScreenName.CANCELLED:
            return Tap((CANCELLED_DONE,))
        case ScreenName.SETTLED:
            return Tap((SETTLED_DONE,))
        case ScreenName.RESTING | ScreenName.SHOOT | ScreenName.PRINTING:
            return None
        case unknown:
            assert_never(unknown)


def _way_to_pay(view: View, prefer: PaymentMethod) -> Tap | None:
    match view.state:
        case Paying(_, Picking()) if view.ways:
            way = prefer if prefer in view.ways else view.ways[0]
            return Tap((WAY + way.value,))
        case _:
            return None


def _way_to_print(view: View, wishes: Wishes) -> Tap | Drag:
    """One wish after the other; what the View says is done is not done again."""
    state = view.state
    if not isinstance(state, Arranging):
        return Tap((ARRANGE_PRINT,))
    if wishes.retake and view.retakes_left > 0 and state.retakes == 0:
        return Tap((SLOT_RETAKE, SLOT + "0"))
    if wishes.another and len(view.templates) > 1 and not state.template:
        return Tap((TEMPLATE + view.templates[1], TAB_TEMPLATES))
    if wishes.swap and len(state.shots) > 1 and not state.slots:
        return Drag(SLOT + "0", SLOT + "1")
    if wishes.look is not None and wishes.look != state.look:
        return Tap((LOOK + wishes.look, TAB_LOOKS))
    return Tap((ARRANGE_PRINT,))


def find_item(root: QQuickItem, name: str) -> QQuickItem | None:
    """The item called ``name`` that can be touched now. Delegates are found as well."""
    if not (root.isVisible() and root.isEnabled()):
        return None
    if root.objectName() == name:
        return root
    found = (find_item(child, name) for child in root.childItems())
    return next((item for item in found if item is not None), None)


def middle_of(item: QQuickItem) -> QPoint:
    """The item's middle in the window."""
    middle = QPointF(item.width() / 2, item.height() / 2)
    return item.mapToScene(middle).toPoint()
