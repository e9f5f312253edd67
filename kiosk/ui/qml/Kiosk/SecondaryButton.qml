import QtQuick

// The way back, or out.
Touchable {
    id: button

    required property string text
    property string icon: ""

    implicitHeight: Theme.least
    opacity: enabled ? 1 : 0.45

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: button.pressed ? Theme.line : Theme.card
        border.width: Theme.hairline
        border.color: Theme.line
    }

    Row {
        anchors.centerIn: parent
        spacing: 1.4 * Theme.unit

        Icon {
            name: button.icon || "x"
            visible: button.icon !== ""
            size: 3.6 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
        }

        Text {
            text: button.text
            color: Theme.ink
            font.pixelSize: Theme.text
            font.weight: Font.DemiBold
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
