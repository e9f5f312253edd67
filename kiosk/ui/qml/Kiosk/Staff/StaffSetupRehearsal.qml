pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// One session as a guest has it, free.
StaffPage {
    id: page

    required property StaffModel staff
    readonly property StaffSetupModel setup: staff.setup

    title: qsTr("Coba jadi tamu")
    words: qsTr("Satu sesi sungguhan: kamera, foto dan cetakannya. Gratis, dan tidak masuk laporan uang.")

    StaffSetupTrouble {
        width: parent.width
        report: page.staff.report
    }

    StaffNotice {
        objectName: "rehearsalWrong"
        width: parent.width
        visible: page.setup.rehearsal_wrong !== ""
        title: qsTr("Latihan belum selesai")
        words: page.setup.rehearsal_wrong
    }

    StaffCalm {
        width: parent.width
        icon: "smartphone"
        title: page.setup.rehearsing ? qsTr("Menunggu cetakannya…") : qsTr("Pilih, berpose, susun, cetak")
        words: qsTr("Sesudahnya layar ini kembali sendiri.")
    }

    actions: [
        StaffButton {
            objectName: "setupOn"
            width: parent?.width ?? 0
            implicitHeight: 15 * Theme.unit
            textSize: Theme.button
            filled: true
            icon: "play"
            enabled: !page.setup.rehearsing
            text: qsTr("Mulai latihan")
            onTapped: page.setup.rehearse()
        },
        StaffButton {
            objectName: "setupSkip"
            width: parent?.width ?? 0
            icon: "chevron-right"
            enabled: !page.setup.rehearsing
            text: qsTr("Lewati")
            onTapped: page.setup.skip_rehearsal()
        },
        StaffSetupLater {
            width: parent?.width ?? 0
            setup: page.setup
        }
    ]
}
