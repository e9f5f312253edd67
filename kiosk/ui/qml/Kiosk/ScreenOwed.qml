import QtQuick
import Kiosk.Models

// Paid and not delivered: calm words, and a ticket with the code that staff ask for. The sheet
// lies half under it where there is a picture: it is kept.
ScreenFrame {
    id: screen

    required limit
    required property EndModel end
    required property SheetModel sheet
    required property ChangeModel change

    readonly property bool pictured: sheet.picture !== ""
    readonly property rect below: Qt.rect(hero.x, hero.y + ticket.y + ticket.height + 4 * Theme.unit, hero.width, hero.height - ticket.y - ticket.height - 4 * Theme.unit)

    title: end.title
    words: end.words
    ending: qsTr("Layar ditutup")
    sheetPlace: pictured ? below : Qt.rect(0, 0, 0, 0)
    sheetTilt: -3

    Ticket {
        id: ticket

        y: screen.pictured ? 0 : (parent.height - height) / (Theme.portrait ? 3 : 2)
        width: parent.width
        height: screen.pictured ? (Theme.portrait ? 44 : 42) * Theme.unit : implicitHeight
        code: screen.end.claim_code
        caption: qsTr("Tunjukkan ke petugas")
        money: screen.end.money === "" ? "" : qsTr("Uangmu %1").arg(screen.end.money)
    }

    actions: [
        ChangeNote {
            width: parent.width
            change: screen.change
        },
        PrimaryButton {
            objectName: "owedDone"
            width: parent.width
            text: qsTr("Oke, aku ke petugas")
            icon: "check"
            onTapped: screen.end.finish()
        }
    ]
}
