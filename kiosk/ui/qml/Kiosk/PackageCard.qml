import QtQuick
import Kiosk.Models

// One print to choose: the sheet itself, what it is, what it costs. Side by side where it is wide.
Touchable {
    id: card

    required property PackageModel offer

    readonly property bool wide: width > 1.15 * height
    readonly property bool upright: offer.by_copies && (!wide || height < 46 * Theme.unit)
    readonly property real pad: (wide ? 0.8 : 0.5) * Theme.margin
    readonly property real aside: upright ? Theme.least + 0.5 * pad : 0 // what the upright stepper takes
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

        readonly property rect room: card.wide ? Qt.rect(card.pad, card.pad, 0.46 * card.width - card.pad, card.height - 2 * card.pad) : Qt.rect(card.pad, card.pad, card.width - 2 * card.pad - card.aside, card.height - caption.height - 3 * card.pad)

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
        width: card.width - x - card.pad - (card.wide ? card.aside : 0)
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

        CopiesStepper {
            visible: card.offer.by_copies && !card.upright
            width: parent.width
            offer: card.offer
        }

        Item {
            width: 1
            height: (card.wide && !card.offer.by_copies ? 1.4 : 0.4) * Theme.unit
        }

        Rectangle {
            objectName: "package:" + card.offer.key // the rest of the card does the same
            width: parent.width
            height: Theme.least
            radius: Theme.radius
            color: card.pressed ? Theme.coralPressed : Theme.coral

            Text {
                anchors.centerIn: parent
                text: card.offer.price === "" ? qsTr("Gratis") : card.offer.price
                color: Theme.coralInk
                font.pixelSize: Theme.button
                font.weight: Font.ExtraBold
            }
        }
    }

    CopiesStepper {
        visible: card.upright
        x: card.width - width - card.pad
        y: card.wide ? (card.height - height) / 2 : card.pad
        height: Math.max(2 * key, Math.min(card.height - 2 * card.pad, card.wide ? 34 * Theme.unit : sheet.room.height))
        upright: true
        offer: card.offer
    }
}
