pragma ComponentBehavior: Bound

import QtQuick

// Something is being done and cannot be hurried: a small sun that rolls.
Item {
    id: waiting

    property real size: 9 * Theme.unit

    width: 3 * size
    height: size

    Repeater {
        model: 3

        Rectangle {
            id: dot

            required property int index

            x: index * waiting.size
            y: (waiting.height - height) / 2
            width: 0.55 * waiting.size
            height: width
            radius: width / 2
            color: Theme.marigold

            SequentialAnimation on scale {
                running: waiting.visible && !Theme.reducedMotion
                loops: Animation.Infinite

                PauseAnimation {
                    duration: 160 * dot.index
                }
                NumberAnimation {
                    to: 0.5
                    duration: 320
                    easing.type: Easing.InOutQuad
                }
                NumberAnimation {
                    to: 1
                    duration: 320
                    easing.type: Easing.InOutQuad
                }
                PauseAnimation {
                    duration: 160 * (2 - dot.index) + 260
                }
            }
        }
    }
}
