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
    readonly property bool out: setup.tested && !busy

    title: setup.tested ? qsTr("Apakah hasilnya bagus?") : qsTr("Cetak halaman tes")
    words: setup.tested ? qsTr("Lihat warnanya, dan apakah tepinya tidak terpotong.") : qsTr("Satu lembar untuk melihat apakah kertas dan warnanya benar.")

    StaffSetupTrouble {
        width: parent.width
        report: page.staff.report
    }

    StaffNotice {
        width: parent.width
        visible: (page.card?.cause ?? "") !== ""
        icon: "hand"
        title: page.card?.cause ?? ""
        words: page.card?.remedy ?? ""
    }

    StaffCalm {
        width: parent.width
        topPadding: (Theme.portrait ? 18 : page.out ? 0 : 8) * Theme.unit
        icon: page.out ? "image" : "printer"
        tint: page.out ? Theme.calmTint : Theme.wash
        title: page.card?.name ?? ""
        words: page.out ? qsTr("Halaman tes sudah keluar.") : ""
    }

    StaffProgress {
        width: parent.width
        visible: page.busy
        words: page.card?.task_words ?? ""
    }

    StaffChoice {
        width: parent.width
        visible: page.out
        title: qsTr("Belum pas?")

        StaffButton {
            objectName: "setupTestAgain"
            icon: "printer"
            text: qsTr("Cetak lagi")
            onTapped: page.card.print_test_page()
        }

        StaffButton {
            objectName: "setupCalibrate"
            icon: "sliders-horizontal"
            text: qsTr("Geser gambarnya")
            onTapped: page.staff.open_calibrate(page.card.id)
        }
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
            implicitHeight: 15 * Theme.unit
            textSize: Theme.button
            filled: true
            visible: !page.setup.tested
            icon: "printer"
            enabled: !page.busy
            text: qsTr("Cetak sekarang")
            onTapped: page.card.print_test_page()
        },
        StaffSetupLater {
            width: parent?.width ?? 0
            setup: page.setup
        }
    ]
}
