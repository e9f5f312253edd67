import QtQuick
import Kiosk

// Something that takes a while, and does not keep staff.
Rectangle {
    id: progress

    required property string words

    height: Math.max(9 * Theme.unit, line.height + 3.6 * Theme.unit)
    radius: 0.7 * Theme.radius
    color: Theme.wash

    Waiting {
        id: sun

        x: 2.4 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        size: 4 * Theme.unit
    }

    Words {
        id: line

        x: sun.x + sun.width + 2 * Theme.unit
        width: parent.width - x - 2 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        text: progress.words
        color: Theme.ink
        font.weight: Font.DemiBold
        lineHeight: 1.1
    }
}
