pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// The camera: what it sees, which one it is, and how its pictures are taken.
StaffPage {
    id: page

    required property StaffModel staff
    readonly property StaffCameraModel camera: staff.camera_page

    title: qsTr("Kamera")
    words: camera.works ? camera.mode : ""

    StaffNotice {
        width: parent.width
        visible: page.camera.guest_here
        icon: "clock"
        title: qsTr("Ada tamu di layar")
        words: qsTr("Kamera bisa diubah begitu sesinya selesai.")
    }

    StaffFraming {
        objectName: "cameraLive"
        width: parent.width
        height: Math.min(width / page.camera.aspect, (Theme.portrait ? 0.55 : 0.62) * page.contentHeight)
        camera: page.camera
    }

    StaffProof {
        id: proof

        width: parent.width
        visible: page.camera.saved_picture !== ""
        camera: page.camera
    }

    Connections {
        target: page.camera

        function onProved(): void {
            laidOut.restart();
        }
    }

    Timer {
        id: laidOut

        // The page has its new height with the next frame.
        interval: 60
        onTriggered: page.reveal(proof)
    }

    StaffChoice {
        width: parent.width
        visible: page.camera.crops.length > 0
        title: qsTr("Bingkai cetakan")

        Repeater {
            model: page.camera.crops

            StaffChip {
                required property string modelData
                required property int index

                objectName: "crop:" + index
                text: modelData
                chosen: page.camera.crop === index
                onTapped: page.camera.show_crop(index)
            }
        }
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
                note: page.camera.trying === modelData.source ? qsTr("Sedang dicoba…") : modelData.ofFile ? qsTr("Bawaan booth ini") : ""
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

    StaffChoice {
        width: parent.width
        title: qsTr("Gambar di layar")

        StaffChip {
            objectName: "mirrorOn"
            enabled: page.camera.may_change
            text: qsTr("Seperti cermin")
            chosen: page.camera.mirror
            onTapped: page.camera.set_mirror(true)
        }
        StaffChip {
            objectName: "mirrorOff"
            enabled: page.camera.may_change
            text: qsTr("Apa adanya")
            chosen: !page.camera.mirror
            onTapped: page.camera.set_mirror(false)
        }
    }

    Column {
        width: parent.width
        spacing: 1.2 * Theme.unit

        Words {
            width: parent.width
            text: qsTr("Keterlambatan kamera, dalam ms")
            color: Theme.ink
            font.weight: Font.DemiBold
            lineHeight: 1.1
        }

        StaffStepper {
            objectName: "cameraOffset"
            width: parent.width
            enabled: page.camera.may_change
            opacity: enabled ? 1 : 0.45
            value: page.camera.offset_ms
            onStep: by => page.camera.step_offset(by)
        }

        Words {
            width: parent.width
            text: qsTr("Ayunkan tangan, ambil foto tes, lalu atur sampai kedua gambarnya sama.")
            font.pixelSize: 2.8 * Theme.unit
            lineHeight: 1.15
        }
    }

    actions: [
        StaffButton {
            objectName: "cameraShoot"
            width: parent.width
            implicitHeight: 15 * Theme.unit
            textSize: Theme.button
            icon: "camera"
            filled: true
            enabled: page.camera.may_shoot
            text: page.camera.shooting ? qsTr("Memotret…") : qsTr("Ambil foto tes")
            onTapped: page.camera.shoot()
        },
        StaffButton {
            objectName: "staffBack"
            width: parent.width
            icon: "arrow-left"
            text: qsTr("Kembali")
            onTapped: page.staff.open_more()
        }
    ]
}
