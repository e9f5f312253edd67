import QtQuick
import Kiosk

// The way to a room, and a word about it.
Touchable {
    id: row

    required property string icon
    required property string text
    property string words

    height: (Theme.portrait ? 15 : 13) * Theme.unit

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: row.pressed ? Theme.rule : Theme.sheet
        border.width: Math.max(2, 0.22 * Theme.unit)
        border.color: Theme.edge
    }

    Icon {
        id: sign

        x: 3.4 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        name: row.icon
        size: 5.6 * Theme.unit
    }

    Column {
        x: sign.x + sign.width + 3 * Theme.unit
        width: next.x - x - Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        spacing: 0.4 * Theme.unit

        Words {
            width: parent.width
            text: row.text
            color: Theme.ink
            font.pixelSize: Theme.button
            font.weight: Font.ExtraBold
            lineHeight: 1.1
        }

        Words {
            width: parent.width
            text: row.words
            font.pixelSize: 2.8 * Theme.unit
            lineHeight: 1.1
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }
    }

    Icon {
        id: next

        x: parent.width - width - 2.4 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        name: "chevron-right"
        size: 4 * Theme.unit
    }
}
