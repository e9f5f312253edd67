pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// All is ready, and how staff come back in.
StaffPage {
    id: page

    required property StaffModel staff

    title: qsTr("Booth ini siap!")
    words: qsTr("Tamu pertamamu boleh datang.")

    Row {
        width: parent.width
        spacing: 5 * Theme.unit

        StaffSetupCorner {
            id: corner

            width: (Theme.portrait ? 26 : 20) * Theme.unit
        }

        Column {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - corner.width - parent.spacing
            spacing: 1.2 * Theme.unit

            Heading {
                width: parent.width
                size: 4.6 * Theme.unit
                lineHeight: 1
                text: qsTr("Begini petugas masuk")
            }

            Words {
                width: parent.width
                color: Theme.ink
                text: qsTr("Ketuk sudut kiri atas layar lima kali dalam tiga detik, lalu ketik PIN.")
            }
        }
    }

    Repeater {
        model: [qsTr("Lisensi aktif, PIN pemilik terpasang"), page.staff.printers.first !== null ? qsTr("%1 siap mencetak").arg(page.staff.printers.first.name) : qsTr("Printer bisa ditambah kapan saja"), qsTr("Nama acara, harga dan paket: Lainnya, lalu Acara")]

        Row {
            id: line

            required property string modelData
            required property int index

            width: parent?.width ?? 0
            spacing: 2 * Theme.unit

            Icon {
                id: sign

                name: line.index < 2 ? "circle-check" : "info"
                size: 4.6 * Theme.unit
            }

            Words {
                width: parent.width - sign.width - parent.spacing
                anchors.verticalCenter: parent.verticalCenter
                text: line.modelData
                lineHeight: 1.1
                color: Theme.ink
            }
        }
    }

    actions: StaffButton {
        objectName: "setupFinish"
        width: parent?.width ?? 0
        implicitHeight: 15 * Theme.unit
        textSize: Theme.button
        filled: true
        icon: "check"
        text: qsTr("Buka booth")
        onTapped: page.staff.setup.finish()
    }
}
