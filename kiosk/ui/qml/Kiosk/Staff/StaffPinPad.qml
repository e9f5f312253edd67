pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// Ten digits, one back, one on.
Grid {
    id: pad

    required property StaffGateModel gate
    required property real keyHeight

    readonly property real keyWidth: (width - 2 * spacing) / 3

    columns: 3
    spacing: 2 * Theme.unit

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

        StaffKey {
            required property string modelData

            objectName: "pinKey:" + modelData
            width: pad.keyWidth
            height: pad.keyHeight
            text: modelData
            onTapped: pad.gate.press(modelData)
        }
    }

    StaffKey {
        objectName: "pinErase"
        width: pad.keyWidth
        height: pad.keyHeight
        icon: "delete"
        text: qsTr("Hapus")
        small: true
        enabled: pad.gate.typed > 0
        onTapped: pad.gate.erase()
    }

    StaffKey {
        objectName: "pinKey:0"
        width: pad.keyWidth
        height: pad.keyHeight
        text: "0"
        onTapped: pad.gate.press("0")
    }

    StaffKey {
        objectName: "pinEnter"
        width: pad.keyWidth
        height: pad.keyHeight
        icon: "arrow-right"
        text: qsTr("Masuk")
        small: true
        filled: true
        enabled: pad.gate.complete
        onTapped: pad.gate.enter()
    }
}
