import QtQuick
import Kiosk

// One hour of a day, and how many sessions began in it.
Touchable {
    id: chip

    required property string text
    property string count
    property bool chosen: false

    width: Math.max(label.width + 3.6 * Theme.unit, Theme.finger)
    height: Theme.finger

    Rectangle {
        anchors.fill: parent
        radius: 0.7 * Theme.radius
        color: chip.pressed ? Theme.rule : chip.chosen ? Theme.calmTint : Theme.sheet
        border.width: Math.max(2, (chip.chosen ? 0.5 : 0.22) * Theme.unit)
        border.color: chip.chosen ? Theme.ink : Theme.edge
    }

    Column {
        id: label

        anchors.centerIn: parent
        spacing: 0.5 * Theme.unit

        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            text: chip.text
            color: Theme.ink
            font.weight: chip.chosen ? Font.ExtraBold : Font.DemiBold
            lineHeight: 1
            font.features: ({
                    tnum: 1
                })
        }

        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: text !== ""
            text: chip.count
            font.pixelSize: Theme.small
            lineHeight: 1
            font.features: ({
                    tnum: 1
                })
        }
    }
}
