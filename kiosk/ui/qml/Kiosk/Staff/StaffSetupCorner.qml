import QtQuick
import Kiosk

// This screen, drawn, with the corner that staff tap.
Item {
    id: drawing

    readonly property bool tall: Theme.portrait

    clip: true
    height: tall ? 1.4 * width : 0.7 * width

    Rectangle {
        anchors.fill: parent
        radius: 0.7 * Theme.radius
        color: Theme.wash
        border.width: 0.6 * Theme.unit
        border.color: Theme.ink
    }

    Repeater {
        model: 3

        Rectangle {
            required property int index

            readonly property real ring: (4 + 5 * index) * Theme.unit

            x: 4 * Theme.unit - ring / 2
            y: 4 * Theme.unit - ring / 2
            width: ring
            height: ring
            radius: ring / 2
            color: index === 0 ? Theme.coral : "transparent"
            border.width: index === 0 ? 0 : 0.4 * Theme.unit
            border.color: Theme.coralEdge
            opacity: 1 - 0.25 * index
        }
    }

    Heading {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: 2.4 * Theme.unit
        text: "5×"
        size: 7 * Theme.unit
    }
}
