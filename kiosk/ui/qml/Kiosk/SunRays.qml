pragma ComponentBehavior: Bound

import QtQuick

// The rays of a sun, round the disc that this lies on.
Item {
    id: rays

    property int count: 20
    property real reach: 1 // from 0, where none is seen, to 1
    property real length: 0.08 * width
    property color color: Theme.marigold

    readonly property real thickness: 0.036 * width

    visible: reach > 0

    Repeater {
        model: rays.count

        Item {
            required property int index

            anchors.centerIn: parent
            width: rays.thickness
            height: rays.width + 3.4 * rays.length
            rotation: (index + 0.5) * 360 / rays.count

            Rectangle {
                y: (1 - rays.reach) * 1.7 * rays.length
                width: parent.width
                height: rays.reach * rays.length
                radius: width / 2
                color: rays.color
                antialiasing: true
            }
        }
    }
}
