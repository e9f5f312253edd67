pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// What this machine can reach; it grows while the search goes on.
StaffPage {
    id: page

    required property StaffModel staff
    readonly property StaffSearchModel search: staff.search

    title: qsTr("Pilih printermu")
    words: search.failed ? "" : search.looking && search.count === 0 ? qsTr("Pastikan printernya menyala.") : search.done && search.count === 0 ? "" : qsTr("Sentuh yang mau dipasang.")

    StaffNotice {
        width: parent.width
        visible: page.search.failed
        icon: "wifi-off"
        title: qsTr("Layanan cetak tidak menjawab")
        words: qsTr("Printer belum bisa dicari. Tunggu sebentar, lalu sentuh Cari lagi.")
    }

    StaffNotice {
        width: parent.width
        visible: page.search.done && page.search.count === 0
        icon: "search"
        title: qsTr("Belum ada printer yang terlihat")
        words: qsTr("Nyalakan printernya, periksa kabel USB atau jaringannya, lalu sentuh Cari lagi.")
    }

    Repeater {
        model: page.search.found

        StaffFound {
            required property StaffFoundModel item

            width: parent?.width ?? 0
            device: item
            adding: page.search.adding === item.uri
            onTapped: page.staff.open_confirm(item.uri)
        }
    }

    StaffProgress {
        width: parent.width
        visible: page.search.looking
        words: qsTr("Mencari di kabel dan jaringan… sekitar 10 detik")
    }

    actions: [
        StaffButton {
            objectName: "searchAgain"
            width: parent.width
            icon: "refresh-cw"
            visible: !page.search.looking
            filled: page.search.failed || page.search.count === 0
            text: qsTr("Cari lagi")
            onTapped: page.search.look()
        },
        StaffButton {
            objectName: "staffBack"
            width: parent.width
            icon: "arrow-left"
            text: qsTr("Kembali")
            onTapped: page.staff.open_printers()
        }
    ]
}
