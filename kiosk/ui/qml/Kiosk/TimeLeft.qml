import QtQuick
import Kiosk.Models

// The time that is left, in numerals that stand still; on marigold when it is short.
Rectangle {
    id: left

    required property LimitModel limit

    readonly property int seconds: Math.max(0, limit.seconds_left)
    readonly property bool shortly: limit.seconds_left >= 0 && seconds <= 15

    visible: limit.seconds_left >= 0
    width: row.width + (shortly ? 3 * Theme.unit : 0)
    height: 5.6 * Theme.unit
    radius: height / 2
    color: shortly ? Theme.marigold : "transparent"

    Row {
        id: row

        x: left.shortly ? 1.5 * Theme.unit : 0
        anchors.verticalCenter: parent.verticalCenter
        spacing: 1 * Theme.unit

        Icon {
            name: "clock"
            onDark: left.shortly && Theme.marigoldDark
            size: 3.4 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
        }

        Words {
            text: qsTr("Sisa waktu %1.%2", "minutes and seconds").arg(Math.floor(left.seconds / 60)).arg(String(left.seconds % 60).padStart(2, "0"))
            color: left.shortly ? Theme.marigoldInk : Theme.ink
            font.weight: Font.DemiBold
            font.features: ({
                    tnum: 1
                })
            lineHeight: 1
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
