import QtQuick
import Kiosk
import Kiosk.Models

// A guest stands at the screen with cash: how much to take, and that it was taken.
Rectangle {
    id: due

    required property StaffTillModel till

    height: body.height + 6 * Theme.unit
    radius: Theme.radius
    color: Theme.sheet
    border.width: 0.6 * Theme.unit
    border.color: Theme.alarm

    Column {
        id: body

        x: 3 * Theme.unit
        y: 3 * Theme.unit
        width: parent.width - 2 * x
        spacing: 2 * Theme.unit

        Row {
            spacing: 1.2 * Theme.unit

            Icon {
                name: "hand"
                size: 3.8 * Theme.unit
                anchors.verticalCenter: parent.verticalCenter
            }

            Words {
                text: qsTr("Tamu menunggu di layar")
                color: Theme.alarm
                font.weight: Font.ExtraBold
                lineHeight: 1
                anchors.verticalCenter: parent.verticalCenter
            }
        }

        Words {
            width: parent.width
            text: qsTr("Paket %1, terima").arg(due.till.cash_package)
            color: Theme.ink
            lineHeight: 1.1
        }

        Heading {
            objectName: "cashAmount"
            width: parent.width
            text: due.till.cash_amount
            size: 11 * Theme.unit
            font.features: ({
                    tnum: 1
                })
        }

        StaffHold {
            objectName: "cashTake"
            visible: due.till.shift.open
            width: parent.width
            enabled: !due.till.cash_busy
            icon: "banknote"
            text: due.till.cash_busy ? qsTr("Sedang dicatat…") : qsTr("Uang diterima")
            onHeld: due.till.take_cash()
        }

        StaffButton {
            objectName: "cashOpenShift"
            visible: !due.till.shift.open
            width: parent.width
            implicitHeight: 15 * Theme.unit
            textSize: Theme.button
            filled: true
            icon: "lock"
            text: qsTr("Buka kasir dulu")
            onTapped: due.till.count_drawer()
        }
    }
}
