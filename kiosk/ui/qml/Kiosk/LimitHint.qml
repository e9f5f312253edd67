import QtQuick
import Kiosk.Models

// The calm warning that a step ends soon: the seconds in a ring, what will happen, and where it
// helps the words to touch. Larger in the last seconds.
Touchable {
    id: hint

    required property LimitModel limit
    property string ending // what will happen; empty for no warning
    property real room: 60 * Theme.unit

    readonly property bool due: limit.soon && ending !== ""
    property real inset: limit.very_soon ? 0 : 0.8 * Theme.unit // the touch is larger

    objectName: "stayOn"
    width: Math.min(room, ring.width + said.width + 5.6 * Theme.unit)
    height: Theme.least
    enabled: due && limit.may_stay
    opacity: due ? 1 : 0
    visible: opacity > 0
    scale: pressed ? 0.98 : 1
    onTapped: limit.stay()

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.calm
        }
    }
    Behavior on inset {
        SheetMove {
            duration: Theme.calm
        }
    }

    Rectangle {
        anchors.fill: parent
        anchors.topMargin: hint.inset
        anchors.bottomMargin: hint.inset
        radius: Theme.radius
        color: hint.pressed ? Qt.darker(Theme.marigold, 1.1) : Theme.marigold
        border.width: hint.limit.very_soon ? 2 * Theme.hairline : 0
        border.color: Theme.marigoldInk
    }

    TimeRing {
        id: ring

        x: 1.4 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        width: hint.height - 2 * hint.inset - 2.4 * Theme.unit
        height: width
        share: hint.due ? hint.limit.share : 0

        Text {
            anchors.centerIn: parent
            text: Math.max(0, hint.limit.seconds_left)
            color: Theme.marigoldInk
            font.pixelSize: 0.46 * ring.width
            font.weight: Font.ExtraBold
        }
    }

    Column {
        id: said

        readonly property real most: hint.room - ring.width - 5.6 * Theme.unit

        x: ring.x + ring.width + 1.6 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        spacing: 0.5 * Theme.unit

        Text {
            width: Math.min(implicitWidth, said.most)
            text: hint.ending
            color: Theme.marigoldInk
            fontSizeMode: Text.HorizontalFit
            font.pixelSize: hint.limit.may_stay ? Theme.small : Theme.text
            font.weight: Font.DemiBold
        }

        Text {
            width: Math.min(implicitWidth, said.most)
            visible: hint.limit.may_stay
            text: qsTr("Aku masih di sini")
            color: Theme.marigoldInk
            fontSizeMode: Text.HorizontalFit
            font.pixelSize: (hint.limit.very_soon ? 3.6 : 3.2) * Theme.unit
            font.weight: Font.ExtraBold
        }
    }
}
