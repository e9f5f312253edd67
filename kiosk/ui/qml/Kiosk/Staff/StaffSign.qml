import QtQuick
import Kiosk

// What a printer does, as a shape of its own: round when it works, square when it is stopped, on
// its edge when it needs a hand.
Item {
    id: sign

    required property string doing

    readonly property var look: ({
            ready: ["circle-check", Theme.calmTint, 0.5, 0],
            printing: ["printer", Theme.calmTint, 0.5, 0],
            waits: ["triangle-alert", Theme.alarmTint, 0.08, 45],
            paused: ["pause", Theme.wash, 0.12, 0],
            resting: ["clock", Theme.warnTint, 0.5, 0],
            unknown: ["circle-question-mark", Theme.wash, 0.12, 0]
        })[doing]

    width: 10 * Theme.unit
    height: width

    Rectangle {
        anchors.centerIn: parent
        width: sign.look[3] === 0 ? parent.width : 0.76 * parent.width
        height: width
        radius: sign.look[2] * width
        rotation: sign.look[3]
        color: sign.look[1]
    }

    Icon {
        anchors.centerIn: parent
        name: sign.look[0]
        size: 5 * Theme.unit
    }
}
