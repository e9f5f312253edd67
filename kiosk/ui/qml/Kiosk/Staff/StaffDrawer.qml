pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// The money in the drawer is counted: at the beginning of a shift, and at its end.
StaffPage {
    id: page

    required property StaffModel staff
    readonly property StaffShiftModel shift: staff.till.shift

    title: shift.ending ? qsTr("Tutup kasir") : qsTr("Buka kasir")
    words: shift.ending ? qsTr("Hitung semua uang di laci.") : qsTr("Hitung modal awal di laci.")

    Rectangle {
        width: parent.width
        height: (Theme.portrait ? 14 : 12) * Theme.unit
        radius: 0.7 * Theme.radius
        color: Theme.wash

        Heading {
            objectName: "drawerAmount"
            anchors.centerIn: parent
            text: page.shift.amount
            color: page.shift.counted ? Theme.ink : Theme.edge
            size: 8.4 * Theme.unit
            font.features: ({
                    tnum: 1
                })
        }
    }

    Item {
        width: parent.width
        height: page.shift.ending && Theme.portrait ? notes.y + notes.height : pad.height

        Grid {
            id: pad

            readonly property real key: (width - 2 * spacing) / 3
            readonly property real high: (!Theme.portrait ? 12.5 : page.shift.ending ? 9 : 12) * Theme.unit

            width: page.shift.ending && !Theme.portrait ? 0.56 * parent.width : parent.width
            columns: 3
            spacing: 1.6 * Theme.unit

            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "000", "0"]

                StaffKey {
                    required property string modelData

                    objectName: "drawerKey:" + modelData
                    width: pad.key
                    height: pad.high
                    size: 5.6 * Theme.unit
                    text: modelData
                    onTapped: page.shift.press(modelData)
                }
            }

            StaffKey {
                objectName: "drawerErase"
                width: pad.key
                height: pad.high
                icon: "delete"
                text: qsTr("Hapus")
                small: true
                enabled: page.shift.counted
                onTapped: page.shift.erase()
            }
        }

        StaffChoice {
            id: notes

            x: Theme.portrait ? 0 : parent.width - width
            y: Theme.portrait ? pad.height + 3 * Theme.unit : 0
            width: Theme.portrait ? parent.width : 0.4 * parent.width
            visible: page.shift.ending
            title: qsTr("Catatan")

            Repeater {
                model: page.shift.notes

                StaffChip {
                    required property var modelData
                    required property int index

                    objectName: "drawerNote:" + index
                    text: modelData.words || qsTr("Tanpa catatan")
                    chosen: page.shift.note === modelData.key
                    onTapped: page.shift.choose_note(modelData.key)
                }
            }
        }
    }

    actions: [
        StaffButton {
            objectName: "drawerConfirm"
            width: parent.width
            implicitHeight: 15 * Theme.unit
            textSize: Theme.button
            icon: "check"
            filled: true
            enabled: page.shift.counted
            text: page.shift.ending ? qsTr("Tutup kasir") : qsTr("Buka kasir")
            onTapped: page.shift.confirm()
        },
        StaffButton {
            objectName: "drawerBack"
            width: parent.width
            icon: "arrow-left"
            text: qsTr("Tidak jadi")
            onTapped: page.shift.ending ? page.staff.till.open_shift() : page.staff.till.open_till()
        }
    ]
}
