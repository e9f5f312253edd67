"""Everything that a guest can touch, by the ``objectName`` that its QML item has.

These names are stable: the unattended rehearsal finds the real items through them. A test checks
that each screen has what stands here, and nothing else that answers a touch.
"""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtQuick import QQuickItem

from kiosk.booth.view import View
from kiosk.domain.order import PaymentMethod
from kiosk.domain.session import Arranging, Paying, Picking
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
LOOK = "look:"  # and the look's name, which is empty for none
ARRANGE_PRINT = "arrangePrint"
TAKE_HOME_DONE = "takehomeDone"
TAKE_HOME_SHOW = "takehomeShow"  # may the print be shown here: yes, or no again
OWED_DONE = "owedDone"
CANCELLED_DONE = "cancelledDone"
SETTLED_DONE = "settledDone"
REACH = "reachSwitch"  # lowers the screens of a tall glass, or raises them again


def way_on(
    view: View, package_key: str, prefer: PaymentMethod, look: str | None = None
) -> str | None:
    """What a guest who wants a print touches; None where they can only wait.

    Where there are several ways to pay it is ``prefer`` if that works now. They print in
    ``look`` where there is one, else as it comes.
    """
    match screen_of(view):
        case ScreenName.ATTRACT:
            return ATTRACT
        case ScreenName.CHOOSE:
            return PACKAGE + package_key
        case ScreenName.PAY:
            return _way_to_pay(view, prefer)
        case ScreenName.ARRANGE:
            return _way_to_print(view, look)
        case ScreenName.TAKE_HOME:
            return TAKE_HOME_DONE
        case ScreenName.OWED:
            return OWED_DONE
        case ScreenName.CANCELLED:
            return CANCELLED_DONE
        case ScreenName.SETTLED:
            return SETTLED_DONE
        case ScreenName.RESTING | ScreenName.SHOOT | ScreenName.PRINTING:
            return None
        case unknown:
            assert_never(unknown)


def _way_to_pay(view: View, prefer: PaymentMethod) -> str | None:
    match view.state:
        case Paying(_, Picking()) if view.ways:
            way = prefer if prefer in view.ways else view.ways[0]
            return WAY + way.value
        case _:
            return None


def _way_to_print(view: View, look: str | None) -> str:
    match view.state:
        case Arranging(look=picked) if look is not None and look != picked:
            return LOOK + look
        case _:
            return ARRANGE_PRINT


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
