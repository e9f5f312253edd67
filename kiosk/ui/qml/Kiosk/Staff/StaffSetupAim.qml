pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The live picture with the place where a code is held.
StaffFraming {
    id: sight

    cropped: false

    Item {
        id: place

        anchors.centerIn: parent
        width: 0.74 * Math.min(parent.width, parent.height)
        height: width
        visible: sight.shown

        Repeater {
            model: 4

            Item {
                id: corner

                required property int index

                readonly property real arm: 0.16 * place.width
                readonly property real line: Math.max(4, 0.7 * Theme.unit)

                x: index % 2 === 0 ? 0 : place.width - width
                y: index < 2 ? 0 : place.height - height
                width: arm
                height: arm

                Rectangle {
                    y: corner.index < 2 ? 0 : parent.height - height
                    width: parent.width
                    height: corner.line
                    radius: height / 2
                    color: Theme.marigold
                }

                Rectangle {
                    x: corner.index % 2 === 0 ? 0 : parent.width - width
                    width: corner.line
                    height: parent.height
                    radius: width / 2
                    color: Theme.marigold
                }
            }
        }
    }
}
