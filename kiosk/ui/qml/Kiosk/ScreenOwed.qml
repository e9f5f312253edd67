import QtQuick
import Kiosk.Models

// Paid and not delivered: calm words, a ticket with the code that staff ask for, and beside the
// sheet, where there is a picture, that nothing is lost.
HeroAndSheet {
    id: screen

    required limit
    required property EndModel end
    required property SheetModel sheet
    required property ChangeModel change

    readonly property bool pictured: sheet.picture !== ""

    title: end.title
    words: end.words
    ending: qsTr("Layar ditutup")
    foot: (change.amount === "" ? 36 : 26) * Theme.unit
    kept: pictured && (Theme.portrait || change.amount === "")

    Ticket {
        y: (screen.room.height - height) / 2
        width: screen.room.width
        height: Math.min(screen.room.height, 72 * Theme.unit)
        code: screen.end.claim_code
        caption: qsTr("Tunjukkan ke petugas")
        money: screen.end.money === "" ? "" : qsTr("Uangmu %1").arg(screen.end.money)
    }

    lines: [
        Heading {
            width: parent.width
            text: qsTr("Foto layar ini, ya")
            size: Theme.title
        },
        Words {
            width: parent.width
            text: screen.pictured ? qsTr("Fotomu aman.\nKodenya tetap berlaku.") : qsTr("Kodenya berlaku sampai semua beres.")
            color: Theme.ink
        }
    ]

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
