import QtQuick

// The one warm light of the dark screen: the numeral, which goes to the lens for its last seconds.
Rectangle {
    id: countdown

    required property int number
    property real size: 40 * Theme.unit

    width: size
    height: size
    radius: size / 2
    color: Theme.marigold
    visible: opacity > 0
    opacity: number > 0 ? 1 : 0

    Text {
        anchors.centerIn: parent
        text: countdown.number
        color: Theme.ink
        font.pixelSize: 0.74 * countdown.size
        font.weight: Font.ExtraBold
    }

    Behavior on size {
        SheetMove {
            duration: Theme.calm
        }
    }
    Behavior on x {
        SheetMove {
            duration: Theme.calm
        }
    }
    Behavior on y {
        SheetMove {
            duration: Theme.calm
        }
    }
}
