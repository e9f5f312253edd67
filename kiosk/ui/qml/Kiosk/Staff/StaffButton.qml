import QtQuick
import Kiosk

// A button of the staff's room: filled where it is the next thing to do, outlined elsewhere.
Touchable {
    id: button

    property string text
    property string icon: ""
    property bool filled: false
    property bool upright: false // the icon above the word
    property real textSize: upright ? Theme.small : Theme.text

    implicitHeight: Theme.finger
    implicitWidth: label.width + 5 * Theme.unit
    opacity: enabled ? 1 : 0.45

    Rectangle {
        anchors.fill: parent
        radius: 0.7 * Theme.radius
        color: button.filled ? (button.pressed ? Theme.coralPressed : Theme.coral) : button.pressed ? Theme.rule : Theme.sheet
        border.width: button.filled ? 0 : Math.max(2, 0.22 * Theme.unit)
        border.color: Theme.edge
    }

    Grid {
        id: label

        anchors.centerIn: parent
        columns: button.upright ? 1 : 2
        spacing: (button.upright ? 0.6 : 1.2) * Theme.unit
        horizontalItemAlignment: Grid.AlignHCenter
        verticalItemAlignment: Grid.AlignVCenter

        Icon {
            name: button.icon || "hand"
            visible: button.icon !== ""
            onDark: button.filled && Theme.coralDark
            size: 3.8 * Theme.unit
        }

        Text {
            text: button.text
            visible: text !== ""
            color: button.filled ? Theme.coralInk : Theme.ink
            font.pixelSize: button.textSize
            font.weight: button.filled ? Font.ExtraBold : Font.DemiBold
        }
    }
}
