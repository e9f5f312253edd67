import QtQuick
import Kiosk

// One room of the staff's: a thick line says which it is, a red number that somebody waits there. With a
// ``share`` of the width its word stands below its icon.
Touchable {
    id: tab

    required property string text
    required property string icon
    property bool here: false
    property int waiting: 0
    property real share: 0
    readonly property bool upright: share > 0

    width: upright ? share : label.width + 4 * Theme.unit

    Rectangle {
        anchors.fill: parent
        color: tab.pressed ? Theme.inkPressed : "transparent"
    }

    Grid {
        id: label

        anchors.centerIn: parent
        columns: tab.upright ? 1 : 3
        spacing: (tab.upright ? 0.7 : 1.2) * Theme.unit
        horizontalItemAlignment: Grid.AlignHCenter
        verticalItemAlignment: Grid.AlignVCenter

        Icon {
            id: picture

            name: tab.icon
            onDark: true
            size: (tab.upright ? 4.6 : 3.8) * Theme.unit
            opacity: tab.here ? 1 : 0.8
        }

        Words {
            text: tab.text
            color: tab.here ? Theme.paper : Theme.paperSoft
            font.pixelSize: tab.upright ? 2.8 * Theme.unit : Theme.text
            font.weight: tab.here ? Font.ExtraBold : Font.DemiBold
            lineHeight: 1
        }

        Item {
            visible: tab.waiting > 0 && !tab.upright
            width: badge.width
            height: badge.height
        }
    }

    Rectangle {
        id: badge

        x: tab.upright ? tab.width / 2 + 2.2 * Theme.unit : label.x + label.width - width
        y: tab.upright ? label.y - 1.2 * Theme.unit : (tab.height - height) / 2
        visible: tab.waiting > 0
        width: Math.max(height, number.width + 1.6 * Theme.unit)
        height: 4.4 * Theme.unit
        radius: height / 2
        color: Theme.alarm

        Text {
            id: number

            anchors.centerIn: parent
            text: tab.waiting
            color: Theme.sheet
            font.pixelSize: Theme.small
            font.weight: Font.ExtraBold
        }
    }

    Rectangle {
        visible: tab.here
        x: 1.5 * Theme.unit
        y: tab.upright ? 0 : parent.height - height
        width: parent.width - 2 * x
        height: 0.8 * Theme.unit
        color: Theme.coral
    }
}
