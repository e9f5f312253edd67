pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// Is this the camera, and is its picture good?
StaffPage {
    id: page

    required property StaffModel staff
    readonly property StaffCameraModel camera: staff.camera_page

    title: qsTr("Apakah gambarnya bagus?")
    words: camera.works ? qsTr("Berdirilah di tempat tamu, dan lihat apakah semuanya masuk.") : qsTr("Periksa kabel dan dayanya, lalu pilih kameranya.")
    Component.onCompleted: staff.look_for_cameras()

    StaffFraming {
        objectName: "cameraLive"
        width: parent.width
        height: Math.min(width / page.camera.aspect, (Theme.portrait ? 0.62 : 0.48) * page.contentHeight)
        camera: page.camera
    }

    StaffSetupTrouble {
        width: parent.width
        report: page.staff.report
    }

    StaffChoice {
        width: parent.width
        title: qsTr("Kamera yang dipakai")

        Repeater {
            model: page.camera.choices

            StaffChip {
                required property var modelData

                objectName: "camera:" + modelData.source
                enabled: page.camera.may_change
                opacity: enabled || chosen ? 1 : 0.45
                text: modelData.name
                note: page.camera.trying === modelData.source ? qsTr("Sedang dicoba…") : ""
                chosen: modelData.chosen
                onTapped: page.camera.choose(modelData.source)
            }
        }

        StaffButton {
            objectName: "cameraSearch"
            icon: "refresh-cw"
            enabled: !page.camera.looking && !page.camera.changing
            text: page.camera.looking ? qsTr("Mencari…") : qsTr("Cari lagi")
            onTapped: page.camera.look_again()
        }
    }

    actions: [
        StaffSetupOn {
            width: parent?.width ?? 0
            icon: "check"
            text: qsTr("Ya, pakai kamera ini")
            ready: page.camera.works && !page.camera.changing
            mayGoBack: false
            onGoOn: page.staff.setup.keep_camera()
        },
        StaffSetupLater {
            width: parent?.width ?? 0
            setup: page.staff.setup
        }
    ]
}
