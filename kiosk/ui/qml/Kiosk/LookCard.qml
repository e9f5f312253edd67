import QtQuick
import Kiosk.Models

// The guest's own first shot in one look: a small print with its name on the lower margin.
Touchable {
    id: card

    required property LookCardModel look
    property bool plain: false // there are no pictures: the name alone

    readonly property real pad: 0.7 * Theme.unit

    scale: pressed ? 0.96 : 1

    PickedMark {
        picked: card.look.picked
        pressed: card.pressed
    }

    Rectangle {
        x: card.pad
        y: card.pad
        width: card.width - 2 * card.pad
        height: name.y - y
        color: Theme.line
        visible: !card.plain

        Image {
            anchors.fill: parent
            source: card.look.picture
            cache: false
            fillMode: Image.PreserveAspectCrop
            opacity: status === Image.Ready ? 1 : 0

            Behavior on opacity {
                NumberAnimation {
                    duration: Theme.quick
                }
            }
        }
    }

    Text {
        id: name

        y: card.plain ? 0 : card.height - height
        width: card.width
        height: card.plain ? card.height : 4.4 * Theme.unit
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: card.look.title
        color: Theme.ink
        elide: Text.ElideRight
        font.pixelSize: Theme.small
        font.weight: card.look.picked ? Font.ExtraBold : Font.DemiBold
        textFormat: Text.PlainText
    }

    PickedBadge {
        visible: card.look.picked
    }
}
