pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// A card for each template, with the guest's own shots. More than fit are scrolled sideways; the
// last one in sight is cut then, so that one sees it.
Item {
    id: strip

    required property TemplatesModel templates
    required property SheetModel sheet

    readonly property int count: templates.cards.length
    readonly property real gap: 2.4 * Theme.unit
    readonly property real edge: 1.7 * Theme.unit // what a picked card's mark and its shadow take
    readonly property real card: Math.min(24 * Theme.unit, 0.8 * height)
    readonly property real whole: count * (card + gap) - gap
    readonly property bool more: whole > width

    onVisibleChanged: scroll.contentX = 0 // for the next guest

    Flickable {
        id: scroll

        anchors.fill: parent
        anchors.margins: -strip.edge
        contentWidth: Math.max(width, strip.whole + 2 * strip.edge)
        flickableDirection: Flickable.HorizontalFlick
        interactive: strip.more
        clip: strip.more
        boundsBehavior: Flickable.StopAtBounds

        Repeater {
            model: strip.templates.cards

            TemplateCard {
                required property TemplateCardModel modelData
                required property int index

                objectName: "template:" + modelData.name
                x: strip.edge + index * (strip.card + strip.gap) + Math.max(0, (strip.width - strip.whole) / 2)
                y: strip.edge
                width: strip.card
                height: strip.height
                template: modelData
                shots: strip.sheet.shots
                onTapped: strip.templates.pick(modelData.name)
            }
        }
    }
}
