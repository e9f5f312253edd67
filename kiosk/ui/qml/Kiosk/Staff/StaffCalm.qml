import QtQuick
import Kiosk

// Nothing to do here, in one picture.
Column {
    id: calm

    required property string icon
    required property string title
    property string words
    property color tint: Theme.wash

    topPadding: (Theme.portrait ? 18 : 8) * Theme.unit
    spacing: 2.4 * Theme.unit

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        width: 26 * Theme.unit
        height: width
        radius: width / 2
        color: calm.tint

        Icon {
            anchors.centerIn: parent
            name: calm.icon
            size: 12 * Theme.unit
        }
    }

    Heading {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        size: Theme.title
        text: calm.title
    }

    Words {
        width: parent.width
        visible: text !== ""
        horizontalAlignment: Text.AlignHCenter
        text: calm.words
    }
}
