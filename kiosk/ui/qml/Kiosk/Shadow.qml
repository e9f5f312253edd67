pragma ComponentBehavior: Bound

import QtQuick

// Soft daylight from above, without a shader: a few pale rounded sheets under its parent.
Item {
    id: shadow

    property real depth: 1.6 * Theme.unit
    property real radius: 0.5 * Theme.unit

    anchors.fill: parent
    z: -1

    Repeater {
        model: 3

        Rectangle {
            required property int index
            readonly property real spread: shadow.depth * (index + 1) / 3

            x: -0.55 * spread
            y: -0.2 * spread
            width: shadow.width + 1.1 * spread
            height: shadow.height + 1.1 * spread
            radius: shadow.radius + spread
            color: "#102A1D0A"
        }
    }
}
