import QtQuick
import Kiosk
import Kiosk.Models

// The printer's name and what it does now: a shape and words, which say the same.
Item {
    id: head

    required property StaffCardModel card

    height: Math.max(sign.height, words.height)

    StaffSign {
        id: sign

        doing: head.card.doing
        anchors.verticalCenter: parent.verticalCenter
    }

    Column {
        id: words

        x: sign.width + 2 * Theme.unit
        width: parent.width - x
        anchors.verticalCenter: parent.verticalCenter
        spacing: 0.5 * Theme.unit

        Heading {
            width: parent.width
            text: head.card.name
            size: 4.6 * Theme.unit
            maximumLineCount: 2
            elide: Text.ElideRight
        }

        Words {
            width: parent.width
            text: head.card.doing_words
            color: Theme.ink
            lineHeight: 1.1
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: head.card.waiting_words
            color: head.card.guest_waits ? Theme.alarm : Theme.inkSoft
            font.pixelSize: 2.8 * Theme.unit
            font.weight: Font.DemiBold
            lineHeight: 1.1
        }

        Row {
            visible: head.card.first
            spacing: 0.8 * Theme.unit

            Icon {
                name: "star"
                size: 2.8 * Theme.unit
                anchors.verticalCenter: parent.verticalCenter
            }

            Words {
                text: qsTr("Printer utama")
                font.pixelSize: Theme.small
                lineHeight: 1.1
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
