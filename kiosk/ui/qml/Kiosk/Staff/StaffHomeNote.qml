import QtQuick
import Kiosk

// What is said above all on the first page, and a touch leads to where it is seen to.
Touchable {
    id: note

    required property string icon
    required property string title
    required property string words
    required property color tint
    required property color edge

    implicitHeight: 14 * Theme.unit

    Rectangle {
        anchors.fill: parent
        radius: 0.7 * Theme.radius
        color: note.pressed ? Qt.darker(note.tint, 1.06) : note.tint
        border.width: Math.max(2, 0.3 * Theme.unit)
        border.color: note.edge
    }

    Icon {
        id: sign

        x: 2.6 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        name: note.icon
        size: 5 * Theme.unit
    }

    Column {
        x: sign.x + sign.width + 2.4 * Theme.unit
        width: next.x - x - Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        spacing: 0.3 * Theme.unit

        Words {
            width: parent.width
            text: note.title
            color: note.edge
            font.weight: Font.ExtraBold
            lineHeight: 1.1
        }

        Words {
            width: parent.width
            text: note.words
            color: Theme.ink
            font.pixelSize: 2.8 * Theme.unit
            lineHeight: 1.1
        }
    }

    Icon {
        id: next

        x: parent.width - width - 2 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        name: "chevron-right"
        size: 4 * Theme.unit
    }
}
