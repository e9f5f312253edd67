import QtQuick
import Kiosk

// The licence key is good, and for how long.
Rectangle {
    id: good

    required property string words

    height: 11 * Theme.unit
    radius: 0.7 * Theme.radius
    color: Theme.calmTint

    Icon {
        id: tick

        x: 2.4 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        name: "circle-check"
        size: 5 * Theme.unit
    }

    Words {
        objectName: "licenceGood"
        x: tick.x + tick.width + 2 * Theme.unit
        width: parent.width - x - 2 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        text: good.words
        color: Theme.ink
        font.weight: Font.DemiBold
        lineHeight: 1.1
    }
}
