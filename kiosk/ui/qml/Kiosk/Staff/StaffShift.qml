pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// The shift at the drawer, and those before it.
StaffPage {
    id: page

    required property StaffModel staff
    readonly property StaffTillModel till: staff.till
    readonly property StaffShiftModel shift: till.shift

    title: qsTr("Laci kasir")
    words: shift.words

    Column {
        width: parent.width
        visible: page.shift.drawer.length > 0
        spacing: 1.4 * Theme.unit

        Repeater {
            model: page.shift.drawer

            Item {
                id: line

                required property var modelData
                readonly property bool last: modelData.sum

                width: parent?.width ?? 0
                height: (last ? 9 : 5.4) * Theme.unit

                Rectangle {
                    visible: line.last
                    width: parent.width
                    height: Math.max(2, 0.22 * Theme.unit)
                    color: Theme.rule
                }

                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    text: line.modelData.words
                    color: Theme.ink
                    font.weight: line.last ? Font.ExtraBold : Font.Medium
                    lineHeight: 1
                }

                Heading {
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    text: line.modelData.amount
                    size: (line.last ? 5.4 : 3.6) * Theme.unit
                    font.weight: line.last ? Font.ExtraBold : Font.DemiBold
                    font.features: ({
                            tnum: 1
                        })
                }
            }
        }
    }

    StaffNotice {
        width: parent.width
        visible: page.shift.open && page.shift.drawer.length === 0
        icon: "hand"
        title: qsTr("Hitung dulu, baru lihat")
        words: qsTr("Selisihnya terlihat setelah kasir ditutup.")
    }

    Words {
        visible: page.shift.past.length > 0
        width: parent.width
        text: qsTr("Sebelumnya")
        color: Theme.ink
        font.weight: Font.ExtraBold
    }

    Repeater {
        model: page.shift.past

        Item {
            id: past

            required property var modelData
            required property int index

            objectName: "pastShift:" + index
            width: parent?.width ?? 0
            height: 11 * Theme.unit

            Rectangle {
                y: parent.height - height
                width: parent.width
                height: Math.max(1, 0.15 * Theme.unit)
                color: Theme.rule
            }

            Column {
                width: 0.56 * parent.width
                anchors.verticalCenter: parent.verticalCenter
                spacing: 0.6 * Theme.unit

                Words {
                    width: parent.width
                    text: past.modelData.when
                    color: Theme.ink
                    font.weight: Font.DemiBold
                    lineHeight: 1
                    font.features: ({
                            tnum: 1
                        })
                }

                Words {
                    width: parent.width
                    text: past.modelData.who + (past.modelData.note === "" ? "" : " · " + past.modelData.note)
                    font.pixelSize: Theme.small
                    lineHeight: 1
                    maximumLineCount: 1
                    elide: Text.ElideRight
                }
            }

            Column {
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                spacing: 0.6 * Theme.unit

                Words {
                    anchors.right: parent.right
                    text: past.modelData.difference
                    color: past.modelData.exact ? Theme.inkSoft : Theme.ink
                    font.weight: Font.ExtraBold
                    lineHeight: 1
                    font.features: ({
                            tnum: 1
                        })
                }

                Words {
                    anchors.right: parent.right
                    text: qsTr("dihitung %1").arg(past.modelData.counted)
                    font.pixelSize: Theme.small
                    lineHeight: 1
                    font.features: ({
                            tnum: 1
                        })
                }
            }
        }
    }

    actions: [
        StaffButton {
            objectName: "shiftCount"
            width: parent.width
            implicitHeight: 15 * Theme.unit
            textSize: Theme.button
            filled: true
            icon: "lock"
            text: page.shift.open ? qsTr("Tutup kasir") : qsTr("Buka kasir")
            onTapped: page.till.count_drawer()
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
