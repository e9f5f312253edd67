import QtQuick
import Kiosk.Models

// One print to choose: the sheet itself, what it is, what it costs.
Touchable {
    id: card

    required property PackageModel offer

    readonly property rect sheetBox: Qt.rect(sheet.x, sheet.y, sheet.width, sheet.height)

    scale: pressed ? 0.98 : 1

    Rectangle {
        anchors.fill: parent
        radius: 1.4 * Theme.radius
        color: Theme.card
        border.width: card.pressed ? 0.6 * Theme.unit : 0
        border.color: Theme.coral

        Shadow {
            radius: 1.4 * Theme.radius
        }
    }

    PrintedSheet {
        id: sheet

        readonly property real room: card.height - caption.height - 3 * Theme.margin

        paper: card.offer.paper
        posed: true
        width: Math.min(card.width - 1.6 * Theme.margin, room * aspect)
        x: (card.width - width) / 2
        y: Theme.margin + (room - height) / 2
    }

    Column {
        id: caption

        x: 0.7 * Theme.margin
        y: card.height - height - 0.7 * Theme.margin
        width: card.width - 1.4 * Theme.margin
        spacing: 0.6 * Theme.unit

        Heading {
            width: parent.width
            text: card.offer.name
            size: Theme.button
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }

        Words {
            width: parent.width
            text: card.offer.shots_words + " · " + card.offer.sheet_words
            font.pixelSize: Theme.small
        }

        Item {
            width: 1
            height: 1.6 * Theme.unit
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
