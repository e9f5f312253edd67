pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// It is asked once more, with the reason: what is done about money can't be taken back.
StaffPage {
    id: page

    required property StaffDeedModel deed

    title: qsTr("%1?", "what staff are about to do").arg(deed.title)
    words: deed.code

    StaffNotice {
        width: parent.width
        icon: page.deed.icon || "hand"
        title: page.deed.promise
    }

    StaffChoice {
        width: parent.width
        visible: page.deed.asks_why
        title: qsTr("Kenapa?")

        Repeater {
            model: page.deed.reasons

            StaffChip {
                required property var modelData

                objectName: "why:" + modelData.key
                text: modelData.words
                chosen: page.deed.why === modelData.key
                onTapped: page.deed.choose_why(modelData.key)
            }
        }
    }

    actions: [
        StaffHold {
            objectName: "deedConfirm"
            width: parent.width
            text: page.deed.title
            icon: page.deed.icon || "check"
            onHeld: page.deed.confirm()
        },
        StaffButton {
            objectName: "deedBack"
            width: parent.width
            icon: "arrow-left"
            text: qsTr("Tidak jadi")
            onTapped: page.deed.leave()
        }
    ]
}
