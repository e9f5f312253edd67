import QtQuick
import Kiosk.Models

// One print to choose: the sheet itself, what it is, what it costs. Side by side where it is wide,
// all in a line where it is a row.
Touchable {
    id: card

    required property PackageModel offer
    property bool row: false
    property bool alone: false

    readonly property bool wide: row || width > 1.15 * height
    readonly property bool low: wide && !row && height < 40 * Theme.unit
    readonly property bool upright: offer.by_copies && !row && (!wide || height < 46 * Theme.unit) && !roomy
    readonly property bool roomy: !wide && width > 36 * Theme.unit && height > 80 * Theme.unit // the stepper below the words
    readonly property bool crowded: !wide && height < 62 * Theme.unit
    readonly property real pad: row ? 1.8 * Theme.unit : (wide && !low ? 0.8 : crowded ? 0.3 : 0.5) * Theme.margin
    readonly property real aside: upright ? Theme.least + 0.5 * pad : 0 // what the upright stepper takes
    readonly property real share: row ? 0.14 : low ? 0.36 : alone && wide ? 0.56 : 0.46 // of the width, for the sheet
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

    // The sheet lies on a sunny place, which takes what the words leave.
    Rectangle {
        readonly property real rim: 0.8 * Theme.unit

        visible: !card.row
        x: rim
        y: rim
        width: card.wide ? card.share * card.width + 0.4 * card.pad - rim : card.width - 2 * rim
        height: card.wide ? card.height - 2 * rim : sheet.room.height + 2 * card.pad - rim
        radius: 1.4 * Theme.radius - rim
        color: Theme.glow
    }

    PrintedSheet {
        id: sheet

        readonly property rect room: card.wide ? Qt.rect(card.pad, card.pad, card.share * card.width - card.pad, card.height - 2 * card.pad) : Qt.rect(card.pad, card.pad, card.width - 2 * card.pad - card.aside, card.height - caption.height - 3.4 * card.pad)

        paper: card.offer.paper
        posed: true
        width: Math.min(room.width, room.height * aspect)
        x: room.x + (room.width - width) / 2
        y: room.y + (room.height - height) / 2
    }

    Column {
        id: caption

        x: card.wide ? card.share * card.width + card.pad : card.pad
        y: (card.height - height) * (card.wide ? 0.5 : 1) - (card.wide ? 0 : card.pad)
        width: (card.row ? end.x : card.width) - x - card.pad - (card.wide ? card.aside : 0)
        spacing: 0.8 * Theme.unit

        NameLine {
            width: parent.width
            text: card.offer.name
            full: (card.alone ? 8 : card.row ? (Theme.portrait ? 3.4 : 3) : card.low ? 3.8 : card.wide || card.roomy ? 6 : 4.6) * Theme.unit
        }

        Words {
            width: parent.width
            text: {
                if (card.row || card.low)
                    return card.offer.sheet_words;
                return card.offer.shots_words + (card.wide ? "\n" : " · ") + card.offer.sheet_words;
            }
            font.pixelSize: card.alone ? Theme.button : card.wide && !card.row && !card.low ? Theme.text : Theme.small
            lineHeight: card.row || card.low ? 1.05 : 1.25
        }

        CopiesStepper {
            visible: card.offer.by_copies && !card.upright && !card.row
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, 52 * Theme.unit)
            offer: card.offer
        }

        Item {
            visible: !card.row && !card.crowded
            width: 1
            height: (card.wide && !card.low && !card.offer.by_copies ? 1.4 : 0.4) * Theme.unit
        }

        PriceTag {
            visible: !card.row
            objectName: visible ? "package:" + card.offer.key : "" // the rest of the card does the same
            width: parent.width
            height: (card.alone || card.roomy ? 1.25 : 1) * Theme.least
            offer: card.offer
            pressed: card.pressed
            size: (card.alone ? 6 : card.roomy ? 5 : 4) * Theme.unit
        }
    }

    Row {
        id: end

        visible: card.row
        x: card.width - width - card.pad
        anchors.verticalCenter: parent.verticalCenter
        spacing: 1.4 * Theme.unit

        CopiesStepper {
            visible: card.offer.by_copies
            width: 2 * key + (Theme.portrait ? 5 : 4) * Theme.unit
            offer: card.offer
        }

        PriceTag {
            objectName: card.row ? "package:" + card.offer.key : ""
            width: (Theme.portrait ? 19 : 15.5) * Theme.unit
            height: Theme.least
            offer: card.offer
            pressed: card.pressed
            size: (Theme.portrait ? 3.6 : 3.1) * Theme.unit
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
