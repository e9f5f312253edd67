pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// The printed page says how far it is off; the sliders put it right.
StaffPage {
    id: page

    required property StaffModel staff
    readonly property StaffCalibrateModel calibrate: staff.calibrate
    readonly property bool printing: staff.printers.subject?.busy ?? false
    readonly property bool allowed: staff.printers.subject?.pages_allowed ?? false

    scrolls: false
    title: qsTr("Kalibrasi %1").arg(staff.printers.subject?.name ?? "")
    words: qsTr("Cetak lembarnya, baca penggarisnya, lalu geser.")

    Item {
        width: parent.width
        height: page.contentHeight

        StaffSheetDrawing {
            id: drawing

            readonly property real wide: Theme.portrait ? 50 * Theme.unit : 0.29 * parent.width

            x: Theme.portrait ? (parent.width - width) / 2 : 0
            y: Theme.portrait ? 0 : (parent.height - height) / 2
            width: Math.min(wide, (Theme.portrait ? parent.height - sliders.height - 3 * Theme.unit : parent.height) / 1.5)
            rightMm: page.calibrate.right_mm
            downMm: page.calibrate.down_mm
            percent: page.calibrate.percent
        }

        Words {
            x: Theme.portrait ? drawing.x + drawing.width + 2 * Theme.unit : 0
            y: drawing.y + drawing.height + (Theme.portrait ? -height : Theme.unit)
            width: Theme.portrait ? parent.width - x : drawing.width
            text: qsTr("Digambar 3× lebih jauh")
            font.pixelSize: Theme.small
            lineHeight: 1.1
        }

        Column {
            id: sliders

            x: Theme.portrait ? 0 : drawing.width + 4 * Theme.unit
            y: Theme.portrait ? parent.height - height : (parent.height - height) / 2
            width: parent.width - x
            spacing: 2 * Theme.unit

            StaffSlider {
                width: parent.width
                name: "right"
                title: qsTr("Geser ke kanan")
                minus: qsTr("minus: ke kiri")
                from: -5
                to: 5
                step: 0.1
                value: page.calibrate.right_mm
                words: page.calibrate.right_words
                onMoved: to => page.calibrate.move_to(to, page.calibrate.down_mm, page.calibrate.percent)
            }

            StaffSlider {
                width: parent.width
                name: "down"
                title: qsTr("Geser ke bawah")
                minus: qsTr("minus: ke atas")
                from: -5
                to: 5
                step: 0.1
                value: page.calibrate.down_mm
                words: page.calibrate.down_words
                onMoved: to => page.calibrate.move_to(page.calibrate.right_mm, to, page.calibrate.percent)
            }

            StaffSlider {
                width: parent.width
                name: "size"
                title: qsTr("Ukuran")
                from: 95
                to: 105
                step: 0.1
                value: page.calibrate.percent
                words: page.calibrate.size_words
                onMoved: to => page.calibrate.move_to(page.calibrate.right_mm, page.calibrate.down_mm, to)
            }
        }
    }

    actions: [
        StaffButton {
            objectName: "calibratePrint"
            width: parent.width
            icon: "printer"
            enabled: page.allowed
            text: page.printing ? qsTr("Sedang dicetak…") : page.calibrate.printed ? qsTr("Cetak lagi") : qsTr("Cetak lembar kalibrasi")
            onTapped: page.calibrate.print_page()
        },
        Row {
            width: parent.width
            spacing: 2 * Theme.unit

            StaffButton {
                objectName: "staffBack"
                width: 0.42 * parent.width
                height: 13 * Theme.unit
                icon: "arrow-left"
                text: qsTr("Kembali")
                onTapped: page.staff.open_printers()
            }

            StaffButton {
                objectName: "calibrateSave"
                width: 0.58 * parent.width - parent.spacing
                height: 13 * Theme.unit
                textSize: Theme.button
                icon: "check"
                filled: true
                text: qsTr("Simpan")
                onTapped: page.calibrate.save()
            }
        }
    ]
}
