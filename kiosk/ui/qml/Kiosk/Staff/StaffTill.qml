pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// Who waits for staff because of money: the guest at the screen first, then all that is owed.
StaffPage {
    id: page

    required property StaffModel staff
    readonly property StaffTillModel till: staff.till
    readonly property bool calm: till.waiting === 0

    title: qsTr("Kasir")
    words: till.shift.words

    StaffCashDue {
        visible: page.till.cash_waits
        width: parent.width
        till: page.till
    }

    StaffCalm {
        visible: page.calm
        width: parent.width
        icon: "check"
        tint: Theme.calmTint
        title: qsTr("Semua beres")
        words: qsTr("Tidak ada tamu yang menunggu uang atau cetakan.")
    }

    Words {
        visible: page.till.claim_count > 0
        width: parent.width
        text: qsTr("Belum selesai: %1 tamu").arg(page.till.claim_count)
        color: Theme.ink
        font.weight: Font.ExtraBold
    }

    Repeater {
        model: page.till.claims

        StaffClaimRow {
            required property StaffClaimModel item

            width: parent?.width ?? 0
            claim: item
            onTapped: page.till.open_claim(item.id)
        }
    }

    actions: [
        StaffButton {
            objectName: "tillCode"
            width: parent.width
            icon: "search"
            text: qsTr("Cari kode tamu")
            visible: page.till.claim_count > 0
            onTapped: page.till.open_code()
        },
        StaffButton {
            objectName: "tillShift"
            width: parent.width
            implicitHeight: 12 * Theme.unit
            textSize: Theme.button
            icon: page.till.shift.open ? "banknote" : "lock"
            filled: !page.till.shift.open && !page.till.cash_waits
            text: page.till.shift.open ? qsTr("Laci kasir") : qsTr("Buka kasir")
            onTapped: page.till.shift.open ? page.till.open_shift() : page.till.count_drawer()
        }
    ]
}
