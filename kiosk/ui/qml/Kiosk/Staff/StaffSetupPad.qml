pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// Ten digits, one back, one on, for the PIN that is made.
Grid {
    id: pad

    required property StaffSetupModel setup
    required property real keyHeight

    readonly property real keyWidth: (width - 2 * spacing) / 3

    columns: 3
    spacing: 2 * Theme.unit

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", ">"]

        StaffKey {
            required property string modelData

            readonly property bool erases: modelData === ""
            readonly property bool enters: modelData === ">"

            objectName: erases ? "setupErase" : enters ? "setupEnter" : "setupKey:" + modelData
            width: pad.keyWidth
            height: pad.keyHeight
            icon: erases ? "delete" : enters ? "arrow-right" : ""
            text: erases ? qsTr("Hapus") : enters ? qsTr("Lanjut") : modelData
            small: erases || enters
            filled: enters
            enabled: erases ? pad.setup.typed > 0 : enters ? pad.setup.complete : true
            onTapped: erases ? pad.setup.erase() : enters ? pad.setup.enter() : pad.setup.press(modelData)
        }
    }
}
