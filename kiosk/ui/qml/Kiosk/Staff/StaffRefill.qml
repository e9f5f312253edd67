pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// Paper was loaded: which, and for how many prints.
StaffPage {
    id: page

    required property StaffModel staff
    readonly property StaffRefillModel refill: staff.refill
    readonly property bool counts: staff.printers.subject?.counts_itself ?? false

    title: qsTr("Isi kertas")
    words: staff.printers.subject?.name ?? ""

    StaffChoice {
        width: parent.width
        title: qsTr("Ukuran kertas")

        Repeater {
            model: page.refill.media

            StaffMediaChip {
                required property string modelData

                media: modelData
                chosen: page.refill.chosen_media === modelData
                onTapped: page.refill.choose_media(modelData)
            }
        }
    }

    StaffNotice {
        width: parent.width
        visible: page.counts
        icon: "check"
        title: qsTr("Printer ini menghitung sendiri")
        words: qsTr("Sisa cetakannya dibaca dari printer.")
    }

    StaffChoice {
        width: parent.width
        visible: !page.counts
        title: qsTr("Bisa untuk berapa cetakan?")

        Repeater {
            model: page.refill.presets

            StaffChip {
                required property int modelData

                objectName: "preset:" + modelData
                text: modelData
                chosen: page.refill.sheets === modelData
                onTapped: page.refill.choose_sheets(modelData)
            }
        }
    }

    StaffStepper {
        width: parent.width
        visible: !page.counts
        value: page.refill.sheets
        onStep: by => page.refill.step(by)
    }

    actions: [
        StaffButton {
            objectName: "refillSave"
            width: parent.width
            implicitHeight: 15 * Theme.unit
            textSize: Theme.button
            icon: "check"
            filled: true
            text: qsTr("Simpan")
            onTapped: page.refill.save()
        },
        StaffButton {
            objectName: "staffBack"
            width: parent.width
            icon: "arrow-left"
            text: qsTr("Kembali")
            onTapped: page.staff.open_printers()
        }
    ]
}
