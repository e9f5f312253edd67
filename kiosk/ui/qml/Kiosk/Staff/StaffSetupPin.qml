pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// The owner's PIN, typed twice.
Item {
    id: pin

    required property StaffSetupModel setup
    readonly property bool again: setup.page === "again"

    Column {
        id: words

        x: Theme.portrait ? 6 * Theme.unit : 4.5 * Theme.unit
        y: Theme.portrait ? 4 * Theme.unit : (parent.height - height) / 2
        width: Theme.portrait ? parent.width - 2 * x : parent.width / 2 - x
        spacing: 2.4 * Theme.unit

        Heading {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            size: 6.4 * Theme.unit
            text: pin.again ? qsTr("Sekali lagi, PIN yang sama") : qsTr("Buat PIN pemilik")
        }

        Words {
            objectName: "setupPinWords"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            color: pin.setup.pin_wrong !== "" ? Theme.alarm : Theme.ink
            font.weight: pin.setup.pin_wrong !== "" ? Font.DemiBold : Font.Medium
            text: pin.setup.pin_wrong !== "" ? pin.setup.pin_wrong : pin.again ? qsTr("Supaya tidak ada yang salah ketik.") : qsTr("4 sampai 8 angka untuk %1. Jangan pakai yang mudah ditebak.").arg(pin.setup.name)
        }

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            height: 6 * Theme.unit
            spacing: 2.4 * Theme.unit

            Repeater {
                model: Math.max(4, pin.setup.typed)

                Rectangle {
                    required property int index

                    width: 4 * Theme.unit
                    height: width
                    radius: width / 2
                    color: index < pin.setup.typed ? Theme.ink : Theme.sheet
                    border.width: 0.4 * Theme.unit
                    border.color: index < pin.setup.typed ? Theme.ink : Theme.edge
                }
            }
        }

        StaffButton {
            objectName: "setupBack"
            anchors.horizontalCenter: parent.horizontalCenter
            icon: "arrow-left"
            text: qsTr("Kembali")
            onTapped: pin.setup.back()
        }
    }

    StaffSetupPad {
        x: Theme.portrait ? (parent.width - width) / 2 : parent.width / 2 + (parent.width / 2 - width) / 2
        y: Theme.portrait ? parent.height - height - 6 * Theme.unit : (parent.height - height) / 2
        width: (Theme.portrait ? 84 : 66) * Theme.unit
        keyHeight: (Theme.portrait ? 18 : 15) * Theme.unit
        setup: pin.setup
    }
}
