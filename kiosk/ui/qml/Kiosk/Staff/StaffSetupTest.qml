pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// A page on paper, and whether it came out well: only eyes can tell.
StaffPage {
    id: page

    required property StaffModel staff
    readonly property StaffSetupModel setup: staff.setup
    readonly property StaffCardModel card: staff.printers.first
    readonly property bool busy: card?.busy ?? false

    title: setup.tested ? qsTr("Apakah hasilnya bagus?") : qsTr("Cetak halaman tes")
    words: setup.tested ? qsTr("Lihat warnanya, dan apakah tepinya tidak terpotong.") : qsTr("Satu lembar untuk melihat apakah kertas dan warnanya benar.")

    StaffCalm {
        width: parent.width
        icon: page.setup.tested ? "image" : "printer"
        title: page.card?.name ?? ""
        words: page.setup.tested && !page.busy ? qsTr("Halaman tes sudah keluar.") : ""
    }

    StaffNotice {
        width: parent.width
        visible: (page.card?.cause ?? "") !== ""
        icon: "hand"
        title: page.card?.cause ?? ""
        words: page.card?.remedy ?? ""
    }

    StaffProgress {
        width: parent.width
        visible: page.busy
        words: page.card?.task_words ?? ""
    }

    actions: [
        StaffButton {
            objectName: "setupOn"
            width: parent?.width ?? 0
            implicitHeight: 15 * Theme.unit
            textSize: Theme.button
            filled: true
            icon: "check"
            visible: page.setup.tested
            enabled: !page.busy
            text: qsTr("Ya, bagus")
            onTapped: page.setup.keep_test_page()
        },
        StaffButton {
            objectName: "setupTest"
            width: parent?.width ?? 0
            implicitHeight: (page.setup.tested ? 12 : 15) * Theme.unit
            textSize: page.setup.tested ? Theme.text : Theme.button
            filled: !page.setup.tested
            icon: "printer"
            enabled: !page.busy
            text: page.setup.tested ? qsTr("Cetak lagi") : qsTr("Cetak sekarang")
            onTapped: page.card.print_test_page()
        },
        StaffButton {
            objectName: "setupCalibrate"
            width: parent?.width ?? 0
            icon: "sliders-horizontal"
            visible: page.setup.tested
            text: qsTr("Geser gambarnya")
            onTapped: page.staff.open_calibrate(page.card.id)
        },
        StaffSetupLater {
            width: parent?.width ?? 0
            setup: page.setup
        }
    ]
}
