pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// What waits for the cloud, since when, and why.
StaffPage {
    id: page

    required property StaffModel staff
    readonly property StaffSyncModel sync: staff.sync

    title: sync.title
    words: sync.words

    StaffCalm {
        width: parent.width
        visible: page.sync.calm
        icon: "check"
        tint: Theme.calmTint
        title: qsTr("Tidak ada yang menunggu")
        words: page.sync.last === "" ? "" : qsTr("Terakhir terkirim: %1").arg(page.sync.last)
    }

    StaffNotice {
        width: parent.width
        visible: page.sync.offline
        icon: "wifi-off"
        title: qsTr("Periksa router atau hotspot")
        words: page.sync.last === "" ? qsTr("Belum ada yang terkirim sejak booth dinyalakan.") : qsTr("Terakhir terkirim: %1").arg(page.sync.last)
    }

    Column {
        width: parent.width

        Repeater {
            model: page.sync.waiting

            StaffCheckRow {
                id: kind

                required property var modelData

                width: parent?.width ?? 0
                icon: modelData.icon
                title: modelData.words
                words: qsTr("%1 menunggu").arg(modelData.count)
                age: modelData.age
                well: modelData.stuck === ""
                remedy: modelData.stuck === "" ? "" : qsTr("%1. Booth terus mencoba.").arg(modelData.stuck)
                settled: false
            }
        }
    }

    Words {
        width: parent.width
        visible: page.sync.error !== ""
        text: qsTr("Untuk teknisi: %1").arg(page.sync.error)
        font.pixelSize: Theme.small
        maximumLineCount: 3
        elide: Text.ElideRight
    }

    actions: [
        Words {
            width: parent.width
            visible: text !== "" && !page.sync.calm
            text: page.sync.next_try
            font.features: ({
                    tnum: 1
                })
        },
        StaffProgress {
            width: parent.width
            visible: page.sync.trying && page.sync.total > 0
            words: qsTr("Sedang mencoba, %1 lagi").arg(page.sync.total)
        },
        StaffButton {
            objectName: "syncNow"
            width: parent.width
            implicitHeight: 12 * Theme.unit
            textSize: Theme.button
            icon: "refresh-cw"
            filled: page.sync.total > 0 || page.sync.offline
            enabled: !page.sync.trying
            text: qsTr("Coba sekarang")
            onTapped: page.sync.retry()
        },
        StaffButton {
            objectName: "moreBack"
            width: parent.width
            icon: "arrow-left"
            text: qsTr("Kembali")
            onTapped: page.staff.open_more()
        }
    ]
}
