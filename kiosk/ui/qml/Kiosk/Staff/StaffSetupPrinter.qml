pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// The search for a printer, begun by itself.
StaffPage {
    id: page

    required property StaffModel staff
    readonly property StaffSearchModel search: staff.search
    readonly property bool nothing: search.done && search.count === 0 || search.failed

    title: qsTr("Pilih printermu")
    words: search.count > 0 ? qsTr("Sentuh yang mau dipasang.") : qsTr("Pastikan printernya menyala.")
    Component.onCompleted: {
        if (!search.looking && search.count === 0)
            Qt.callLater(staff.open_search); // which page this is was only just decided
    }

    StaffSetupTrouble {
        width: parent.width
        report: page.staff.report
    }

    StaffCalm {
        width: parent.width
        visible: page.search.failed
        icon: "wifi-off"
        tint: Theme.warnTint
        title: qsTr("Layanan cetak tidak menjawab")
        words: qsTr("Printer belum bisa dicari. Tunggu sebentar, lalu sentuh Cari lagi.")
    }

    StaffCalm {
        width: parent.width
        visible: page.search.done && page.search.count === 0
        icon: "printer"
        tint: Theme.warnTint
        title: qsTr("Belum ada printer yang terlihat")
        words: qsTr("Nyalakan printernya, periksa kabel USB atau jaringannya, lalu sentuh Cari lagi.")
    }

    StaffCalm {
        width: parent.width
        visible: page.search.looking && page.search.count === 0
        icon: "search"
        title: qsTr("Mencari printer…")
        words: qsTr("Di kabel dan jaringan, sekitar 10 detik.")
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
        visible: page.search.looking || page.search.adding !== ""
        words: page.search.adding !== "" ? qsTr("Sedang dipasang…") : qsTr("Sedang mencari…")
    }

    actions: [
        StaffButton {
            objectName: "searchAgain"
            width: parent?.width ?? 0
            implicitHeight: (page.nothing ? 15 : 12) * Theme.unit
            textSize: page.nothing ? Theme.button : Theme.text
            filled: page.nothing
            icon: "refresh-cw"
            enabled: !page.search.looking
            text: qsTr("Cari lagi")
            onTapped: page.search.look()
        },
        StaffButton {
            objectName: "setupBack"
            width: parent?.width ?? 0
            icon: "arrow-left"
            text: qsTr("Kembali")
            onTapped: page.staff.setup.back()
        },
        StaffSetupLater {
            width: parent?.width ?? 0
            setup: page.staff.setup
        }
    ]
}
