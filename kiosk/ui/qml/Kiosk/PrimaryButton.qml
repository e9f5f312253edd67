import QtQuick

// The one thing to touch on a screen.
Touchable {
    id: button

    required property string text
    property string icon: ""

    implicitHeight: Theme.touch
    opacity: enabled ? 1 : 0.45
    scale: pressed ? 0.98 : 1

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: button.pressed ? Qt.darker(Theme.coral, 1.12) : Theme.coral
    }

    Row {
        anchors.centerIn: parent
        spacing: 1.6 * Theme.unit

        Icon {
            name: button.icon || "hand"
            visible: button.icon !== ""
            size: 1.15 * Theme.button
            anchors.verticalCenter: parent.verticalCenter
        }

        Text {
            text: button.text
            color: Theme.ink
            font.pixelSize: Theme.button
            font.weight: Font.ExtraBold
            font.letterSpacing: -0.01 * Theme.button
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
