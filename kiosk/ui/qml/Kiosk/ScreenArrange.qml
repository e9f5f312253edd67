import QtQuick
import Kiosk.Models

// The print as it will be, in front.
ScreenFrame {
    id: screen

    required property ArrangeModel arrange
    required property LimitModel limit

    title: qsTr("Cakep!")
    words: arrange.ready ? qsTr("Begini nanti hasil cetaknya.") : qsTr("Fotomu sedang disusun…")
    hint: arrange.ready && limit.seconds_left >= 0 && limit.seconds_left <= 15 ? qsTr("Dicetak sendiri dalam %1 detik").arg(limit.seconds_left) : ""
    sheetPlace: hero

    actions: PrimaryButton {
        objectName: "arrangePrint"
        width: parent.width
        text: qsTr("Cetak sekarang")
        icon: "printer"
        enabled: screen.arrange.ready
        onTapped: screen.arrange.print_now()
    }
}
