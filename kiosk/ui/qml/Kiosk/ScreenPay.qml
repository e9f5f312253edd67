pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// Paying has a face for each thing that the guest can be doing: picking a way, then that way.
GuestScreen {
    id: screen

    required property PayModel pay
    required property LimitModel limit
    required property LookModel look
    property bool ahead: false

    readonly property string current: ["requesting", "offered", "closing"].includes(pay.stage) ? "code" : pay.stage
    readonly property GuestScreen face: {
        for (const loader of [picking, code, cash, voucher])
            if (loader.front)
                return loader.item as GuestScreen;
        return null;
    }

    signal staffCalled

    sheetPlace: face?.sheetPlace ?? Qt.rect(0, 0, 0, 0)
    sheetTilt: face?.sheetTilt ?? 0

    component Face: ScreenLoader {
        current: screen.current
        ahead: screen.ahead
    }

    Face {
        id: picking

        name: "picking"
        sourceComponent: PayPicking {
            pay: screen.pay
            limit: screen.limit
            look: screen.look
        }
    }
    Face {
        id: code

        name: "code"
        sourceComponent: PayCode {
            pay: screen.pay
            limit: screen.limit
        }
    }
    Face {
        id: cash

        name: "cash"
        sourceComponent: PayCash {
            pay: screen.pay
            limit: screen.limit
            look: screen.look
            onStaffCalled: screen.staffCalled()
        }
    }
    Face {
        id: voucher

        name: "voucher"
        sourceComponent: PayVoucher {
            pay: screen.pay
            limit: screen.limit
        }
    }
}
