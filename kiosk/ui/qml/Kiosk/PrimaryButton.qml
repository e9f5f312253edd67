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
        color: button.held ? Theme.coralPressed : Theme.coral
        border.width: Theme.hairline
        border.color: Theme.coralEdge
    }

    Row {
        anchors.centerIn: parent
        spacing: 0.4 * button.textSize

        Icon {
            name: button.icon || "hand"
            visible: button.icon !== ""
            onDark: Theme.coralDark
            size: 1.15 * button.textSize
            anchors.verticalCenter: parent.verticalCenter
        }

        Text {
            text: button.text
            color: Theme.coralInk
            font.pixelSize: button.textSize
            font.weight: Font.ExtraBold
            font.letterSpacing: -0.01 * button.textSize
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
