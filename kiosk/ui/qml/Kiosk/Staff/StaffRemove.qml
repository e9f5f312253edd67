import QtQuick
import Kiosk
import Kiosk.Models

// It is asked again before a printer goes.
StaffPage {
    id: page

    required property StaffModel staff

    title: qsTr("Hapus printer ini?")
    words: staff.printers.subject?.name ?? ""

    StaffNotice {
        width: parent.width
        icon: "trash-2"
        title: qsTr("Printer ini tidak dipakai lagi")
        words: qsTr("Untuk memakainya lagi, pasang lewat Tambah printer.")
    }

    StaffNotice {
        width: parent.width
        visible: (page.staff.printers.subject?.waiting_words ?? "") !== ""
        icon: "clock"
        title: page.staff.printers.subject?.waiting_words ?? ""
        words: qsTr("Selama masih ada yang menunggu, printer belum bisa dihapus.")
    }

    actions: [
        StaffButton {
            objectName: "removeYes"
            width: parent.width
            icon: "trash-2"
            enabled: page.staff.printers.subject !== null && page.staff.printers.subject.waiting_words === ""
            text: qsTr("Ya, hapus")
            onTapped: {
                page.staff.printers.subject.remove();
                page.staff.open_printers();
            }
        },
        StaffButton {
            objectName: "removeNo"
            width: parent.width
            implicitHeight: 15 * Theme.unit
            textSize: Theme.button
            filled: true
            text: qsTr("Tidak jadi")
            onTapped: page.staff.open_printers()
        }
    ]
}
