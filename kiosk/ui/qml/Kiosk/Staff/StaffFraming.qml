pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// The live picture whole, and over it what a package's slots will take of it.
Rectangle {
    id: framing

    required property StaffCameraModel camera
    property bool cropped: true

    readonly property bool shown: camera.works && picture.live
    readonly property bool ill: !camera.works && !camera.changing

    color: Theme.night
    clip: true

    LiveView {
        id: picture

        // No larger than the camera's own shape allows: staff see what the lens sees, all of it.
        readonly property real room: framing.width / framing.height

        anchors.centerIn: parent
        width: room > framing.camera.aspect ? framing.height * framing.camera.aspect : framing.width
        height: room > framing.camera.aspect ? framing.height : framing.width / framing.camera.aspect
        feed: framing.camera.live
        running: framing.visible
        visible: framing.camera.works
    }

    Repeater {
        model: framing.cropped && framing.shown ? framing.camera.crop_aspects : []

        Item {
            id: crop

            required property real modelData
            required property int index

            readonly property bool narrow: modelData < framing.camera.aspect

            anchors.centerIn: picture
            width: narrow ? picture.height * modelData : picture.width
            height: narrow ? picture.height : picture.width / modelData

            Shade {
                visible: crop.index === 0
                x: -width
                width: (picture.width - crop.width) / 2
                height: parent.height
            }
            Shade {
                visible: crop.index === 0
                x: parent.width
                width: (picture.width - crop.width) / 2
                height: parent.height
            }
            Shade {
                visible: crop.index === 0
                y: -height
                width: parent.width
                height: (picture.height - crop.height) / 2
            }
            Shade {
                visible: crop.index === 0
                y: parent.height
                width: parent.width
                height: (picture.height - crop.height) / 2
            }

            Rectangle {
                objectName: "crop:" + crop.index
                anchors.fill: parent
                color: "transparent"
                border.width: Math.max(3, 0.4 * Theme.unit)
                border.color: Theme.marigold
            }
        }
    }

    Column {
        anchors.centerIn: parent
        width: parent.width - 6 * Theme.unit
        visible: !framing.shown
        spacing: Theme.unit

        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: framing.camera.changing ? qsTr("Mencoba kamera baru…") : framing.camera.works ? qsTr("Sebentar…") : framing.camera.trouble
            color: Theme.paper
            font.weight: Font.DemiBold
        }

        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            visible: framing.ill
            text: framing.camera.remedy
            color: Theme.paper
        }

        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            visible: framing.ill && framing.camera.detail !== ""
            text: qsTr("Untuk teknisi: %1").arg(framing.camera.detail)
            color: Theme.paperSoft
            font.pixelSize: Theme.small
        }
    }

    component Shade: Rectangle {
        color: Qt.alpha(Theme.night, 0.6)
    }
}
