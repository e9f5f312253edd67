import QtQuick
import Kiosk

// The way back to the guests' screens.
Touchable {
    id: out

    objectName: "staffLeave"
    width: label.width + 6 * Theme.unit

    Rectangle {
        anchors.fill: parent
        anchors.margins: 1.2 * Theme.unit
        radius: 0.7 * Theme.radius
        color: out.pressed ? "#3A3650" : "transparent"
        border.width: Math.max(2, 0.25 * Theme.unit)
        border.color: Theme.paperSoft
    }

    Row {
        id: label

        anchors.centerIn: parent
        spacing: 1.2 * Theme.unit

        Icon {
            name: "log-out"
            onDark: true
            size: 3.8 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
        }

        Words {
            text: qsTr("Keluar")
            color: Theme.paper
            font.weight: Font.DemiBold
            lineHeight: 1
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
