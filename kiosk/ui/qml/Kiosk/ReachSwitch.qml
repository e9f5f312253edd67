import QtQuick

// Brings everything that is touched within reach of a wheelchair, and back.
Touchable {
    id: button

    property bool lowered: false
    property bool dark: false

    implicitWidth: Math.max(Theme.fingertip, row.width + 4 * Theme.unit)
    implicitHeight: Theme.fingertip

    Rectangle {
        anchors.fill: parent
        radius: height / 2
        color: button.pressed ? (button.dark ? Theme.inkPressed : Theme.line) : (button.dark ? Theme.night : Theme.paper) // a sheet may lie below
        border.width: Theme.hairline
        border.color: button.dark ? Theme.inkPressed : Theme.line
    }

    Row {
        id: row

        anchors.centerIn: parent
        spacing: 1.2 * Theme.unit

        Icon {
            name: "accessibility"
            onDark: button.dark
            size: 3.4 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
        }

        Text {
            text: button.lowered ? qsTr("Naikkan layar") : qsTr("Turunkan layar")
            color: button.dark ? Theme.paperSoft : Theme.ink
            font.pixelSize: button.lowered ? Theme.text : Theme.small
            font.weight: Font.DemiBold
            anchors.verticalCenter: parent.verticalCenter
        }

        Icon {
            name: button.lowered ? "arrow-up" : "arrow-down"
            onDark: button.dark
            size: 2.8 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
