pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// A card for each look, all in sight. Where there are too many, the last row is cut, so that one
// sees that there is more, and they scroll.
Flickable {
    id: strip

    required property LooksModel looks
    property real room: 0 // the height that there is

    readonly property int count: looks.cards.length
    readonly property int most: Theme.portrait ? 5 : 3 // in a row
    readonly property int mostRows: Theme.portrait ? 2 : 3
    readonly property int rows: Math.ceil(count / most)
    readonly property int columns: Math.ceil(count / Math.max(1, rows))
    readonly property bool more: rows > mostRows

    readonly property real gap: 1.9 * Theme.unit
    readonly property real cardWidth: (width - (most - 1) * gap) / most
    readonly property real cardHeight: Math.max(Theme.finger, Math.min(room, mostRows * (15.2 * Theme.unit + gap) - gap) / mostRows - gap * (mostRows - 1) / mostRows)
    readonly property real step: cardHeight + gap

    height: (more ? mostRows - 0.4 : rows) * step - gap
    contentHeight: rows * step - gap
    interactive: more
    clip: more
    boundsBehavior: Flickable.StopAtBounds

    Repeater {
        model: strip.looks.cards

        LookCard {
            required property LookCardModel modelData
            required property int index

            readonly property int row: Math.floor(index / strip.columns)
            readonly property int inRow: Math.min(strip.columns, strip.count - row * strip.columns)

            objectName: "look:" + modelData.name
            x: (strip.width - inRow * (strip.cardWidth + strip.gap) + strip.gap) / 2 + index % strip.columns * (strip.cardWidth + strip.gap)
            y: row * strip.step
            width: strip.cardWidth
            height: strip.cardHeight
            look: modelData
            plain: strip.looks.failed
            onTapped: strip.looks.pick(modelData.name)
        }
    }
}
