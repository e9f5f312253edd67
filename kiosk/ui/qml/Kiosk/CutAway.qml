pragma ComponentBehavior: Bound

import QtQuick

// What of the live picture will not be on the print lies in the dark. Nothing moves here.
Item {
    id: cut

    required property rect shown

    Repeater {
        model: cut.shown.width < cut.width - 1 ? 2 : 0

        Rectangle {
            id: edge

            required property int index

            x: index === 0 ? 0 : cut.shown.x + cut.shown.width
            width: index === 0 ? cut.shown.x : cut.width - x
            height: cut.height
            color: Qt.alpha(Theme.night, 0.72)

            Rectangle {
                x: edge.index === 0 ? edge.width - width : 0
                width: Math.max(2, 0.3 * Theme.unit)
                height: edge.height
                color: Theme.paper
            }
        }
    }
}
