import QtQuick
import Kiosk

// One of several, of which one is chosen: a tick and a thick edge say which.
Touchable {
    id: chip

    required property string text
    property bool chosen: false
    property string note: ""

    implicitHeight: Theme.finger
    implicitWidth: Math.max(label.width + 6 * Theme.unit, 18 * Theme.unit)

    Rectangle {
        anchors.fill: parent
        radius: 0.7 * Theme.radius
        color: chip.pressed ? Theme.rule : chip.chosen ? Theme.calmTint : Theme.sheet
        border.width: Math.max(2, (chip.chosen ? 0.5 : 0.22) * Theme.unit)
        border.color: chip.chosen ? Theme.ink : Theme.edge
    }

    Row {
        id: label

        anchors.centerIn: parent
        spacing: 1.2 * Theme.unit

        Icon {
            name: "check"
            visible: chip.chosen
            size: 3.6 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
        }

        Column {
            anchors.verticalCenter: parent.verticalCenter

            Text {
                text: chip.text
                color: Theme.ink
                font.pixelSize: Theme.text
                font.weight: Font.DemiBold
            }

            Text {
                text: chip.note
                visible: text !== ""
                color: Theme.inkSoft
                font.pixelSize: Theme.small
                font.weight: Font.Medium
            }
        }
    }
}
