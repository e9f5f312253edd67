import QtQuick
import Kiosk.Models

// Paper below, picture on the phone.
ScreenFrame {
    id: screen

    required property TakeHomeModel takeHome
    required property LimitModel limit

    title: qsTr("Ambil di bawah, ya!")
    words: qsTr("Scan untuk simpan fotomu di HP. Belum muncul? Tenang, fotomu menyusul di halaman yang sama.")
    hint: limit.seconds_left >= 0 && limit.seconds_left <= 15 ? qsTr("Layar ini menutup dalam %1 detik").arg(limit.seconds_left) : ""
    sheetPlace: Qt.rect(hero.x, hero.y, 0.4 * hero.width, hero.height)
    sheetTilt: -4
    sheetFresh: true

    CodeCard {
        height: Math.min(0.54 * parent.width, parent.height)
        x: parent.width - width
        y: (parent.height - height) / 2
        source: screen.takeHome.code
    }

    actions: PrimaryButton {
        objectName: "takehomeDone"
        width: parent.width
        text: qsTr("Selesai")
        icon: "check"
        onTapped: screen.takeHome.finish()
    }
}
