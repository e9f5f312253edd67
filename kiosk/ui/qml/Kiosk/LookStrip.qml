pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// A card for each look, all in sight. Where there are too many, the last row is cut, so that one
// sees that there is more, and they scroll.
Item {
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
    readonly property real edge: 1.7 * Theme.unit // what a picked card's mark and its shadow take
    readonly property size card: Qt.size((width - (most - 1) * gap) / most, Math.min(15.2 * Theme.unit, (room + gap) / mostRows - gap))

    function leftOf(index: int): real {
        const inRow = Math.min(columns, count - Math.floor(index / columns) * columns);
        const free = width - inRow * (card.width + gap) + gap;
        return index % columns * (card.width + gap) + (Theme.portrait ? free / 2 : 0);
    }

    height: (more ? mostRows - 0.4 : rows) * (card.height + gap) - gap

    onVisibleChanged: scroll.contentY = 0 // for the next guest

    Flickable {
        id: scroll

        anchors.fill: parent
        anchors.margins: -strip.edge
        contentHeight: strip.rows * (strip.card.height + strip.gap) - strip.gap + 2 * strip.edge
        interactive: strip.more
        clip: strip.more
        boundsBehavior: Flickable.StopAtBounds

        Repeater {
            model: strip.looks.cards

            LookCard {
                required property LookCardModel modelData
                required property int index

                objectName: "look:" + modelData.name
                x: strip.edge + strip.leftOf(index)
                y: strip.edge + Math.floor(index / strip.columns) * (strip.card.height + strip.gap)
                width: strip.card.width
                height: strip.card.height
                look: modelData
                plain: strip.looks.failed
                onTapped: strip.looks.pick(modelData.name)
            }
        }
    }
}
