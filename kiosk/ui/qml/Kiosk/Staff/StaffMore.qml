import QtQuick
import Kiosk
import Kiosk.Models

// The rooms that are entered more rarely.
StaffPage {
    id: page

    required property StaffModel staff

    title: qsTr("Lainnya")

    Column {
        width: parent.width
        spacing: (Theme.portrait ? 2 : 1.6) * Theme.unit

        StaffMoreRow {
            objectName: "moreCamera"
            width: parent.width
            icon: "camera"
            text: qsTr("Kamera")
            words: qsTr("Pilih kamera, bingkai, uji jepret")
            onTapped: page.staff.open_camera()
        }

        StaffMoreRow {
            objectName: "moreEvent"
            width: parent.width
            icon: "calendar"
            text: qsTr("Acara")
            words: qsTr("Nama, template, harga, masa simpan")
            onTapped: page.staff.open_event()
        }

        StaffMoreRow {
            objectName: "moreShowcase"
            width: parent.width
            icon: "images"
            text: qsTr("Layar depan")
            words: page.staff.showcase.count > 0 ? qsTr("%1 cetakan tamu tampil").arg(page.staff.showcase.count) : qsTr("Tidak ada cetakan tamu")
            onTapped: page.staff.open_showcase()
        }

        StaffMoreRow {
            objectName: "moreSync"
            width: parent.width
            icon: "cloud"
            text: qsTr("Sinkron")
            words: page.staff.sync.total > 0 ? qsTr("%1 menunggu dikirim").arg(page.staff.sync.total) : page.staff.sync.title
            onTapped: page.staff.open_sync()
        }

        StaffMoreRow {
            objectName: "moreAbout"
            width: parent.width
            icon: "info"
            text: qsTr("Tentang booth ini")
            words: qsTr("Versi, lisensi, log ke USB")
            onTapped: page.staff.open_about()
        }
    }
}
