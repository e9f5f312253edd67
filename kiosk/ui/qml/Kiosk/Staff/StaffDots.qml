pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// How many digits there are. They shake their head at a wrong PIN.
Item {
    id: dots

    required property StaffGateModel gate

    readonly property int places: Math.max(4, gate.typed)

    width: row.width
    height: 6 * Theme.unit

    Connections {
        target: dots.gate

        function onRefused(): void {
            if (!Theme.reducedMotion)
                shake.restart();
        }
    }

    Row {
        id: row

        anchors.verticalCenter: parent.verticalCenter
        spacing: 2.4 * Theme.unit

        Repeater {
            model: dots.places

            Rectangle {
                required property int index

                width: 4 * Theme.unit
                height: width
                radius: width / 2
                color: index < dots.gate.typed ? Theme.ink : Theme.sheet
                border.width: 0.4 * Theme.unit
                border.color: index < dots.gate.typed ? Theme.ink : Theme.edge
            }
        }
    }

    SequentialAnimation {
        id: shake

        loops: 2

        NumberAnimation {
            target: row
            property: "x"
            to: 2 * Theme.unit
            duration: 60
        }
        NumberAnimation {
            target: row
            property: "x"
            to: -2 * Theme.unit
            duration: 100
        }
        NumberAnimation {
            target: row
            property: "x"
            to: 0
            duration: 60
        }
    }
}
