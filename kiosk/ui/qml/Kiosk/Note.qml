import QtQuick

// A word about how things go, on marigold.
Rectangle {
    id: note

    property string text

    width: row.width + 4 * Theme.unit
    height: 6 * Theme.unit
    radius: height / 2
    color: Theme.marigold
    opacity: text !== "" ? 1 : 0
    visible: opacity > 0

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.calm
        }
    }

    Row {
        id: row

        anchors.centerIn: parent
        spacing: 1.2 * Theme.unit

        Icon {
            name: "wifi-off"
            onDark: Theme.marigoldDark
            size: 3.2 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
        }

        Text {
            text: note.text
            color: Theme.marigoldInk
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
