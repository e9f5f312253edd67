import QtQuick

// The one thing to touch on a screen.
Touchable {
    id: button

    required property string text
    property string icon: ""
    property real textSize: Theme.button
    property bool held: pressed

    implicitHeight: Theme.touch
    opacity: enabled ? 1 : 0.45
    scale: held ? 0.98 : 1

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: button.held ? Qt.darker(Theme.coral, 1.12) : Theme.coral
    }

    Row {
        anchors.centerIn: parent
        spacing: 0.4 * button.textSize

        Icon {
            name: button.icon || "hand"
            visible: button.icon !== ""
            size: 1.15 * button.textSize
            anchors.verticalCenter: parent.verticalCenter
        }

        Text {
            text: button.text
            color: Theme.ink
            font.pixelSize: button.textSize
            font.weight: Font.ExtraBold
            font.letterSpacing: -0.01 * button.textSize
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
