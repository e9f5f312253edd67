pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// The test shot, beside what the screen had at its shutter.
Column {
    id: proof

    required property StaffCameraModel camera

    spacing: 1.2 * Theme.unit

    Row {
        width: parent.width
        spacing: 2 * Theme.unit

        Side {
            title: qsTr("Yang tersimpan")
            picture: proof.camera.saved_picture
        }
        Side {
            title: qsTr("Yang tampil di layar")
            picture: proof.camera.screen_picture
        }
    }

    Words {
        objectName: "proofWords"
        width: parent.width
        text: proof.camera.late_words
        color: Theme.ink
        font.weight: Font.DemiBold
        lineHeight: 1.1
    }

    Words {
        width: parent.width
        text: proof.camera.sharp_words
        font.pixelSize: 2.8 * Theme.unit
        lineHeight: 1.1
    }

    component Side: Column {
        required property string title
        required property url picture

        width: (proof.width - 2 * Theme.unit) / 2
        spacing: 0.6 * Theme.unit

        Words {
            width: parent.width
            text: parent.title
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
            lineHeight: 1.1
        }

        Image {
            width: parent.width
            height: width / proof.camera.aspect
            source: parent.picture
            cache: false
            fillMode: Image.PreserveAspectFit
        }
    }
}
