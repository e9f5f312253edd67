import QtQuick
import Kiosk.Models

// The sheet goes down towards the printer at the printer's pace, and leaves when it is done.
ScreenFrame {
    id: screen

    required property PrintingModel printing
    required property LookModel look
    required property ChangeModel change

    readonly property real start: hero.y + (Theme.portrait && change.amount !== "" ? 17 * Theme.unit : 0)
    readonly property bool waits: printing.waiting_words !== ""

    title: waits ? qsTr("Sebentar, ya") : qsTr("Fotomu sedang dicetak")
    words: waits ? printing.waiting_words : printing.accepted ? qsTr("Nanti keluar di bawah layar ini.") : qsTr("Fotomu sedang dikirim ke printer.")
    sheetPlace: Qt.rect(hero.x, start + (printing.accepted ? 0.62 * hero.height : 0), hero.width, hero.y + hero.height - start)
    sheetHeld: waits
    sheetTravelTime: printing.accepted ? 1000 * look.seconds_a_sheet : Theme.travel

    ChangeNote {
        parent: screen
        x: screen.columnX
        y: Theme.portrait ? screen.hero.y : screen.height - height - Theme.margin
        width: screen.columnWidth
        change: screen.change
    }
}
