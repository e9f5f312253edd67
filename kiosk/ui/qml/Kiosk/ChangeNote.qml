import QtQuick
import Kiosk.Models

// Money that the guest gets back: how much, and the code that staff ask for.
Rectangle {
    id: note

    required property ChangeModel change

    visible: change.amount !== ""
    height: 13 * Theme.unit
    radius: Theme.radius
    color: Theme.marigold

    Icon {
        id: sign

        x: 3 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        name: "banknote"
        onDark: Theme.marigoldDark
        size: 6.4 * Theme.unit
    }

    Column {
        x: sign.x + sign.width + 2.4 * Theme.unit
        width: parent.width - x - 2 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        spacing: 0.6 * Theme.unit

        Text {
            text: qsTr("Kembalian %1").arg(note.change.amount)
            color: Theme.marigoldInk
            font.pixelSize: Theme.button
            font.weight: Font.ExtraBold
        }

        Text {
            text: qsTr("Tunjukkan kode %1 ke petugas").arg(note.change.claim_code)
            color: Theme.marigoldInk
            font.pixelSize: 3 * Theme.unit
            font.weight: Font.DemiBold
        }
    }
}
