pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// The gate: a PIN, or why none is taken now.
Item {
    id: pin

    required property StaffGateModel gate

    readonly property string mood: gate.state === "asking" && gate.checking ? "checking" : gate.state
    readonly property bool locked: mood === "locked"
    readonly property bool none: mood === "no-pin"

    Column {
        id: words

        readonly property real wide: Theme.portrait ? parent.width - 12 * Theme.unit : (pin.none ? 100 : 62) * Theme.unit
        readonly property real room: Theme.portrait || pin.none ? parent.width : parent.width / 2 + 6 * Theme.unit

        x: (room - wide) / 2
        y: Theme.portrait ? 9 * Theme.unit : (parent.height - height) / 2
        width: wide
        spacing: 2.4 * Theme.unit

        Icon {
            name: pin.none ? "circle-alert" : "lock"
            size: 9 * Theme.unit
            anchors.horizontalCenter: parent.horizontalCenter
        }

        Heading {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            size: 6.4 * Theme.unit
            text: pin.none ? qsTr("Belum ada PIN petugas") : pin.locked ? qsTr("Terkunci sementara") : qsTr("PIN petugas")
        }

        Words {
            id: line

            objectName: "pinWords"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            color: Theme.ink
            text: pin.none ? qsTr("Pengelola booth memasangnya sekali di komputer booth ini, dengan perintah:") : pin.locked ? qsTr("PIN salah %1 kali berturut-turut. Coba lagi dalam:").arg(pin.gate.wrong) : pin.gate.checking ? qsTr("Sedang diperiksa…") : pin.gate.state === "wrong" && pin.gate.typed === 0 ? qsTr("PIN-nya salah. Coba sekali lagi.") : qsTr("4 sampai 8 angka, lalu sentuh Masuk.")
        }

        Rectangle {
            visible: pin.none
            width: parent.width
            height: 13 * Theme.unit
            radius: 0.7 * Theme.radius
            color: Theme.wash

            Text {
                anchors.centerIn: parent
                text: "kiosk staff pin"
                color: Theme.ink
                font.family: "monospace"
                font.pixelSize: Theme.button
            }
        }

        Words {
            visible: pin.none
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Setelah itu, ketuk sudut layar lima kali lagi.")
        }

        Heading {
            visible: pin.locked
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            size: 14 * Theme.unit
            font.features: ({
                    tnum: 1
                })
            text: qsTr("%1.%2", "minutes and seconds that are left").arg(Math.floor(Math.max(0, pin.gate.limit.seconds_left) / 60)).arg(String(Math.max(0, pin.gate.limit.seconds_left) % 60).padStart(2, "0"))
        }

        Words {
            objectName: "pinNextLock"
            visible: pin.locked && text !== ""
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: pin.gate.lock_words
        }

        StaffDots {
            id: dots

            visible: !pin.locked && !pin.none
            anchors.horizontalCenter: parent.horizontalCenter
            gate: pin.gate
        }
    }

    StaffPinPad {
        visible: !pin.none
        enabled: !pin.locked
        opacity: pin.locked ? 0.35 : 1
        x: Theme.portrait ? (parent.width - width) / 2 : parent.width / 2 + (parent.width / 2 - width) / 2
        y: Theme.portrait ? parent.height - height - 9 * Theme.unit : (parent.height - height) / 2
        keyHeight: (Theme.portrait ? 19 : 17.5) * Theme.unit
        width: (Theme.portrait ? 84 : 66) * Theme.unit
        gate: pin.gate
    }
}
