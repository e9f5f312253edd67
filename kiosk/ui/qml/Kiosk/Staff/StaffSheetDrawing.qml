pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// A 4×6 sheet and the picture on it, which moves as it will on paper, drawn three times as far.
Item {
    id: drawing

    required property real rightMm
    required property real downMm
    required property real percent

    readonly property real millimetre: width / 101.6
    readonly property real enlarged: 3 * millimetre

    height: 1.5 * width

    Rectangle {
        id: sheet

        anchors.fill: parent
        color: Theme.wash
        border.width: Math.max(2, 0.3 * Theme.unit)
        border.color: Theme.ink
        clip: true

        Rectangle {
            readonly property real scaling: 1 + 3 * (drawing.percent / 100 - 1)

            x: (sheet.width - width) / 2 + drawing.rightMm * drawing.enlarged
            y: (sheet.height - height) / 2 + drawing.downMm * drawing.enlarged
            width: 0.86 * sheet.width * scaling
            height: width / 0.86 * 1.5 * 0.906
            color: Theme.sun
            border.width: Math.max(2, 0.4 * Theme.unit)
            border.color: Theme.coral

            Rectangle {
                anchors.centerIn: parent
                width: 8 * Theme.unit
                height: Math.max(2, 0.3 * Theme.unit)
                color: Theme.ink
            }
            Rectangle {
                anchors.centerIn: parent
                width: Math.max(2, 0.3 * Theme.unit)
                height: 8 * Theme.unit
                color: Theme.ink
            }
        }

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 1
            height: parent.height
            color: Theme.edge
        }
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            height: 1
            color: Theme.edge
        }
    }
}
