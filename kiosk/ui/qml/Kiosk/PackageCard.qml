import QtQuick
import Kiosk.Models

// One print to choose: the sheet itself, what it is, what it costs. Side by side where it is wide.
Touchable {
    id: card

    required property PackageModel offer

    readonly property bool wide: width > 1.15 * height
    readonly property real pad: 0.8 * Theme.margin
    readonly property rect sheetBox: Qt.rect(sheet.x, sheet.y, sheet.width, sheet.height)

    scale: pressed ? 0.98 : 1

    Rectangle {
        anchors.fill: parent
        radius: 1.4 * Theme.radius
        color: Theme.card

        Shadow {
            radius: 1.4 * Theme.radius
        }
    }

    PrintedSheet {
        id: sheet

        readonly property rect room: card.wide ? Qt.rect(card.pad, card.pad, 0.46 * card.width - card.pad, card.height - 2 * card.pad) : Qt.rect(card.pad, card.pad, card.width - 2 * card.pad, card.height - caption.height - 3 * card.pad)

        paper: card.offer.paper
        posed: true
        width: Math.min(room.width, room.height * aspect)
        x: room.x + (room.width - width) / 2
        y: room.y + (room.height - height) / 2
    }

    Column {
        id: caption

        x: card.wide ? 0.5 * card.width : card.pad
        y: (card.height - height) * (card.wide ? 0.5 : 1) - (card.wide ? 0 : card.pad)
        width: card.width - x - card.pad
        spacing: 0.8 * Theme.unit

        Heading {
            width: parent.width
            text: card.offer.name
            size: (card.wide ? 6 : 4.6) * Theme.unit
        }

        Words {
            width: parent.width
            text: card.wide ? card.offer.shots_words + "\n" + card.offer.sheet_words : card.offer.shots_words + " · " + card.offer.sheet_words
            font.pixelSize: card.wide ? Theme.text : Theme.small
        }

        Item {
            width: 1
            height: 1.4 * Theme.unit
        }

        Rectangle {
            width: parent.width
            height: 12 * Theme.unit
            radius: Theme.radius
            color: card.pressed ? Qt.darker(Theme.coral, 1.12) : Theme.coral

            Text {
                anchors.centerIn: parent
                text: card.offer.price === "" ? qsTr("Gratis") : card.offer.price
                color: Theme.ink
                font.pixelSize: Theme.button
                font.weight: Font.ExtraBold
            }
        }
    }
}
