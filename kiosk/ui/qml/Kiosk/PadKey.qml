import QtQuick

// One key of the voucher's pad.
Touchable {
    id: key

    required property string text
    property string icon: ""

    opacity: enabled ? 1 : 0.45

    Rectangle {
        anchors.fill: parent
        radius: 0.7 * Theme.radius
        color: key.pressed ? Theme.marigold : Theme.card
        border.width: Theme.hairline
        border.color: Theme.line
    }

    Row {
        anchors.centerIn: parent
        spacing: 1.2 * Theme.unit

        Icon {
            name: key.icon || "delete"
            visible: key.icon !== ""
            onDark: key.pressed && Theme.marigoldDark
            size: 4.6 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
        }

        Text {
            text: key.text
            color: key.pressed ? Theme.marigoldInk : Theme.ink
            font.pixelSize: key.icon === "" ? 5.6 * Theme.unit : Theme.text
            font.weight: Font.Bold
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
