import QtQuick

// The one warm light of the dark screen: the numeral, which goes to the lens for its last seconds.
Rectangle {
    id: countdown

    required property int number
    required property point middle
    property real size: 40 * Theme.unit

    x: middle.x - size / 2
    y: middle.y - size / 2
    width: size
    height: size
    radius: size / 2
    color: Theme.marigold
    visible: opacity > 0
    opacity: number > 0 ? 1 : 0

    Behavior on middle {
        PropertyAnimation {
            duration: Theme.calm
            easing.type: Easing.OutCubic
        }
    }
    Text {
        anchors.centerIn: parent
        text: countdown.number
        color: Theme.marigoldInk
        font.pixelSize: 0.74 * countdown.size
        font.weight: Font.ExtraBold
    }

    Behavior on size {
        SheetMove {
            duration: Theme.calm
        }
    }
}
