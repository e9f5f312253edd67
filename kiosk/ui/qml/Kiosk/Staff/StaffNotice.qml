import QtQuick
import Kiosk

// Something that staff should know before all else.
Rectangle {
    id: notice

    property string icon: "circle-alert"
    required property string title
    property string words

    height: lines.height + 4 * Theme.unit
    radius: 0.7 * Theme.radius
    color: Theme.warnTint

    Icon {
        id: sign

        x: 2.4 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        name: notice.icon
        size: 5 * Theme.unit
    }

    Column {
        id: lines

        x: sign.x + sign.width + 2.4 * Theme.unit
        y: 2 * Theme.unit
        width: parent.width - x - 2.4 * Theme.unit
        spacing: 0.4 * Theme.unit

        Words {
            width: parent.width
            text: notice.title
            color: Theme.ink
            font.weight: Font.ExtraBold
            lineHeight: 1.1
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: notice.words
            color: Theme.ink
            font.pixelSize: 2.8 * Theme.unit
        }
    }
}
