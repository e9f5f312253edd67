pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// How far the first start has come: a bar for each step, and which one this is in words.
Item {
    id: steps

    required property StaffSetupModel setup

    readonly property real pad: 4.5 * Theme.unit

    height: words.y + words.height

    Row {
        id: bars

        x: steps.pad
        y: 3 * Theme.unit
        spacing: 1.2 * Theme.unit

        Repeater {
            model: steps.setup.steps

            Rectangle {
                required property int index

                width: (steps.width - 2 * steps.pad - (steps.setup.steps - 1) * bars.spacing) / steps.setup.steps
                height: 1.2 * Theme.unit
                radius: height / 2
                color: index < steps.setup.place - 1 ? Theme.mint : index === steps.setup.place - 1 ? Theme.ink : Theme.rule
            }
        }
    }

    Words {
        id: words

        objectName: "setupPlace"
        x: steps.pad
        y: bars.y + 2.8 * Theme.unit
        width: parent.width - 2 * x
        text: steps.setup.place > steps.setup.steps ? qsTr("Semua langkah selesai") : qsTr("Langkah %1 dari %2").arg(steps.setup.place).arg(steps.setup.steps)
        font.pixelSize: 2.8 * Theme.unit
        font.weight: Font.DemiBold
        lineHeight: 1
    }
}
