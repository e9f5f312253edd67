import QtQuick
import Kiosk

// One key of a pad.
Touchable {
    id: key

    required property string text
    property string icon: ""
    property bool small: false
    property bool filled: false
    property real size: 7 * Theme.unit

    opacity: enabled ? 1 : 0.45

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: key.filled ? (key.pressed ? Theme.coralPressed : Theme.coral) : key.pressed ? Theme.rule : Theme.wash
    }

    Column {
        anchors.centerIn: parent
        spacing: 0.6 * Theme.unit

        Icon {
            name: key.icon || "hand"
            visible: key.icon !== ""
            onDark: key.filled && Theme.coralDark
            size: 5 * Theme.unit
            anchors.horizontalCenter: parent.horizontalCenter
        }

        Text {
            text: key.text
            visible: text !== ""
            color: key.filled ? Theme.coralInk : Theme.ink
            font.pixelSize: key.small ? Theme.small : key.size
            font.weight: key.small ? Font.DemiBold : Font.ExtraBold
            anchors.horizontalCenter: parent.horizontalCenter
        }
    }
}
