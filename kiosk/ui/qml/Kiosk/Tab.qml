import QtQuick

// One of the questions that a screen asks in turn.
Touchable {
    id: tab

    required property string text
    required property string icon
    property bool current: false

    Rectangle {
        anchors.fill: parent
        anchors.margins: 0.7 * Theme.unit
        radius: 0.8 * Theme.radius
        color: tab.current ? (tab.pressed ? Theme.inkPressed : Theme.ink) : tab.pressed ? Theme.card : "transparent"
    }

    Row {
        anchors.centerIn: parent
        spacing: 1.4 * Theme.unit

        Icon {
            name: tab.icon
            onDark: tab.current
            size: 4.2 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
        }

        Text {
            text: tab.text
            color: tab.current ? Theme.paper : Theme.ink
            font.pixelSize: 3.6 * Theme.unit
            font.weight: Font.ExtraBold
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
