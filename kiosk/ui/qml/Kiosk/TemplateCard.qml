import QtQuick
import Kiosk.Models

// The guest's own shots in one template: a small print on a card with its name.
Touchable {
    id: card

    required property TemplateCardModel template
    property list<string> shots

    readonly property rect box: Qt.rect(1.6 * Theme.unit, 1.6 * Theme.unit, width - 3.2 * Theme.unit, height - 7 * Theme.unit)

    scale: pressed ? 0.97 : 1

    PickedMark {
        picked: card.template.picked
        pressed: card.pressed
    }

    PrintedSheet {
        x: card.box.x + (card.box.width - width) / 2
        y: card.box.y + (card.box.height - height) / 2
        width: Math.min(card.box.width, card.box.height * aspect)
        paper: card.template.paper
        shots: card.shots
    }

    Text {
        x: 0.6 * Theme.unit
        y: card.height - height
        width: card.width - 2 * x
        height: 5 * Theme.unit
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: card.template.title
        color: Theme.ink
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Math.round(0.75 * Theme.small)
        elide: Text.ElideRight
        font.pixelSize: Theme.small
        font.weight: card.template.picked ? Font.ExtraBold : Font.DemiBold
        textFormat: Text.PlainText
    }

    PickedBadge {
        visible: card.template.picked
    }
}
