pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// A guest reads out their code: a few letters are enough.
StaffPage {
    id: page

    required property StaffModel staff
    readonly property StaffTillModel till: staff.till

    title: qsTr("Kode tamu")
    words: till.typed === "" ? qsTr("Minta tamu menunjukkan kodenya.") : till.found_count === 0 ? qsTr("Tidak ada utang dengan kode ini. Mungkin sudah diselesaikan.") : ""

    Component {
        id: boxes

        Row {
            spacing: 1.6 * Theme.unit

            Repeater {
                model: page.till.code_length

                Rectangle {
                    id: box

                    required property int index

                    width: (Theme.portrait ? 13 : 8) * Theme.unit
                    height: (Theme.portrait ? 13 : 9) * Theme.unit
                    radius: 0.7 * Theme.radius
                    color: index < page.till.typed.length ? Theme.calmTint : Theme.wash
                    border.width: 0.3 * Theme.unit
                    border.color: index === page.till.typed.length ? Theme.ink : Theme.rule

                    Heading {
                        anchors.centerIn: parent
                        text: page.till.typed.charAt(box.index)
                        size: (Theme.portrait ? 7 : 5.6) * Theme.unit
                    }
                }
            }
        }
    }

    Loader {
        anchors.horizontalCenter: parent?.horizontalCenter
        active: Theme.portrait
        visible: active
        sourceComponent: boxes
    }

    Grid {
        id: pad

        readonly property real key: (width - (columns - 1) * spacing) / columns

        width: parent.width
        columns: Math.floor((width + spacing) / (Theme.finger + spacing))
        spacing: 1.2 * Theme.unit

        Repeater {
            model: page.till.letters

            StaffKey {
                required property string modelData

                objectName: "codeKey:" + modelData
                width: pad.key
                height: Theme.finger
                size: 4.4 * Theme.unit
                text: modelData
                onTapped: page.till.press(modelData)
            }
        }

        StaffKey {
            objectName: "codeErase"
            width: pad.key
            height: Theme.finger
            icon: "delete"
            text: ""
            small: true
            enabled: page.till.typed !== ""
            onTapped: page.till.erase()
        }
    }

    Repeater {
        model: page.till.claims

        StaffClaimRow {
            required property StaffClaimModel item

            width: parent?.width ?? 0
            visible: page.till.typed !== "" && item.code.startsWith(page.till.typed)
            claim: item
            onTapped: page.till.open_claim(item.id)
        }
    }

    actions: [
        // In landscape beside the keys, so that the guest who is found stands below them at once.
        Loader {
            active: !Theme.portrait
            visible: active
            sourceComponent: boxes
        },
        StaffButton {
            objectName: "tillBack"
            width: parent.width
            icon: "arrow-left"
            text: qsTr("Kembali")
            onTapped: page.till.open_till()
        }
    ]
}
