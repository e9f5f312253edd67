pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// The licence key, shown to the camera as a QR code or brought on a USB stick.
StaffPage {
    id: page

    required property StaffModel staff
    readonly property StaffSetupModel setup: staff.setup
    readonly property bool good: setup.licence_good !== ""

    title: good ? qsTr("Kuncinya cocok!") : qsTr("Tunjukkan kunci lisensimu")
    words: good ? "" : qsTr("Buka QR-nya di HP atau kertas, lalu hadapkan ke kamera.")
    Component.onCompleted: {
        if (!good)
            Qt.callLater(setup.look_for_licence);
    }
    Component.onDestruction: setup.look_no_more()

    StaffSetupAim {
        objectName: "licenceAim"
        width: parent.width
        height: Math.min(width / page.staff.camera_page.aspect, (Theme.portrait ? 0.66 : 0.72) * page.contentHeight)
        visible: !page.good
        camera: page.staff.camera_page
    }

    StaffNotice {
        objectName: "licenceShownWrong"
        width: parent.width
        visible: !page.good && page.setup.shown_wrong !== ""
        title: qsTr("Kunci itu belum bisa dipakai")
        words: page.setup.shown_wrong
    }

    StaffSetupHint {
        width: parent.width
        visible: !page.good && page.setup.shown_wrong === ""
        icon: "usb"
        words: qsTr("Atau colok USB dengan file kuncinya. Terbaca sendiri.")
    }

    StaffCalm {
        width: parent.width
        visible: page.good
        icon: "circle-check"
        tint: Theme.calmTint
        title: page.setup.licence_good
    }

    actions: [
        StaffButton {
            objectName: "setupOn"
            width: parent?.width ?? 0
            implicitHeight: 15 * Theme.unit
            textSize: Theme.button
            visible: page.good
            filled: true
            icon: "arrow-right"
            text: qsTr("Lanjut")
            onTapped: page.setup.go_on()
        },
        StaffButton {
            objectName: "licenceAnother"
            width: parent?.width ?? 0
            visible: page.good
            icon: "qr-code"
            text: qsTr("Pakai kunci lain")
            onTapped: page.setup.use_another()
        },
        StaffButton {
            objectName: "licenceType"
            width: parent?.width ?? 0
            visible: !page.good
            text: qsTr("Ketik saja kuncinya")
            icon: "ellipsis"
            onTapped: page.setup.type_instead()
        },
        StaffButton {
            objectName: "setupBack"
            width: parent?.width ?? 0
            icon: "arrow-left"
            text: qsTr("Kembali")
            onTapped: page.setup.back()
        }
    ]
}
