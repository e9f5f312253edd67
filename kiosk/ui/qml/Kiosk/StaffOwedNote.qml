import QtQuick

// Guests or money wait: red, and a touch leads to the till.
Touchable {
    id: note

    required property int waiting

    objectName: "homeOwed"
    implicitHeight: 14 * Theme.unit

    Rectangle {
        anchors.fill: parent
        radius: 0.7 * Theme.radius
        color: note.pressed ? Qt.darker(Theme.alarmTint, 1.06) : Theme.alarmTint
        border.width: Math.max(2, 0.3 * Theme.unit)
        border.color: Theme.alarm
    }

    Icon {
        id: sign

        x: 2.6 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        name: "hand"
        size: 5 * Theme.unit
    }

    Column {
        x: sign.x + sign.width + 2.4 * Theme.unit
        width: next.x - x - Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        spacing: 0.3 * Theme.unit

        Words {
            width: parent.width
            text: qsTr("%n tamu menunggu kamu", "", note.waiting)
            color: Theme.alarm
            font.weight: Font.ExtraBold
            lineHeight: 1.1
        }

        Words {
            width: parent.width
            text: qsTr("Sudah bayar dan belum beres. Lihat di kasir.")
            color: Theme.ink
            font.pixelSize: 2.8 * Theme.unit
            lineHeight: 1.1
        }
    }

    Icon {
        id: next

        x: parent.width - width - 2 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        name: "chevron-right"
        size: 4 * Theme.unit
    }
}
