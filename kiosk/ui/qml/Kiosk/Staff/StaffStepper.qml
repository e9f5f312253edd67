pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// A number, and what changes it by ten and by one.
Item {
    id: stepper

    required property int value

    readonly property real key: 16 * Theme.unit

    signal step(by: int)

    height: 15 * Theme.unit

    component Step: StaffButton {
        required property int by

        objectName: "step:" + by
        width: stepper.key
        height: stepper.height
        textSize: Theme.button
        text: (by < 0 ? "−" : "+") + Math.abs(by)
        onTapped: stepper.step(by)
    }

    Row {
        spacing: 1.4 * Theme.unit

        Step {
            by: -10
        }
        Step {
            by: -1
        }
    }

    Heading {
        anchors.centerIn: parent
        text: stepper.value
        size: 9 * Theme.unit
        font.features: ({
                tnum: 1
            })
    }

    Row {
        anchors.right: parent.right
        spacing: 1.4 * Theme.unit

        Step {
            by: 1
        }
        Step {
            by: 10
        }
    }
}
