pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// The code as typed, in its four groups; a mark where the next letter goes.
Row {
    id: code

    required property VoucherModel voucher

    readonly property bool refused: voucher.refusal !== ""
    readonly property real groupWidth: (width - 3 * spacing) / 4
    readonly property real cell: (groupWidth - 1.4 * Theme.unit) / 5

    spacing: 1.6 * Theme.unit

    Repeater {
        model: 4

        Rectangle {
            id: group

            required property int index
            readonly property string typed: code.voucher.groups[index] ?? ""

            width: code.groupWidth
            height: code.height
            radius: 0.6 * Theme.radius
            color: Theme.card
            border.width: Math.max(2, 0.3 * Theme.unit)
            border.color: code.refused ? Theme.marigold : Theme.line

            Repeater {
                model: 5

                Item {
                    id: place

                    required property int index

                    readonly property bool next: 5 * group.index + index === code.voucher.typed

                    x: 0.7 * Theme.unit + index * code.cell
                    width: code.cell
                    height: group.height

                    Text {
                        anchors.centerIn: parent
                        text: group.typed[place.index] ?? ""
                        color: Theme.ink
                        font.pixelSize: 1.06 * code.cell
                        font.weight: Font.ExtraBold
                    }

                    Rectangle {
                        anchors.horizontalCenter: parent.horizontalCenter
                        y: 0.78 * parent.height
                        width: 0.66 * parent.width
                        height: Math.max(2, (place.next ? 0.6 : 0.3) * Theme.unit)
                        radius: height / 2
                        color: place.next ? Theme.coral : Theme.line
                    }
                }
            }
        }
    }
}
