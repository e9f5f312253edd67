pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// The camera: what it sees, which one it is, and how its pictures are taken.
StaffPage {
    id: page

    required property StaffModel staff
    readonly property StaffCameraModel camera: staff.camera_page
    readonly property bool proved: camera.saved_picture !== ""

    title: qsTr("Kamera")
    words: camera.works ? camera.mode : ""

    Component {
        id: offset

        StaffOffset {
            camera: page.camera
        }
    }

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
        height: Math.min(width / page.camera.aspect, 0.55 * page.contentHeight)
        camera: page.camera
    }

    StaffProof {
        width: parent.width
        visible: page.proved
        camera: page.camera
    }

    Loader {
        id: beside // the proof: what it shows is what is stepped

        width: parent.width
        active: page.proved
        visible: active
        sourceComponent: offset
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
        onTriggered: page.reveal(beside)
    }

    Grid {
        id: choices

        readonly property real cell: (width - (columns - 1) * columnSpacing) / columns

        width: parent.width
        columns: Theme.portrait ? 1 : 2
        columnSpacing: 4 * Theme.unit
        rowSpacing: Theme.gap

        StaffChoice {
            width: choices.cell
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
            width: choices.cell
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

        StaffChoice {
            width: choices.cell
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

        Loader {
            width: choices.cell
            active: !page.proved
            visible: active
            sourceComponent: offset
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
