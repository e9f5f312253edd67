pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// The last look before a printer is added: everything is chosen already.
StaffPage {
    id: page

    required property StaffModel staff
    readonly property StaffConfirmModel confirm: staff.confirm
    readonly property bool adding: staff.search.adding !== "" && staff.search.adding === confirm.uri

    title: qsTr("Pasang printer ini?")
    words: confirm.device

    StaffChoice {
        width: parent.width
        title: qsTr("Namanya")
        enabled: !page.adding

        Repeater {
            model: page.confirm.names

            StaffChip {
                required property string modelData

                objectName: "nameChip:" + modelData
                text: modelData
                note: page.confirm.known_names.includes(modelData) ? qsTr("sudah dikenal") : ""
                chosen: page.confirm.name === modelData
                onTapped: page.confirm.choose_name(modelData)
            }
        }
    }

    StaffChoice {
        width: parent.width
        title: page.confirm.media_is_known ? qsTr("Kertas (kata printernya)") : qsTr("Kertas di dalamnya")
        enabled: !page.adding

        Repeater {
            model: page.confirm.media

            StaffMediaChip {
                required property string modelData

                media: modelData
                chosen: page.confirm.chosen_media === modelData
                onTapped: page.confirm.choose_media(modelData)
            }
        }
    }

    StaffProgress {
        width: parent.width
        visible: page.adding
        words: qsTr("Sedang dipasang. Layar ini boleh ditinggal.")
    }

    actions: [
        StaffButton {
            objectName: "confirmAdd"
            width: parent.width
            implicitHeight: 15 * Theme.unit
            textSize: Theme.button
            icon: "plus"
            filled: true
            enabled: page.staff.search.adding === ""
            text: page.adding ? qsTr("Sedang dipasang…") : qsTr("Pasang")
            onTapped: page.confirm.add()
        },
        StaffButton {
            objectName: "staffBack"
            width: parent.width
            icon: "arrow-left"
            text: qsTr("Kembali")
            onTapped: page.adding ? page.staff.open_printers() : page.staff.back_to_search()
        }
    ]
}
