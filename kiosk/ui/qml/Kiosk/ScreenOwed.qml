import QtQuick
import Kiosk.Models

// Paid and not delivered: calm words and the code that staff ask for, on a ticket.
ScreenFrame {
    id: screen

    required limit
    required property EndModel end
    required property SheetModel sheet
    required property ChangeModel change

    readonly property bool pictured: sheet.picture !== ""

    title: end.title
    words: end.words
    ending: qsTr("Layar ditutup")
    sheetPlace: pictured ? Qt.rect(hero.x, ticket.y + hero.y + ticket.height + Theme.margin, hero.width, hero.height - ticket.height - ticket.y - Theme.margin) : Qt.rect(0, 0, 0, 0)
    sheetTilt: -3

    Rectangle {
        id: ticket

        y: screen.pictured ? 0 : (parent.height - height) / 2
        width: parent.width
        height: (screen.end.money === "" ? 38 : 46) * Theme.unit
        radius: 1.4 * Theme.radius
        color: Theme.card

        Shadow {
            radius: 1.4 * Theme.radius
        }

        Column {
            anchors.centerIn: parent
            spacing: 1.5 * Theme.unit

            Row {
                spacing: 1.4 * Theme.unit
                anchors.horizontalCenter: parent.horizontalCenter

                Icon {
                    name: "ticket"
                }

                Words {
                    text: qsTr("Tunjukkan kode ini ke petugas")
                    color: Theme.ink
                    font.weight: Font.DemiBold
                    anchors.verticalCenter: parent.verticalCenter
                }
            }

            Heading {
                text: screen.end.claim_code
                size: 18 * Theme.unit
                font.letterSpacing: 0.06 * size
                anchors.horizontalCenter: parent.horizontalCenter
            }

            Row {
                visible: screen.end.money !== ""
                spacing: 1.4 * Theme.unit
                anchors.horizontalCenter: parent.horizontalCenter

                Icon {
                    name: "banknote"
                    size: 5 * Theme.unit
                    anchors.verticalCenter: parent.verticalCenter
                }

                Heading {
                    text: qsTr("Uangmu %1").arg(screen.end.money)
                    size: Theme.title
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
        }
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
            onTapped: screen.end.finish()
        }
    ]
}
