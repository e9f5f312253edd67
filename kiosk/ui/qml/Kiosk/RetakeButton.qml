import QtQuick
import Kiosk.Models

// On the dark screen, while the guest looks at a shot: once more, and how long that can be said.
Touchable {
    id: button

    required property ShootModel shoot

    property real room: 60 * Theme.unit
    property real share: 0

    objectName: "shootRetake"
    implicitWidth: row.width + 5 * Theme.unit
    implicitHeight: 15 * Theme.unit
    enabled: visible
    scale: pressed ? 0.98 : 1
    onTapped: shoot.retake()

    NumberAnimation on share {
        running: button.visible && button.shoot.review_ms > 0
        from: 1
        to: 0
        duration: button.shoot.review_ms
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: button.pressed ? Theme.line : Theme.paper
    }

    Row {
        id: row

        anchors.centerIn: parent
        spacing: 2 * Theme.unit

        TimeRing {
            width: 10 * Theme.unit
            height: width
            share: button.share
            anchors.verticalCenter: parent.verticalCenter

            Icon {
                anchors.centerIn: parent
                name: "rotate-ccw"
                size: 5 * Theme.unit
            }
        }

        Column {
            anchors.verticalCenter: parent.verticalCenter
            spacing: 0.6 * Theme.unit

            Text {
                width: Math.min(implicitWidth, button.room - 17 * Theme.unit)
                text: qsTr("Ulangi foto ini")
                color: Theme.ink
                fontSizeMode: Text.HorizontalFit
                font.pixelSize: 3.6 * Theme.unit
                font.weight: Font.ExtraBold
            }

            Text {
                text: qsTr("Sisa %1×").arg(button.shoot.retakes_left)
                color: Theme.inkSoft
                font.pixelSize: Theme.small
                font.weight: Font.DemiBold
            }
        }
    }
}
