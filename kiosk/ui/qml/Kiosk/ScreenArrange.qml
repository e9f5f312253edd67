import QtQuick
import Kiosk.Models

// The print as it will be, in front, and the looks that it can have.
ScreenFrame {
    id: screen

    required property ArrangeModel arrange
    required property LooksModel looks
    required property LimitModel limit

    readonly property bool choice: looks.cards.length > 0

    title: qsTr("Cakep!")
    words: !arrange.shown ? qsTr("Fotomu sedang disusun…") : choice ? qsTr("Pilih warnanya, lalu cetak.") : qsTr("Begini nanti hasil cetaknya.")
    hint: arrange.shown && limit.seconds_left >= 0 && limit.seconds_left <= 15 ? qsTr("Dicetak sendiri dalam %1 detik").arg(limit.seconds_left) : ""
    titleSize: Theme.portrait ? Theme.display : (choice ? 6 : 7.6) * Theme.unit
    sheetPlace: hero
    actionsGap: (Theme.portrait ? 4 : 3.4) * Theme.unit

    actions: [
        LookStrip {
            width: parent.width
            room: (Theme.portrait ? 36 : 46) * Theme.unit
            looks: screen.looks
            visible: screen.choice
        },
        PrimaryButton {
            objectName: "arrangePrint"
            width: parent.width
            text: qsTr("Cetak sekarang")
            icon: "printer"
            enabled: screen.arrange.ready
            opacity: screen.arrange.shown ? 1 : 0.45 // a look takes too short a time to grey it
            onTapped: screen.arrange.print_now()
        }
    ]
}
