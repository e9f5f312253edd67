"""Everything that a guest can touch, by the ``objectName`` that its QML item has.

These names are stable: the unattended rehearsal finds the real items through them. A test checks
that each screen has what stands here, and nothing else that answers a touch.
"""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtQuick import QQuickItem

from kiosk.ui.screens import ScreenName

ATTRACT = "attractTouch"  # the whole screen
PACKAGE = "package:"  # and the package's key; one card each
CHOOSE_BACK = "chooseBack"
PAY_CANCEL = "payCancel"
ARRANGE_PRINT = "arrangePrint"
TAKE_HOME_DONE = "takehomeDone"
OWED_DONE = "owedDone"
CANCELLED_DONE = "cancelledDone"
SETTLED_DONE = "settledDone"


def way_on(screen: ScreenName, package_key: str) -> str | None:
    """What a guest who wants a print touches; None where they can only wait."""
    match screen:
        case ScreenName.ATTRACT:
            return ATTRACT
        case ScreenName.CHOOSE:
            return PACKAGE + package_key
        case ScreenName.ARRANGE:
            return ARRANGE_PRINT
        case ScreenName.TAKE_HOME:
            return TAKE_HOME_DONE
        case ScreenName.OWED:
            return OWED_DONE
        case ScreenName.CANCELLED:
            return CANCELLED_DONE
        case ScreenName.SETTLED:
            return SETTLED_DONE
        case ScreenName.RESTING | ScreenName.PAY | ScreenName.SHOOT | ScreenName.PRINTING:
            return None
        case _:
            assert_never(screen)


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
