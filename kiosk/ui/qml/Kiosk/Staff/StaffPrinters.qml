pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// Every printer, what it does and what it needs.
StaffPage {
    id: page

    required property StaffModel staff

    readonly property bool empty: staff.printers.count === 0

    title: qsTr("Printer")
    words: empty ? "" : staff.printers.needing_hands > 0 ? qsTr("%1 dari %2 butuh bantuanmu").arg(staff.printers.needing_hands).arg(staff.printers.count) : qsTr("%1 terpasang").arg(staff.printers.count)

    StaffNotice {
        width: parent.width
        visible: page.staff.printers.cups_silent
        icon: "wifi-off"
        title: qsTr("Layanan cetak tidak menjawab")
        words: qsTr("Booth mencoba lagi sendiri. Cetakan yang sudah dibayar aman dan menunggu.")
    }

    StaffCalm {
        visible: page.empty && !page.staff.printers.cups_silent
        width: parent.width
        icon: "printer"
        title: qsTr("Belum ada printer")
        words: qsTr("Sambungkan dan nyalakan printernya dulu,\nlalu sentuh Tambah printer.")
    }

    Repeater {
        model: page.staff.printers.rows

        StaffCard {
            id: card

            required property StaffCardModel item

            width: parent?.width ?? 0
            card: card.item
            staff: page.staff
            onGrown: page.reveal(card)
        }
    }

    actions: StaffButton {
        objectName: "staffAdd"
        width: parent.width
        implicitHeight: (page.empty ? 15 : 12) * Theme.unit
        textSize: Theme.button
        filled: page.empty
        icon: "plus"
        text: qsTr("Tambah printer")
        onTapped: page.staff.open_search()
    }
}
