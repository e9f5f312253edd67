import QtQuick
import Kiosk.Models

// What is bought, what came in for it, and what is to be paid.
Column {
    id: lines

    required property PayModel pay
    property real amountSize: Theme.title
    property bool centred: false

    readonly property int side: centred ? Text.AlignHCenter : Text.AlignLeft
    readonly property bool begun: pay.tally !== ""

    spacing: 0.8 * Theme.unit

    Words {
        width: parent.width
        horizontalAlignment: lines.side
        text: lines.pay.bought
    }

    Words {
        width: parent.width
        horizontalAlignment: lines.side
        visible: lines.begun
        text: lines.pay.tally
        font.pixelSize: Theme.small
        lineHeight: 1.1
    }

    Words {
        width: parent.width
        horizontalAlignment: lines.side
        visible: lines.begun
        text: qsTr("Sisa yang dibayar")
        color: Theme.ink
        font.weight: Font.DemiBold
        lineHeight: 1
    }

    Heading {
        width: parent.width
        horizontalAlignment: lines.side
        text: lines.pay.amount
        size: lines.amountSize
    }
}
