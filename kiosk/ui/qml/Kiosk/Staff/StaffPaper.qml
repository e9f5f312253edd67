import QtQuick
import Kiosk
import Kiosk.Models

// What is loaded, and how many prints are left of it.
Column {
    id: paper

    required property StaffCardModel card

    readonly property bool known: card.prints_left >= 0

    spacing: 0.9 * Theme.unit

    Row {
        anchors.right: parent.right
        spacing: 1.2 * Theme.unit

        Icon {
            name: "triangle-alert"
            visible: paper.card.low
            size: 4 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
        }

        Heading {
            text: paper.known ? paper.card.prints_left : qsTr("Belum dihitung")
            size: (paper.known ? 8 : 3.6) * Theme.unit
            font.features: ({
                    tnum: 1
                })
        }
    }

    Rectangle {
        width: parent.width
        height: 1.4 * Theme.unit
        radius: height / 2
        color: Theme.rule
        visible: paper.known

        Rectangle {
            width: Math.max(parent.height, paper.card.share_left * parent.width)
            height: parent.height
            radius: height / 2
            visible: paper.card.prints_left > 0
            color: paper.card.low ? Theme.marigold : Theme.mint
        }
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignRight
        text: paper.card.prints_left === 0 ? qsTr("Habis · %1").arg(paper.card.media_words) : paper.card.low ? qsTr("Hampir habis · %1").arg(paper.card.media_words) : paper.known ? qsTr("cetakan lagi · %1").arg(paper.card.media_words) : qsTr("kertas %1").arg(paper.card.media_words)
        color: paper.card.low ? Theme.ink : Theme.inkSoft
        font.pixelSize: Theme.small
        font.weight: paper.card.low ? Font.ExtraBold : Font.Medium
        lineHeight: 1.1
    }
}
